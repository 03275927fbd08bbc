package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.output.Ansi;
import dev.nabla.output.AnswerWriter;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.PlainText;
import dev.nabla.output.TableAnswers;
import dev.nabla.output.TextAnswers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * {@code nabla solve OP [inputs]}: prints the answer as text, JSON or a table, with worked steps or a plot if asked.
 */
record SolveFigure<M extends Record>(Figure<M> figure) implements Command {
    static final String GET = "--get";
    private static final String DIGITS = "--digits";
    private static final String EXPLAIN = "--explain";
    private static final String PLOT = "--plot";
    static final String FAIL = "--fail-on-divergence";
    static final String CSV = "--csv";
    static final String TSV = "--tsv";
    private static final String ROW = "row";
    private static final int MOST_DIGITS = 17;

    @Override
    public String summary() {
        return figure.info().title();
    }

    /** Declares the options that only this operation has: its inputs, and facts that are printed only on request. */
    @Override
    public void declare(Options options) {
        options.inputs(figure);
        for (String fact : figure.factsOnRequest()) {
            options.flag("--" + fact, "print the " + fact + ", row by row");
        }
        if (figure instanceof Figure.Diverging<M>) {
            options.flag(
                    FAIL,
                    "exit with " + ExitCode.NO_ANSWER.code() + " if it diverges; the answer is printed all the same");
        }
        declareOutput(options, Optional.of(figure.id()));
    }

    /** Declares the options for the form of the answer. */
    static void declareOutput(Options options, Optional<String> op) {
        options.flag(Options.JSON, "one JSON object, schema 1; with --get only its value")
                .option(OptionSpec.builder(GET)
                        .arity("1")
                        .paramLabel("KEY")
                        .completionCandidates(Options.facts(op))
                        .description("print one value and nothing else, like p or p[1]"))
                .option(DIGITS, "significant digits, 1 to " + MOST_DIGITS + " (default: " + TextAnswers.DIGITS + ")")
                .flag(CSV, "print CSV: a header, then one line per answer; inf and nan by name, missing values empty")
                .flag(TSV, "print a table with tabs between the columns")
                .flag(EXPLAIN, "the worked steps with these numbers")
                .flag(PLOT, "the figure; --size for other than the terminal's")
                .size("of the plot, like 80x24")
                .displayOptions(DisplayProfile.PICTURE);
    }

    @Override
    public void describe(UsageMessageSpec help) {
        help.footer(SolveHelp.of(figure));
    }

    @Override
    public CommandResult run(Arguments given) {
        refuse(given, GET, List.of(PLOT, EXPLAIN), "prints one value");
        refuse(given, Options.JSON, List.of(PLOT, DIGITS, CSV, TSV), "prints exact numbers");
        refuse(given, CSV, List.of(TSV, GET, PLOT, EXPLAIN, DIGITS), "prints a table");
        refuse(given, TSV, List.of(GET, PLOT, EXPLAIN, DIGITS), "prints a table");
        List<Arguments.ParsedModel<M>> questions = given.questions(figure);
        boolean rows = questions.size() > 1;
        Arguments.require(!rows || !given.has(PLOT), PLOT + " draws one row; give one");
        StringBuilder answer = new StringBuilder();
        if (given.has(CSV) || given.has(TSV)) {
            answer.append(table(figure, questions, given));
        } else {
            for (int i = 0; i < questions.size(); i++) {
                boolean bare = !rows || given.json() || given.has(GET);
                answer.append(bare ? "" : (i == 0 ? "" : "\n") + "row " + (i + 1) + "\n");
                answer.append(answer(figure, questions.get(i), rows ? i + 1 : 0, given));
            }
        }
        boolean shown = given.has(PLOT) || given.json() && !given.has(GET);
        Optional<String> diverges = given.has(FAIL) && figure instanceof Figure.Diverging<M> diverging
                ? diverging.divergence(questions.get(0).model())
                : Optional.empty();
        return diverges.isEmpty()
                ? CommandResult.ok(answer.toString())
                        .withWarnings(shown ? List.of() : questions.get(0).notes())
                : new CommandResult(ExitCode.NO_ANSWER, answer.toString(), CommandResult.errorLine(diverges.get()));
    }

