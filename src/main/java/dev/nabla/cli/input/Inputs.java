package dev.nabla.cli.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.nabla.figure.Knob;
import dev.nabla.figure.ShellCommand;
import dev.nabla.figure.Value;
import dev.nabla.figure.VectorCodec;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A reader of the values of options: the words themselves, {@code @file}, or {@code -} for standard input. Standard
 * input can be read only once.
 */
public final class Inputs {
    /** The name that stands for standard input or output wherever a file may be named. */
    public static final String STREAM = "-";

    public static final int MOST_MEGABYTES = 64;
    static final int MOST_BYTES = MOST_MEGABYTES << 20;
    /** The lines of {@code --help} on how to write inputs. */
    public static final List<String> HELP = List.of(
            "A number: 0.5, -1e-3, 1/3, pi, sqrt(2), inf. A vector: 1,0.3. A matrix: 1,2;3,4.",
            "@FILE reads an input from a file, - from standard input: numbers between commas or blanks,",
            "rows as lines (CSV), or JSON arrays. An array may also be typed: '[[1,2],[3,4]]'.");

    /** The lines of {@code --help} on tables with one question per row. */
    public static final List<String> ROWS = List.of(
            "Each row of a table, like 2,1;0,3 or a CSV file, is a question. A header row may name the columns;",
            "a column with the name of another input, such as truth or tau, supplies that input. A column of",
            "words, like names, comes out again beside the answers.");

    /** The lines of {@code --help} on tables that ask one question. */
    public static final List<String> COLUMNS =
            List.of("A CSV file may have a header row; a column with the name of another input supplies that input.");

    /**
     * The replacement character, which the decoder writes for bytes that are not UTF-8. Numbers and names do not
     * contain it.
     */
    private static final char NOT_UTF_8 = '\uFFFD';

    private final InputStream in;
    private final FileAccess disk;
    /** The input for which standard input was read; null until then. */
    private String reader;

    public Inputs(InputStream in, FileAccess disk) {
        this.in = in;
        this.disk = disk;
    }

    /**
     * Returns the value given for a knob.
     *
     * @param old the present value of the knob, which determines what kind of value is read
     * @param given the text of the option
     * @throws BadInput if the value or its file cannot be read
     */
    public Value read(Knob<?, ?> knob, Value old, String given) {
        boolean numbers = old.dimensions() > 0;
        boolean array = numbers && given.startsWith("[") || old instanceof Value.NamedReals && given.startsWith("{");
        if (!isFile(given) && !array) {
            if (numbers && isFileName(given)) {
                throw BadInput.usage(
                        "bad_number",
                        knob.name() + " '" + given + "' is the name of a file; type @" + given + " to read it");
            }
            return new Value.Word(given);
        }
        try {
            return value(array ? given : text(knob.name(), given), old);
        } catch (BadInput bad) {
            BadInput explained = array ? InputSuggestion.offered(bad, given, Numerals::matrix) : bad;
            // The user typed the name of the file, so a position in its content is no position in the command line.
            throw explained.forInput(given + ":").forInput(knob.name()).withoutPosition();
        }
    }

    /** Returns whether the text ends with a point and at least two letters, as no number does. */
    private static boolean isFileName(String given) {
        int point = given.lastIndexOf('.');
        for (int i = point + 1; i < given.length(); i++) {
            if (!Character.isLetter(given.charAt(i))) {
                return false;
            }
        }
        return point >= 0 && given.length() - point > 2;
    }

    /**
     * Returns the questions that the value of an option asks: one, or one per row of a table if the knob takes rows. A
     * table without a header that has only one row or one column is a vector.
     *
     * @param old the present value of the knob, which determines what kind of value is read
     * @param around what the columns of a table with a header can supply
     * @throws BadInput if the value or its file cannot be read
     */
    public QuestionRows rows(Knob<?, ?> knob, Value old, String given, TableInputs around) {
        boolean file = isFile(given);
        boolean byRow = knob.info().byRow();
        boolean typed = byRow && (given.startsWith("[[") || given.indexOf(';') >= 0 && given.indexOf(',') >= 0);
        if (!typed && (!file || !around.hasColumns(knob.name()))) {
            return QuestionRows.one(Map.of(knob.name(), read(knob, old, given)));
        }
        try {
            String text = file ? text(knob.name(), given) : given;
            boolean array = text.stripLeading().startsWith("[");
            Optional<QuestionRows> table =
                    array || !file ? Optional.empty() : TableQuestions.read(text, knob.name(), around);
            // Numbers with names, like w=4,c=-1, are one question.
            boolean named = text.indexOf('=') >= 0 || text.stripLeading().startsWith("{");
            return table.orElseGet(() -> byRow && !named
                    ? rows(knob, array ? json(text) : value(text, new Value.Rows(List.of())))
                    : QuestionRows.one(Map.of(knob.name(), value(text, old))));
        } catch (BadInput bad) {
            throw bad.forInput((file ? given : Numerals.quoted(given)) + ":")
                    .forInput(knob.name())
                    .withoutPosition();
        }
    }

