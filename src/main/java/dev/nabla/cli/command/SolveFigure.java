package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.AskedRows;
import dev.nabla.cli.AskedRows.AskedRow;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.CompletionCandidates;
import dev.nabla.cli.FigureArguments;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.TableInputs;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

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
    private static final String ROW = BatchTask.ROW;
    /** Names of the members of an answer, which no column of words may have. */
    private static final Set<String> RESERVED =
            Set.of("schema", "op", "line", ROW, "in", "out", "steps", "warnings", "error");

    private static final int MOST_DIGITS = 17;

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
        if (asked.isTable()) {
            Arguments.require(asked.rows().size() == 1 || !given.has(PLOT), PLOT + " draws one row; give one");
            return answered(asked, given).withWarnings(asked.notes());
        }
        FigureArguments.ParsedModel<M> question = asked.rows().get(0).question().orElseThrow();
        String answer =
                given.has(CSV) || given.has(TSV) ? table(asked, given) : answer(question, head(0, Map.of()), given);
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

    /**
     * Returns the facts that are printed.
     *
     * @throws BadInput if one that is asked for does not exist
     */
    private List<Fact> wanted(M model, Arguments given) {
        List<FactPath> keys = keys(given);
        if (!keys.isEmpty()) {
            List<Fact> facts = figure.facts(model);
            return keys.stream()
                    .map(key -> Inputs.named(GET, () -> key.resolve(facts)))
                    .toList();
        }
        List<String> unasked = new ArrayList<>(figure.factsOnRequest());
        unasked.removeIf(fact -> given.has("--" + fact));
        unasked.addAll(given.has(EXPLAIN) ? List.of() : figure.quantities().withSteps());
        List<Fact> wanted = new ArrayList<>(figure.facts(model, name -> !unasked.contains(name)));
        wanted.removeIf(fact -> unasked.contains(fact.name()));
        return wanted;
    }

    /** Returns the facts that {@code --get} names; none without it. */
    static List<FactPath> keys(Arguments given) {
        return given.value(GET)
                .map(text -> Inputs.named(GET, () -> FactPath.list(text)))
                .orElse(List.of());
    }

    /**
     * Returns the answers to the rows of a table. A row without an answer is named, and the others are answered. With
     * {@code --get} it is an empty line, so that the lines stay beside the rows.
     */
    private CommandResult answered(AskedRows<M> asked, Arguments given) {
        boolean isTable = given.has(CSV) || given.has(TSV);
        StringBuilder out = new StringBuilder(isTable ? table(asked, given) : "");
        StringBuilder err = new StringBuilder();
        long failed = 0;
        for (int i = 0; i < asked.rows().size(); i++) {
            AskedRow<M> row = asked.rows().get(i);
            AnswerWriter.Head head = head(i + 1, row.carried());
            failed += row.error().isPresent() ? 1 : 0;
            if (!isTable) {
                out.append(row.question()
                        .map(question -> title(head, given, out.isEmpty()) + answer(question, head, given))
                        .orElseGet(() -> refusal(head, row.error().orElseThrow(), given)));
                boolean named = !given.json() || given.has(GET);
                row.error()
                        .filter(bad -> named)
                        .ifPresent(bad -> err.append(CommandResult.errorLine(bad.getMessage())));
            }
        }
        if (failed > 0) {
            String rows = failed == 1 ? " rows has no answer" : " rows have no answer";
            err.append(CommandResult.errorLine(failed + " of " + asked.rows().size() + rows));
        }
        CommandResult reply =
                new CommandResult(failed == 0 ? ExitCode.OK : ExitCode.IN_PART, out.toString(), err.toString());
        Optional<List<String>> notes = asked.rows().stream()
                .flatMap(row -> row.question().stream())
                .map(FigureArguments.ParsedModel::notes)
                .findFirst();
        return reply.withWarnings(given.json() && !given.has(GET) ? List.of() : notes.orElse(List.of()));
    }

    /** Returns the line above the answer to a row in text: its number, and the words of its row. */
    private static String title(AnswerWriter.Head head, Arguments given, boolean isFirst) {
        if (given.json() || given.has(GET)) {
            return "";
        }
        List<String> words = new ArrayList<>();
        head.carried().forEach((name, json) -> words.add(name + " " + Json.unquoted(json)));
        return (isFirst ? "" : "\n") + PlainText.harmless(String.join(", ", words)) + "\n";
    }

    private String refusal(AnswerWriter.Head head, BadInput bad, Arguments given) {
        if (given.has(GET)) {
            return given.json() ? "null\n" : "\n".repeat(keys(given).size());
        }
        return given.json() ? Json.errorAt(head, bad) : "";
    }

    private String table(AskedRows<M> asked, Arguments given) {
        List<String> lead = new ArrayList<>(asked.isTable() ? List.of(ROW) : List.of());
        lead.addAll(asked.carried());
        boolean failing = asked.rows().stream().anyMatch(row -> row.error().isPresent());
        TableAnswers sheet = new TableAnswers(given.has(CSV) ? ',' : '\t', lead, failing);
        List<Optional<List<Fact>>> answers = asked.rows().stream()
                .map(row -> row.question().map(question -> wanted(question.model(), given)))
                .toList();
        sheet.begin(answers.stream()
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(TableAnswers::width))
                .orElse(List.of()));
        for (int i = 0; i < answers.size(); i++) {
            AskedRow<M> row = asked.rows().get(i);
            AnswerWriter.Head head = head(i + 1, row.carried());
            row.error().ifPresent(bad -> sheet.add(head, bad));
            List<Fact> facts = answers.get(i).orElse(List.of());
            row.question()
                    .ifPresent(question -> sheet.add(head, List.of(), question.model(), facts, List.of(), List.of()));
        }
        return sheet.toString();
    }

    /** Returns the beginning of an answer, with the number of its row from 1, or 0 if it is from no table. */
    private AnswerWriter.Head head(int row, Map<String, String> words) {
        Map<String, String> carried = new LinkedHashMap<>();
        if (row > 0) {
            carried.put(ROW, String.valueOf(row));
        }
        words.forEach((name, word) -> carried.put(name, Json.quoted(word)));
        return new AnswerWriter.Head(figure.id(), OptionalLong.empty(), carried);
    }

    /** Returns the answer to one question. */
    private String answer(FigureArguments.ParsedModel<M> question, AnswerWriter.Head head, Arguments given) {
        M model = question.model();
        Optional<Size> size = given.size();
        int digits = digits(given);
        List<Fact> facts = wanted(model, given);
        if (given.has(GET)) {
            return given.json() && facts.size() > 1
                    ? Json.values(facts)
                    : facts.stream().map(fact -> value(fact, given)).collect(Collectors.joining());
        }
        if (given.json()) {
            return Json.answer(head, figure, model, facts, question.notes());
        }
        DisplayProfile look = given.displayProfile();
        Glyphs glyphs = look.glyphs().value();
        String steps = given.has(EXPLAIN) ? String.join("\n", figure.steps(model)) + "\n\n" : "";
        if (!given.has(PLOT)) {
            return PlainText.forDisplay(steps + TextAnswers.facts(facts, digits), glyphs);
        }
        FigureState<M> plotted = FigureState.of(figure, model);
        return (steps.isEmpty() ? "" : PlainText.forDisplay(steps, glyphs))
                + (look.screenReader().value()
                        ? ShowFigure.inWords(plotted, look)
                        : plot(plotted, size.orElseGet(given.console()::room), given));
    }

    private static String plot(FigureState<?> figure, Size size, Arguments given) {
        DisplayProfile look = given.displayProfile();
        Frame frame = ShowFigure.worked(figure, given).view(size, look.font());
        return given.console().outIsTerminal() ? Ansi.of(frame, look.palette()) : PlainText.of(frame);
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
