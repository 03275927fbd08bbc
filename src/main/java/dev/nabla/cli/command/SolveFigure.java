package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.AskedRows;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.CompletionCandidates;
import dev.nabla.cli.FigureArguments;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.TableInputs;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.output.TextAnswers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code nabla solve OP [inputs]}: what may be given, and the exit code; {@link SolveAnswers} prints the answer.
 */
record SolveFigure<M extends Record>(Figure<M> figure) implements Command {
    static final String GET = "--get";
    static final String DIGITS = "--digits";
    static final String EXPLAIN = "--explain";
    static final String PLOT = "--plot";
    static final String FAIL = "--fail-on-divergence";
    static final String CSV = "--csv";
    static final String TSV = "--tsv";
    /** Names of the members of an answer, which no column of words may have. */
    private static final Set<String> RESERVED =
            Set.of("schema", "op", "line", BatchTask.ROW, "in", "out", "steps", "warnings", "error");

    static final int MOST_DIGITS = 17;

    /** Declares the options that only this operation has: its inputs, and facts that are printed only on request. */
    @Override
    public void declare(Options options) {
        options.summary(figure.info().title()).inputs(figure);
        for (String fact : figure.factsOnRequest()) {
            options.flag("--" + fact, "print the " + fact + ", row by row");
        }
        if (figure instanceof Figure.Diverging<M>) {
            options.flag(
                    FAIL,
                    "exit with " + ExitCode.NO_ANSWER.code() + " if it diverges; the answer is printed all the same");
        }
        if (TableInputs.canHaveColumns(figure)) {
            options.option(TableInputs.COLUMNS, "the columns of numbers in a file with a header, like z1,z2");
        }
        declareOutput(options, Optional.of(figure.id())).notes(() -> SolveHelp.of(figure));
    }

    /** Declares the options for the form of the answer. */
    static Options declareOutput(Options options, Optional<String> op) {
        return options.flag(Options.JSON, "one JSON object, schema 1; with --get only its value")
                .option(OptionSpec.builder(GET)
                        .arity("1")
                        .paramLabel("KEY")
                        .completionCandidates(CompletionCandidates.facts(op))
                        .description("print these values and nothing else, like p or p[1],argmax"))
                .option(DIGITS, "significant digits, 1 to " + MOST_DIGITS + " (default: " + TextAnswers.DIGITS + ")")
                .flag(CSV, "print CSV: a header, then one line per answer; inf and nan by name, missing values empty")
                .flag(TSV, "print a table with tabs between the columns")
                .flag(EXPLAIN, "the worked steps with these numbers")
                .flag(PLOT, "the figure, with the options of nabla show")
                .unlisted(picture -> picture.size("of the plot").displayOptions(DisplayProfile.PICTURE));
    }

    @Override
    public Optional<String> insteadOf(String word) {
        return figure.insteadOf(word);
    }

    @Override
    public CommandResult run(Arguments given) {
        refuse(given, GET, List.of(PLOT, EXPLAIN), "prints values");
        refuse(given, Options.JSON, List.of(PLOT, DIGITS, CSV, TSV), "prints exact numbers");
        refuse(given, CSV, List.of(TSV, PLOT, EXPLAIN, DIGITS), "prints a table");
        refuse(given, TSV, List.of(PLOT, EXPLAIN, DIGITS), "prints a table");
        AskedRows<M> asked = new FigureArguments<>(figure, given).questions(RESERVED);
        requireFree(asked);
        SolveAnswers<M> answers = new SolveAnswers<>(figure, given);
        if (asked.isTable()) {
            Arguments.require(asked.rows().size() == 1 || !given.has(PLOT), PLOT + " draws one row; give one");
            return answers.answered(asked).withWarnings(asked.notes());
        }
        FigureArguments.ParsedModel<M> question = asked.rows().get(0).question().orElseThrow();
        String answer = given.has(CSV) || given.has(TSV) ? answers.table(asked) : answers.answer(question);
        List<String> notes =
                given.has(PLOT) ? question.cuts() : given.json() && !given.has(GET) ? List.of() : question.notes();
        Optional<String> diverges = given.has(FAIL) && figure instanceof Figure.Diverging<M> diverging
                ? diverging.divergence(question.model())
                : Optional.empty();
        CommandResult reply = diverges.isEmpty()
                ? CommandResult.ok(answer).withWarnings(notes)
                : new CommandResult(ExitCode.NO_ANSWER, answer, CommandResult.errorLine(diverges.get()));
        return reply.withWarnings(asked.notes());
    }

    /** Checks that no column that is copied to the answers has the name of a result, or of a part like {@code p[1]}. */
    private void requireFree(AskedRows<M> asked) {
        Set<String> results = new HashSet<>(
                asked.carried().isEmpty() ? List.of() : figure.quantities().names());
        asked.rows().stream()
                .flatMap(row -> row.question().stream())
                .limit(asked.carried().isEmpty() ? 0 : 1)
                .flatMap(question -> figure.facts(question.model()).stream())
                .forEach(fact -> results.add(fact.name()));
        for (String column : asked.carried()) {
            if (results.contains(column.replaceFirst("\\[.*", ""))) {
                throw BadInput.usage(
                        "reserved", "the column '" + column + "' has the name of a result; give it another");
            }
        }
    }

    /** Returns the facts that {@code --get} names; none without it. */
    static List<FactPath> keys(Arguments given) {
        return given.value(GET)
                .map(text -> Inputs.named(GET, () -> FactPath.list(text)))
                .orElse(List.of());
    }

    private static void refuse(Arguments given, String option, List<String> others, String why) {
        for (String other : others) {
            Arguments.require(!given.has(option) || !given.has(other), option + " " + why + "; leave out " + other);
        }
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.of(figure.id()));
    }
}