    private static QuestionRows rows(Knob<?, ?> knob, Value value) {
        boolean table = value.dimensions() == 2 && value.rows().stream().anyMatch(row -> row.size() > 1);
        if (!table) {
            return QuestionRows.one(Map.of(knob.name(), fitting(value, new Value.Reals(Vector.of(0)))));
        }
        List<QuestionRows.QuestionRow> rows = value.rows().stream()
                .map(row -> QuestionRows.QuestionRow.of(Map.of(knob.name(), new Value.Reals(row))))
                .toList();
        return new QuestionRows(rows.size() > 1, false, List.of(), rows, List.of());
    }

    /** Returns whether a text names a file or standard input. */
    public static boolean isFile(String given) {
        return given.equals(STREAM) || given.startsWith("@");
    }

    private String text(String name, String given) {
        byte[] bytes = bytes(
                () -> given.equals(STREAM) ? standardInput(name) : file(name, given.substring(1)),
                MOST_MEGABYTES,
                "give less at once");
        return text(bytes, "give numbers as text, CSV or JSON, in UTF-8");
    }

    /**
     * Returns all bytes of a source.
     *
     * @param megabytes the largest size allowed
     * @param cure the end of the error message about a source that is too large
     * @throws BadInput if the source is too large or cannot be read
     */
    public static byte[] bytes(Supplier<InputStream> source, int megabytes, String cure) {
        try (InputStream in = source.get()) {
            byte[] bytes = in.readNBytes((megabytes << 20) + 1);
            if (bytes.length > megabytes << 20) {
                throw BadInput.usage("too_big", "it is larger than " + megabytes + " MB; " + cure);
            }
            return bytes;
        } catch (IOException bad) {
            throw BadInput.usage("unreadable", "it cannot be read: " + bad.getMessage());
        }
    }

    /**
     * Decodes UTF-8, without a byte order mark.
     *
     * @throws BadInput if the bytes are not text
     */
    public static String text(byte[] bytes, String cure) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0 || text.indexOf(NOT_UTF_8) >= 0) {
            throw BadInput.usage("not_text", "it is not text; " + cure);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private InputStream standardInput(String name) {
        if (reader != null) {
            throw BadInput.usage(
                    "stdin_twice",
                    "standard input was read for " + reader + " and holds nothing more; give one of them as @file");
        }
        reader = name;
        return in;
    }

    private InputStream file(String knob, String name) {
        if (name.isEmpty()) {
            throw BadInput.usage("no_file", "type a file behind the @, like @z.csv");
        }
        return disk.open(name, ", or the numbers themselves", sent("--" + knob, name));
    }

    /** Returns advice on how to send a file to another machine as standard input. */
    public static String sent(String option, String name) {
        return "send it: … " + option + " - < " + ShellCommand.quoted(name);
    }

    /**
     * Reads a JSON array, numbers with names, a table of numbers, or a word.
     *
     * @param old the present value of the knob, which determines what kind of value is read
     */
    private static Value value(String text, Value old) {
        if (text.isBlank()) {
            throw BadInput.usage(
                    "empty", "it is empty", new Problem.Suggestion("write numbers into it, like 2.1,0.5,-1"));
        }
        boolean named = old instanceof Value.NamedReals;
        if (named && text.indexOf('=') >= 0) {
            return new Value.Word(text.strip());
        }
        if (!named && text.stripLeading().startsWith("{")) {
            throw BadInput.usage("bad_json", "it is an object of JSON", array());
        }
        if (text.stripLeading().startsWith("[") || text.stripLeading().startsWith("{")) {
            return fitting(json(text), old);
        }
        if (old.dimensions() > 0) {
            return fitting(Table.read(text), old);
        }
        return new Value.Word(text.strip());
    }

    private static Value json(String text) {
        try (JsonParser json = JsonValues.FACTORY.createParser(text)) {
            json.nextToken();
            Value value = JsonValues.value(json);
            if (json.nextToken() != null) {
                throw BadInput.usage(
                        "bad_json", "it goes on after the array", new Problem.Suggestion("give one array"));
            }
            return value;
        } catch (StreamReadException broken) {
            JsonLocation place = broken.getLocation();
            throw BadInput.usage(
                    "bad_json",
                    "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": this is not JSON",
                    array());
        } catch (IOException never) {
            throw new UncheckedIOException(never); // reading a string does not fail
        }
    }

    private static Problem.Remedy array() {
        return new Problem.Suggestion("give an array like [2.1,0.5] or [[1,2],[3,4]]");
    }

    private static Value fitting(Value value, Value old) {
        return value.dimensions() == 2 && old.dimensions() == 1
                ? new Value.Reals(named("it", () -> VectorCodec.only(value.rows())))
                : value;
    }

    /** Returns what {@code read} returns. An error message of it gets {@code name} as its beginning. */
    public static <T> T named(String name, Supplier<T> read) {
        try {
            return read.get();
        } catch (BadInput bad) {
            throw bad.forInput(name);
        }
    }
}
