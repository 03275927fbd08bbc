package dev.nabla.cli;

import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.QuestionRows;
import dev.nabla.cli.input.TableInputs;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The model of a figure that the values given for a command make, or one model per row of a table.
 *
 * @param arguments the values of the options, which have the names of the figure's knobs
 */
public record FigureArguments<M extends Record>(Figure<M> figure, Arguments arguments) {
    /**
     * A figure's model, built from the inputs that were given.
     *
     * @param cuts warnings about a run that is cut
     * @param inputs warnings about inputs that may be meant otherwise, and about missing inputs, for which the figure's
     *     example is used
     */
    public record ParsedModel<M extends Record>(M model, List<String> cuts, List<String> inputs) {
        public List<String> notes() {
            List<String> all = new ArrayList<>(cuts);
            all.addAll(inputs);
            return all;
        }
    }

    /**
     * Returns the figure's start model with every option that was given applied to it.
     *
     * @throws BadInput if an option cannot be read or exceeds the limits of the machine's share, or if a number
     *     with a name is missing
     */
    public ParsedModel<M> question() {
        Map<String, Value> given = given(figure.inputs());
        ParsedModel<M> question = question(figure.inputs(), given, true);
        requireNamed(question.model(), given.keySet());
        return question;
    }

    /** Returns the same for a picture: a run that is too long for the machine's share may be cut, which a note says. */
    public ParsedModel<M> picture() {
        List<Knob<M, ?>> knobs = figure.knobs();
        return question(knobs, given(knobs), false);
    }

    /**
     * Returns one question per row if an option holds a table, else the only question.
     *
     * @param reserved names that answers have themselves, which no column of words may have
     * @throws BadInput if the table cannot be read, or the only question has no answer
     */
    public AskedRows<M> questions(Set<String> reserved) {
        Inputs inputs = inputs();
        TableInputs around = TableInputs.of(figure, reserved, arguments.value(TableInputs.COLUMNS));
        QuestionRows rows = QuestionRows.one(Map.of());
        Map<String, Value> alike = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        boolean hasColumns = false;
        for (Knob<M, ?> knob : byRow()) {
            Value now = knob.held(figure.start());
            QuestionRows read =
                    inputs.rows(knob, now, arguments.value("--" + knob.name()).orElseThrow(), around);
            notes.addAll(read.notes());
            hasColumns |= read.hasColumns();
            if (read.isTable()) {
                rows = read;
            } else {
                add(read.rows().get(0).given(), alike);
            }
        }
        Arguments.require(
                hasColumns || around.chosen().isEmpty(),
                TableInputs.COLUMNS + " chooses columns of a file with a header; leave it out");
        List<AskedRows.AskedRow<M>> asked = new ArrayList<>();
        for (QuestionRows.QuestionRow row : rows.rows()) {
            Map<String, Value> given = new LinkedHashMap<>(alike);
            add(row.given(), given);
            asked.add(rows.isTable() ? asked(given, row, asked.size() + 1) : AskedRows.AskedRow.of(answerable(given)));
        }
        return new AskedRows<>(rows.isTable(), rows.carried(), asked, notes);
    }

    /**
     * @param knobs what can be given
     * @param whole whether a run that is too long is refused and not cut
     */
    private ParsedModel<M> question(List<Knob<M, ?>> knobs, Map<String, Value> given, boolean whole) {
        List<String> cuts = new ArrayList<>();
        M model = model(knobs, given, whole ? Optional.empty() : Optional.of(cuts));
        List<String> notes = Settings.doubts(figure, knobs, model, given.keySet());
        List<String> example = new ArrayList<>();
        for (Knob<M, ?> knob : Settings.missing(knobs, model, given.keySet())) {
            example.add(knob.name() + " " + Numerals.quoted(knob.text(model)));
        }
        String note = (given.isEmpty()
                        ? "no input is given: this is the example, with "
                        : "not given, and so of the example: ")
                + String.join(", ", example);
        if (!example.isEmpty()) {
            notes.add(note);
        }
        return new ParsedModel<>(model, cuts, notes);
    }

    /**
     * Checks that numbers with names are given. Those of the example stand in for them only if nothing is given, since
     * they have the names of the example.
     */
    private void requireNamed(M model, Set<String> given) {
        for (Knob<M, ?> knob : Settings.missing(figure.inputs(), model, given)) {
            if (!given.isEmpty() && !knob.codec().apply(model).names().isEmpty()) {
                throw BadInput.usage("missing", knob.missing(model));
            }
        }
    }

    private M model(List<Knob<M, ?>> knobs, Map<String, Value> given, Optional<List<String>> cuts) {
        try {
            return arguments.console().share().model(figure, knobs, figure.start(), given, cuts);
        } catch (BadInput bad) {
            throw knobs.stream()
                    .filter(knob -> bad.problem().isAbout(knob.name()))
                    .flatMap(knob -> arguments.value("--" + knob.name()).stream())
                    .filter(Inputs::isFile)
                    .findFirst()
                    .map(file -> new BadInput(bad.problem()
                            .withFinding(
                                    file + ": " + bad.problem().finding(),
                                    bad.problem().remedy())))
                    .orElse(bad);
        }
    }

    /** Adds values to those that are given; one that is there already is given twice. */
    private static void add(Map<String, Value> more, Map<String, Value> given) {
        more.forEach((name, value) -> Arguments.require(
                given.putIfAbsent(name, value) == null,
                name + " is given twice, as --" + name + " and as a column; leave one out"));
    }

    /** Returns the knobs whose options are given, those for which a table asks a question per row last. */
    private List<Knob<M, ?>> byRow() {
        List<Knob<M, ?>> given = new ArrayList<>(figure.inputs());
        given.removeIf(knob -> arguments.value("--" + knob.name()).isEmpty());
        given.sort(Comparator.comparing(knob -> knob.info().byRow()));
        return given;
    }

    /** Returns the question of a row. An error names the row, from 1. */
    private AskedRows.AskedRow<M> asked(Map<String, Value> given, QuestionRows.QuestionRow row, int number) {
        try {
            row.error().ifPresent(bad -> {
                throw bad;
            });
            return new AskedRows.AskedRow<>(row.carried(), Optional.of(answerable(given)), Optional.empty());
        } catch (BadInput bad) {
            BadInput placed = bad.forInput("row " + number + ":").withoutPosition();
            return new AskedRows.AskedRow<>(row.carried(), Optional.empty(), Optional.of(placed));
        }
    }

    private ParsedModel<M> answerable(Map<String, Value> given) {
        ParsedModel<M> question = question(figure.inputs(), given, false);
        requireNamed(question.model(), given.keySet());
        figure.requireAnswer(question.model());
        List<String> notes = new ArrayList<>(question.inputs());
        figure.caveat(question.model()).ifPresent(caveat -> notes.add(0, caveat));
        return new ParsedModel<>(question.model(), question.cuts(), notes);
    }

    private Inputs inputs() {
        return new Inputs(
                arguments.console().streams().in(), arguments.console().disk());
    }

    /** Returns the values that the options give, by the names of their knobs. */
    private Map<String, Value> given(List<Knob<M, ?>> knobs) {
        Inputs inputs = inputs();
        Map<String, Value> given = new LinkedHashMap<>();
        for (Knob<M, ?> knob : knobs) {
            arguments
                    .value("--" + knob.name())
                    .ifPresent(text -> given.put(knob.name(), inputs.read(knob, knob.held(figure.start()), text)));
        }
        return given;
    }
}
