package dev.nabla.cli;

import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.QuestionRows;
import dev.nabla.cli.input.TableInputs;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.PlainText;
import dev.nabla.output.ScreenReader;
import dev.nabla.output.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The values given for the {@link Options} of a command, and the defaults for those that are missing. */
public record Arguments(ParseResult parsed, Environment console) {
    /** End of the error message about a name that cannot be the path of a folder. */
    public static final String FOLDER = "folder; type a path like my-course";

    private static final int LARGEST = 500;

    /** Returns everything that was typed after the command's name. */
    public List<String> words() {
        return parsed.expandedArgs();
    }

    /**
     * Checks how a command is used.
     *
     * @throws BadInput with this message, as a usage error, unless the condition holds
     */
    public static void require(boolean condition, String complaint) {
        if (!condition) {
            throw BadInput.usage("usage", complaint);
        }
    }

    /**
     * Returns the value given.
     *
     * @throws BadInput with this message if the value is missing
     */
    public static String require(Optional<String> given, String complaint) {
        require(given.isPresent(), complaint);
        return given.get();
    }

    /** Returns whether the command has this option. */
    boolean declares(String option) {
        return parsed.commandSpec().optionsMap().containsKey(option);
    }

    public boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /**
     * Returns whether JSON was asked for. In a line with errors, {@code --json} counts even if picocli stopped before
     * it.
     */
    public boolean json() {
        return has(Options.JSON) || !parsed.errors().isEmpty() && words().contains(Options.JSON);
    }

    public Optional<String> value(String option) {
        OptionSpec declared = parsed.commandSpec().optionsMap().get(option);
        return declared == null
                ? Optional.empty()
                : Optional.ofNullable(declared.<Object>getValue()).map(Object::toString);
    }

    /** Returns the operand at this position, counted from 0. */
    public Optional<String> operand(int position) {
        return Optional.ofNullable(parsed.matchedPositionalValue(position, (Object) null))
                .map(Object::toString);
    }

    /** Returns the error for a subcommand that is missing or that the command does not have. */
    public BadInput noSubcommand() {
        Options options = Options.of(parsed.commandSpec());
        Optional<String> word = operand(0);
        return word.isEmpty()
                ? BadInput.usage("usage", options.missing() + options.see())
                : BadInput.usage(
                        "usage",
                        "unknown action '" + word.get() + "'",
                        new Problem.OneOf(word.get(), options.command().subcommands()));
    }

    /**
     * Returns the integer given for an option, if any. It may be from {@code least} to {@code most}.
     *
     * @throws BadInput that names the option, if the value is no such integer
     */
    public Optional<Long> whole(String option, long least, long most) {
        return value(option)
                .map(text -> InputSuggestion.read(option, text, typed -> Numerals.whole(typed, least, most)));
    }

    /** Returns the integer given for an option, from {@code least} to {@code most}, or its default {@code usual}. */
    public int whole(String option, int least, int most, int usual) {
        return whole(option, least, most).map(Long::intValue).orElse(usual);
    }

    /** Returns the number given for an option, if any. */
    public Optional<Double> number(String option) {
        return value(option).map(text -> InputSuggestion.read(option, text, Numerals::number));
    }

    /** Returns the choice given for the option of a setting, if any. */
    public <E> Optional<E> chosen(Setting<E> setting) {
        String option = "--" + setting.name();
        return value(option).map(word -> setting.read(option, word));
    }

    /** Returns the folder of the course that was named with {@code --lessons}, or of nabla's own. */
    public Path lessons() {
        return value(Options.LESSONS).map(this::folder).orElse(console.lessons());
    }

    private Path folder(String name) {
        return console.disk().at(name, FOLDER, "leave out " + Options.LESSONS);
    }

    public Course course() {
        return console.courses().apply(lessons());
    }

