package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.AskedRows;
import dev.nabla.cli.AskedRows.AskedRow;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.FigureArguments;
import dev.nabla.cli.input.BatchTask;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What {@code nabla solve OP} prints: values, text, JSON, a table or a plot, as the options say.
 *
 * @param figure the operation
 * @param given the options
 */
record SolveAnswers<M extends Record>(Figure<M> figure, Arguments given) {
    /**
     * Returns the facts that are printed.
     *
     * @throws BadInput if one that is asked for does not exist
     */
    private List<Fact> wanted(M model) {
        List<FactPath> keys = SolveFigure.keys(given);
        if (!keys.isEmpty()) {
            List<Fact> facts = figure.facts(model);
            return keys.stream()
                    .map(key -> Inputs.named(SolveFigure.GET, () -> key.resolve(facts)))
                    .toList();
        }
        List<String> unasked = new ArrayList<>(figure.factsOnRequest());
        unasked.removeIf(fact -> given.has("--" + fact));
        unasked.addAll(
                given.has(SolveFigure.EXPLAIN) ? List.of() : figure.quantities().withSteps());
        List<Fact> wanted = new ArrayList<>(figure.facts(model, name -> !unasked.contains(name)));
        wanted.removeIf(fact -> unasked.contains(fact.name()));
        return wanted;
    }

    /**
     * Returns the answers to the rows of a table. A row without an answer is named, and the others are answered. With
     * {@code --get} it is an empty line, so that the lines stay beside the rows.
     */
    CommandResult answered(AskedRows<M> asked) {
        boolean isTable = given.has(SolveFigure.CSV) || given.has(SolveFigure.TSV);
        StringBuilder out = new StringBuilder(isTable ? table(asked) : "");
        StringBuilder err = new StringBuilder();
        long failed = 0;
        for (int i = 0; i < asked.rows().size(); i++) {
            AskedRow<M> row = asked.rows().get(i);
            AnswerWriter.Head head = head(i + 1, row.carried());
            failed += row.error().isPresent() ? 1 : 0;
            if (!isTable) {
                out.append(row.question()
                        .map(question -> title(head, out.isEmpty()) + answer(question, head))
                        .orElseGet(() -> refusal(head, row.error().orElseThrow())));
                boolean named = !given.json() || given.has(SolveFigure.GET);
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
        return reply.withWarnings(given.json() && !given.has(SolveFigure.GET) ? List.of() : notes.orElse(List.of()));
    }

    /** Returns the line above the answer to a row in text: its number, and the words of its row. */
    private String title(AnswerWriter.Head head, boolean isFirst) {
        if (given.json() || given.has(SolveFigure.GET)) {
            return "";
        }
        List<String> words = new ArrayList<>();
        head.carried().forEach((name, json) -> words.add(name + " " + Json.unquoted(json)));
        return (isFirst ? "" : "\n") + PlainText.harmless(String.join(", ", words)) + "\n";
    }

    private String refusal(AnswerWriter.Head head, BadInput bad) {
        if (given.has(SolveFigure.GET)) {
            return given.json() ? "null\n" : "\n".repeat(SolveFigure.keys(given).size());
        }
        return given.json() ? Json.errorAt(head, bad) : "";
    }

    String table(AskedRows<M> asked) {
        List<String> lead = new ArrayList<>(asked.isTable() ? List.of(BatchTask.ROW) : List.of());
        lead.addAll(asked.carried());
        boolean failing = asked.rows().stream().anyMatch(row -> row.error().isPresent());
        TableAnswers sheet = new TableAnswers(given.has(SolveFigure.CSV) ? ',' : '\t', lead, failing);
        List<Optional<List<Fact>>> answers = asked.rows().stream()
                .map(row -> row.question().map(question -> wanted(question.model())))
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
            carried.put(BatchTask.ROW, String.valueOf(row));
        }
        words.forEach((name, word) -> carried.put(name, Json.quoted(word)));
        return new AnswerWriter.Head(figure.id(), OptionalLong.empty(), carried);
    }

    /** Returns the answer to one question that is from no table. */
    String answer(FigureArguments.ParsedModel<M> question) {
        return answer(question, head(0, Map.of()));
    }

    private String answer(FigureArguments.ParsedModel<M> question, AnswerWriter.Head head) {
        M model = question.model();
        Optional<Size> size = given.size();
        int digits = digits();
        List<Fact> facts = wanted(model);
        if (given.has(SolveFigure.GET)) {
            return given.json() && facts.size() > 1
                    ? Json.values(facts)
                    : facts.stream().map(fact -> value(fact)).collect(Collectors.joining());
        }
        if (given.json()) {
            return Json.answer(head, figure, model, facts, question.notes());
        }
        DisplayProfile look = given.displayProfile();
        Glyphs glyphs = look.glyphs().value();
        String steps = given.has(SolveFigure.EXPLAIN) ? String.join("\n", figure.steps(model)) + "\n\n" : "";
        if (!given.has(SolveFigure.PLOT)) {
            return PlainText.forDisplay(steps + TextAnswers.facts(facts, digits), glyphs);
        }
        FigureState<M> plotted = FigureState.of(figure, model);
        return (steps.isEmpty() ? "" : PlainText.forDisplay(steps, glyphs))
                + (look.screenReader().value()
                        ? ShowFigure.inWords(plotted, look)
                        : plot(plotted, size.orElseGet(given.console()::room)));
    }

    private String plot(FigureState<?> figure, Size size) {
        DisplayProfile look = given.displayProfile();
        Frame frame = ShowFigure.worked(figure, given).view(size, look.font());
        return given.console().outIsTerminal() ? Ansi.of(frame, look.palette()) : PlainText.of(frame);
    }

    /**
     * Returns one value. It is printed in full unless digits are asked for, so that it can be used as an input.
     *
     * @throws BadInput if the fact has no value
     */
    private String value(Fact fact) {
        fact.value().absence().ifPresent(why -> {
            throw BadInput.maths("no_value", fact.name() + " does not exist here: " + why);
        });
        if (given.json()) {
            return Json.value(fact);
        }
        String value = given.has(SolveFigure.DIGITS)
                ? TextAnswers.value(fact, digits())
                : fact.value().text();
        return PlainText.harmless(value) + "\n";
    }

    private int digits() {
        return given.whole(SolveFigure.DIGITS, 1, SolveFigure.MOST_DIGITS, TextAnswers.DIGITS);
    }
}