    private static <M extends Record> List<Fact> wanted(Figure<M> figure, M model, Arguments given) {
        List<String> unasked = new ArrayList<>(figure.factsOnRequest());
        unasked.removeIf(fact -> given.has("--" + fact));
        List<Fact> wanted = new ArrayList<>(figure.facts(model, name -> !unasked.contains(name)));
        wanted.removeIf(fact -> unasked.contains(fact.name()));
        return wanted;
    }

    private static <M extends Record> String table(
            Figure<M> figure, List<Arguments.ParsedModel<M>> questions, Arguments given) {
        List<String> lead = questions.size() > 1 ? List.of(ROW) : List.of();
        TableAnswers sheet = new TableAnswers(given.has(CSV) ? ',' : '\t', lead, false);
        List<List<Fact>> answers = questions.stream()
                .map(question -> wanted(figure, question.model(), given))
                .toList();
        sheet.begin(answers.stream()
                .max(Comparator.comparingInt(TableAnswers::width))
                .orElseThrow());
        for (int i = 0; i < answers.size(); i++) {
            M model = questions.get(i).model();
            sheet.add(head(figure, i + 1), List.of(), model, answers.get(i), List.of(), List.of());
        }
        return sheet.toString();
    }

    private static AnswerWriter.Head head(Figure<?> figure, int row) {
        return new AnswerWriter.Head(
                figure.id(), OptionalLong.empty(), row == 0 ? Map.of() : Map.of(ROW, String.valueOf(row)));
    }

    /**
     * Returns the answer to one question.
     *
     * @param row the row of the table that the question is from, from 1; 0 if there is no table
     */
    private static <M extends Record> String answer(
            Figure<M> figure, Arguments.ParsedModel<M> question, int row, Arguments given) {
        M model = question.model();
        Optional<String> key = given.value(GET);
        Optional<Size> size = given.size();
        int digits = digits(given);
        if (key.isPresent()) {
            return value(Inputs.named(GET, () -> FactPath.parse(key.get()).resolve(figure.facts(model))), given);
        }
        List<Fact> facts = wanted(figure, model, given);
        if (given.json()) {
            return Json.answer(head(figure, row), figure, model, facts, question.notes());
        }
        DisplayProfile look = given.displayProfile();
        Glyphs glyphs = look.glyphs().value();
        String steps = given.has(EXPLAIN) ? String.join("\n", figure.steps(model)) + "\n\n" : "";
        if (!given.has(PLOT)) {
            return PlainText.forDisplay(steps + TextAnswers.facts(facts, digits), glyphs);
        }
        Frame frame = FigureState.of(figure, model).view(size.orElseGet(given.console()::room), look.font());
        return (steps.isEmpty() ? "" : PlainText.forDisplay(steps, glyphs))
                + (given.console().outIsTerminal() ? Ansi.of(frame, look.palette()) : PlainText.of(frame));
    }

    /**
     * Returns one value. It is printed in full unless digits are asked for, so that it can be used as an input.
     *
     * @throws BadInput if the fact has no value
     */
    private static String value(Fact fact, Arguments given) {
        fact.value().absence().ifPresent(why -> {
            throw BadInput.maths("no_value", fact.name() + " does not exist here: " + why);
        });
        if (given.json()) {
            return Json.value(fact);
        }
        String value = given.has(DIGITS)
                ? TextAnswers.value(fact, digits(given))
                : fact.value().text();
        return PlainText.harmless(value) + "\n";
    }

    private static int digits(Arguments given) {
        return given.whole(DIGITS, 1, MOST_DIGITS, TextAnswers.DIGITS);
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