    /** Returns the display settings by name: those of the options, and of the config file where no option is given. */
    public Map<String, Config.ConfigValue> asked() {
        Map<String, Config.ConfigValue> requested =
                new HashMap<>(console.config().values());
        for (Setting<?> setting : DisplayProfile.SETTINGS) {
            String word = value("--" + setting.name()).orElse(null);
            if (word != null) {
                requested.put(setting.name(), Config.ConfigValue.ofOption("--" + setting.name(), word));
            }
        }
        if (has(ScreenReader.OPTION)) {
            requested.put(ScreenReader.SETTING.name(), Config.ConfigValue.ofOption(ScreenReader.OPTION, "on"));
        }
        return requested;
    }

    public DisplayProfile displayProfile() {
        return DisplayProfile.detect(console.here(), asked());
    }

    /** Returns the lines with the characters that the chosen glyph level allows. */
    public String forDisplay(String lines) {
        return PlainText.forDisplay(lines, displayProfile().glyphs().value());
    }

    /** Returns a table with column heads, or its sentences where text is told line by line. */
    public String text(Listing rows) {
        return displayProfile().isLineByLine() ? String.join("\n", rows.sentences()) : rows.text();
    }

    /** Returns the value of {@code --size}, if given. */
    public Optional<Size> size() {
        return value(Options.SIZE).map(Arguments::size);
    }

    /**
     * Reads a size like {@code 80x24}, with sides of 1 to 500.
     *
     * @throws BadInput if the text is no such size
     */
    public static Size size(String text) {
        String[] parts = text.split("x", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw BadInput.usage("bad_size", "'" + text + "' is not a size; type width x height, like 80x24")
                    .forInput(Options.SIZE);
        }
        return Inputs.named(Options.SIZE + " " + text + ":", () -> new Size(side(parts[0]), side(parts[1])));
    }

