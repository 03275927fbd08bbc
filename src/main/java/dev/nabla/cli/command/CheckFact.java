package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.FigureArguments;
import dev.nabla.cli.Options;
import dev.nabla.figure.Figure;
import dev.nabla.lesson.question.AnswerPrecision;
import dev.nabla.lesson.question.Grade;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code nabla check --op OP --fact F --answer A}: grades one answer to a fact of a figure. */
record CheckFact<M extends Record>(Environment console, Figure<M> figure) implements Command {
    private static final String PLACES = "--places";
    private static final String SIGNIFICANT = "--significant";
    private static final String TOLERANCE = "--tolerance";

    @Override
    public void declare(Options options) {
        CheckCommand.declareItem(options, console)
                .option(CheckCommand.op())
                .option(CheckCommand.fact(Optional.of(figure.id())))
                .inputs(figure);
        declareExactness(options).lessons().json();
    }

    static Options declareExactness(Options options) {
        options.option(PLACES, "decimals required of a fact (default: the fact's own)")
                .option(SIGNIFICANT, "significant digits required of a fact")
                .option(TOLERANCE, "accept a number within this distance of a fact, in place of digits, like 0.01");
        return GradeForm.declare(options);
    }

    static AnswerPrecision exactness(Arguments given) {
        return AnswerPrecision.USUAL.or(given.value(PLACES), given.value(SIGNIFICANT), given.value(TOLERANCE));
    }

    @Override
    public Optional<String> insteadOf(String word) {
        return figure.insteadOf(word);
    }

    @Override
    public CommandResult run(Arguments given) {
        given.operand(0).ifPresent(item -> {
            throw BadInput.usage(
                    "usage", "'" + item + "' and --op " + figure.id() + " are two things to grade; name one");
        });
        String example = figure.facts(figure.start()).get(0).name();
        String name = Arguments.require(
                given.value(CheckCommand.FACT),
                "--fact is missing: name of a fact of " + figure.id() + ", like " + example);
        FigureArguments.ParsedModel<M> question = new FigureArguments<>(figure, given).question();
        M model = question.model();
        figure.requireAnswer(model);
        GradeReport checked = CheckAnswer.checked(Grade.ofFact(figure.facts(model), name, exactness(given)), given);
        List<String> notes = question.notes();
        Map<String, Object> about = Json.members("op", figure.id(), "fact", name);
        if (given.json() && !notes.isEmpty()) {
            about.put(CheckLines.WARNINGS, notes);
        }
        CommandResult reply = CheckAnswer.reply(about, checked, List.of(), given);
        return given.json() || !reply.err().isEmpty() ? reply : reply.withWarnings(notes);
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.of(figure.id()));
    }
}