    private static int side(String text) {
        return (int) Numerals.whole(text, 1, LARGEST);
    }

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
     * @param knobs what can be given
     * @param whole whether a run that is too long is refused and not cut
     */
    private <M extends Record> ParsedModel<M> question(
            Figure<M> figure, List<Knob<M, ?>> knobs, Map<String, Value> given, boolean whole) {
        List<String> cuts = new ArrayList<>();
        M model = model(figure, knobs, given, whole ? Optional.empty() : Optional.of(cuts));
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
    private static <M extends Record> void requireNamed(Figure<M> figure, M model, Set<String> given) {
        for (Knob<M, ?> knob : Settings.missing(figure.inputs(), model, given)) {
            if (!given.isEmpty() && !knob.codec().apply(model).names().isEmpty()) {
                throw BadInput.usage("missing", knob.missing(model));
            }
        }
    }

    private <M extends Record> M model(
            Figure<M> figure, List<Knob<M, ?>> knobs, Map<String, Value> given, Optional<List<String>> cuts) {
        try {
            return console.share().model(figure, knobs, figure.start(), given, cuts);
        } catch (BadInput bad) {
            throw knobs.stream()
                    .filter(knob -> bad.problem().isAbout(knob.name()))
                    .flatMap(knob -> value("--" + knob.name()).stream())
                    .filter(Inputs::isFile)
                    .findFirst()
                    .map(file -> new BadInput(bad.problem()
                            .withFinding(
                                    file + ": " + bad.problem().finding(),
                                    bad.problem().remedy())))
                    .orElse(bad);
        }
    }

    /**
     * Returns the figure's start model with every option that was given applied to it.
     *
     * @throws BadInput if an option cannot be read or exceeds the limits of the machine's share, or if a number
     *     with a name is missing
     */
    public <M extends Record> ParsedModel<M> question(Figure<M> figure) {
        Map<String, Value> given = given(figure.inputs(), figure.start(), inputs());
        ParsedModel<M> question = question(figure, figure.inputs(), given, true);
        requireNamed(figure, question.model(), given.keySet());
        return question;
    }

    /** Returns the same for a picture: a run that is too long for the machine's share may be cut, which a note says. */
    public <M extends Record> ParsedModel<M> picture(Figure<M> figure) {
        List<Knob<M, ?>> knobs = figure.knobs();
        return question(figure, knobs, given(knobs, figure.start(), inputs()), false);
    }

    /**
     * Returns one question per row if an option holds a table, else the only question.
     *
     * @param reserved names that answers have themselves, which no column of words may have
     * @throws BadInput if the table cannot be read, or the only question has no answer
     */
    public <M extends Record> AskedRows<M> questions(Figure<M> figure, Set<String> reserved) {
        Inputs inputs = inputs();
        TableInputs around = TableInputs.of(figure, reserved, value(TableInputs.COLUMNS));
        QuestionRows rows = QuestionRows.one(Map.of());
        Map<String, Value> alike = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        boolean hasColumns = false;
        for (Knob<M, ?> knob : given(figure)) {
            Value now = knob.held(figure.start());
            QuestionRows read = inputs.rows(knob, now, value("--" + knob.name()).orElseThrow(), around);
            notes.addAll(read.notes());
            hasColumns |= read.hasColumns();
            if (read.isTable()) {
                rows = read;
            } else {
                add(read.rows().get(0).given(), alike);
            }
        }
        require(
                hasColumns || around.chosen().isEmpty(),
                TableInputs.COLUMNS + " chooses columns of a file with a header; leave it out");
        List<AskedRows.AskedRow<M>> asked = new ArrayList<>();
        for (QuestionRows.QuestionRow row : rows.rows()) {
            Map<String, Value> given = new LinkedHashMap<>(alike);
            add(row.given(), given);
            asked.add(
                    rows.isTable()
                            ? asked(figure, given, row, asked.size() + 1)
                            : AskedRows.AskedRow.of(answerable(figure, given)));
        }
        return new AskedRows<>(rows.isTable(), rows.carried(), asked, notes);
    }

    /** Adds values to those that are given; one that is there already is given twice. */
    private static void add(Map<String, Value> more, Map<String, Value> given) {
        more.forEach((name, value) -> require(
                given.putIfAbsent(name, value) == null,
                name + " is given twice, as --" + name + " and as a column; leave one out"));
    }

    /** Returns the knobs whose options are given, those for which a table asks a question per row last. */
    private <M extends Record> List<Knob<M, ?>> given(Figure<M> figure) {
        List<Knob<M, ?>> given = new ArrayList<>(figure.inputs());
        given.removeIf(knob -> value("--" + knob.name()).isEmpty());
        given.sort(Comparator.comparing(knob -> knob.info().byRow()));
        return given;
    }

    /** Returns the question of a row. An error names the row, from 1. */
    private <M extends Record> AskedRows.AskedRow<M> asked(
            Figure<M> figure, Map<String, Value> given, QuestionRows.QuestionRow row, int number) {
        try {
            row.error().ifPresent(bad -> {
                throw bad;
            });
            return new AskedRows.AskedRow<>(row.carried(), Optional.of(answerable(figure, given)), Optional.empty());
        } catch (BadInput bad) {
            BadInput placed = bad.forInput("row " + number + ":").withoutPosition();
            return new AskedRows.AskedRow<>(row.carried(), Optional.empty(), Optional.of(placed));
        }
    }

    private <M extends Record> ParsedModel<M> answerable(Figure<M> figure, Map<String, Value> given) {
        ParsedModel<M> question = question(figure, figure.inputs(), given, false);
        requireNamed(figure, question.model(), given.keySet());
        figure.requireAnswer(question.model());
        List<String> notes = new ArrayList<>(question.inputs());
        figure.caveat(question.model()).ifPresent(caveat -> notes.add(0, caveat));
        return new ParsedModel<>(question.model(), question.cuts(), notes);
    }

    private Inputs inputs() {
        return new Inputs(console.streams().in(), console.disk());
    }

    /** Returns the values that the options give, by the names of their knobs. */
    private <M extends Record> Map<String, Value> given(List<Knob<M, ?>> knobs, M start, Inputs inputs) {
        Map<String, Value> given = new LinkedHashMap<>();
        for (Knob<M, ?> knob : knobs) {
            value("--" + knob.name())
                    .ifPresent(text -> given.put(knob.name(), inputs.read(knob, knob.held(start), text)));
        }
        return given;
    }
}
