package dev.nabla.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.frame.ControlCharacters;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes answers as lines of JSON, schema 1: {@code schema, op, in, out, steps, warnings}, or
 * {@code schema, op, error}.
 *
 * <p>A number is written so that it reads back as the same double. One that is not finite becomes a text,
 * {@code "inf"}, {@code "-inf"} or {@code "nan"}. A missing value is {@code null}. Both cause a warning if they are in
 * {@code out}, unless the fact is {@linkplain Fact#calm calm}.
 */
public final class Json implements AnswerWriter {
    private static final int SCHEMA = 1;
    private static final int MOST_NAMED = 3;
    private static final int LINE = 4096;

    /** Creates generators that escape all characters that could control a terminal. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new TerminalSafe())
            .rootValueSeparator((String) null)
            .build();

    private final LineBuffer lines;
    private JsonGenerator json;
    private final List<String> warnings = new ArrayList<>();
    /** The paths of numbers that are not finite in the current value, by number. */
    private final Map<Double, List<String>> notFinite = new LinkedHashMap<>();

    private final ValueWriter writer = new ValueWriter();
    /** The position where the current line begins, in bytes. */
    private int begun;

    /** Writes the content of a line, or a part of it. */
    private interface JsonBody {
        void to(JsonGenerator json) throws IOException;
    }

    /** Creates an empty buffer with room for this number of bytes; it grows as needed. */
    public Json(int room) {
        lines = new LineBuffer(room);
        json = generator();
    }

    /** Returns a line of JSON without characters that could control a terminal. */
    static String line(Object any) {
        Json json = new Json(LINE);
        json.add(line -> any(any, line));
        return json.text();
    }

    private String text() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    /** A buffer of UTF-8 that can be shortened. */
    private static final class LineBuffer extends ByteArrayOutputStream {
        LineBuffer(int room) {
            super(room);
        }

        void cut(int length) {
            count = length;
        }
    }

    /**
     * Escapes also characters that JSON allows but that could control a terminal: control, format and unpaired
     * surrogate characters.
     */
    private static final class TerminalSafe extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private final int[] ascii = standardAsciiEscapesForJSON();

        TerminalSafe() {
            for (int c = 0; c < ascii.length; c++) {
                if (ControlCharacters.is(c) && c != '\n') {
                    ascii[c] = ESCAPE_CUSTOM;
                }
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return ControlCharacters.is(c)
                    ? new SerializedString(
                            "\\u" + Integer.toHexString(0x10000 | c).substring(1))
                    : null;
        }
    }

    /**
     * Returns the answer of an operation.
     *
     * @param facts the facts to write
     * @param notes warnings
     */
    public static <M extends Record> String answer(
            Head head, Figure<M> figure, M model, List<Fact> facts, List<String> notes) {
        Json json = new Json(LINE);
        json.add(head, figure.inputs(), model, facts, figure.steps(model), notes);
        return json.text();
    }

    /**
     * Returns the answer of a command without a figure.
     *
     * @param in the inputs
     * @param out the results
     * @param notes warnings
     */
    public static String answer(String op, List<Fact> in, List<Fact> out, List<String> notes) {
        Json json = new Json(LINE);
        json.add(Head.of(op), line -> json.members("in", in), out, Optional.empty(), notes);
        return json.text();
    }

    /** Returns a value alone on a line. */
    public static String value(Fact fact) {
        Json json = new Json(LINE);
        json.add(out -> json.write(fact.name(), fact.value()));
        return json.text();
    }

    /** Returns values by name, as one object on a line. */
    public static String values(List<Fact> facts) {
        Json json = new Json(LINE);
        json.add(out -> {
            out.writeStartObject();
            for (Fact fact : facts) {
                json.member(fact);
            }
            out.writeEndObject();
        });
        return json.text();
    }

    /** Returns a map in the order of the arguments: a name, its value, the next name, ... */
    public static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    /**
     * Returns an object of schema 1 that is not the answer of an operation. Values are texts, whole numbers, booleans,
     * null, and lists and maps of these.
     */
    public static String object(Map<String, ?> members) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("schema", SCHEMA));
        all.putAll(members);
        return line(all);
    }

    /** Writes a text, number, boolean or null, an array of numbers, or lists and maps of these. */
    public static void any(Object any, JsonGenerator json) throws IOException {
        if (any instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                json.writeFieldName((String) member.getKey());
                any(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (any instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                any(element, json);
            }
            json.writeEndArray();
        } else if (any instanceof double[] numbers) {
            json.writeStartArray();
            for (double x : numbers) {
                json.writeNumber(Decimal.real(x));
            }
            json.writeEndArray();
        } else if (any instanceof Double x) {
            json.writeNumber(Decimal.real(x));
        } else {
            json.writeObject(any);
        }
    }

    /**
     * Returns an error line.
     *
     * @param op name of the operation; null if none was given
     */
    public static String error(String op, BadInput error) {
        return errorAt(Head.of(op), error);
    }

    /** Returns an error line that begins like an answer. */
    public static String errorAt(Head head, BadInput error) {
        Json json = new Json(LINE);
        json.add(head, error);
        return json.text();
    }

    /** Returns a text as JSON, in quotation marks. */
    public static String quoted(String text) {
        return line(text).strip();
    }

    /** Returns the text that JSON in quotation marks stands for; other JSON unchanged. */
    public static String unquoted(String json) {
        if (!json.startsWith("\"")) {
            return json;
        }
        if (json.indexOf('\\') < 0) {
            return json.substring(1, json.length() - 1);
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException never) {
            throw new UncheckedIOException(never); // it was read as JSON before
        }
    }

    @Override
    public <M extends Record> void add(
            Head head, List<Knob<M, ?>> in, M model, List<Fact> out, List<String> steps, List<String> notes) {
        add(head, line -> inputs(in, model), out, Optional.of(steps), notes);
    }

    private void add(Head head, JsonBody in, List<Fact> out, Optional<List<String>> steps, List<String> notes) {
        warnings.clear();
        warnings.addAll(notes);
        add(line -> {
            begin(head);
            in.to(line);
            members("out", out);
            if (steps.isPresent()) {
                texts("steps", steps.get());
            }
            texts("warnings", warnings);
            json.writeEndObject();
        });
    }

    private <M extends Record> void inputs(List<Knob<M, ?>> knobs, M model) throws IOException {
        json.writeObjectFieldStart("in");
        for (Knob<M, ?> knob : knobs) {
            Value value = knob.value(model);
            if (!value.isAbsent()) {
                json.writeFieldName(knob.name());
                write(knob.name(), value);
            }
        }
        json.writeEndObject();
        notFinite.clear();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void members(String name, List<Fact> facts) throws IOException {
        json.writeFieldName(name);
        json.writeStartObject();
        for (Fact fact : facts) {
            member(fact);
        }
        json.writeEndObject();
    }

    @Override
    public void add(Head head, Map<String, ?> members) {
        add(line -> {
            begin(head);
            for (Map.Entry<String, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey());
                any(member.getValue(), json);
            }
            json.writeEndObject();
        });
    }

    @Override
    public void add(Head head, BadInput error) {
        add(line -> {
            begin(head);
            json.writeObjectFieldStart("error");
            json.writeStringField("code", error.code());
            json.writeStringField("message", error.getMessage());
            if (error.place().isPresent()) {
                json.writeNumberField("position", error.place().get().position());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private void add(JsonBody content) {
        try {
            content.to(json);
            json.writeRaw('\n');
            json.flush();
        } catch (IOException never) {
            throw new UncheckedIOException(never); // a byte array accepts everything
        }
        begun = lines.size();
    }

    @Override
    public void abandon() {
        lines.cut(begun);
        json = generator();
        notFinite.clear();
    }

    @Override
    public int size() {
        return begun;
    }

    @Override
    public void passTo(OutputStream out) throws IOException {
        lines.writeTo(out);
        lines.reset();
        begun = 0;
    }

    private JsonGenerator generator() {
        try {
            return FACTORY.createGenerator(lines);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private void begin(Head head) throws IOException {
        json.writeStartObject();
        json.writeFieldName("schema");
        json.writeNumber(SCHEMA);
        json.writeFieldName("op");
        json.writeString(head.op());
        if (head.line().isPresent()) {
            json.writeFieldName("line");
            json.writeNumber(head.line().getAsLong());
        }
        for (Map.Entry<String, String> member : head.carried().entrySet()) {
            json.writeFieldName(member.getKey());
            json.writeRawValue(member.getValue());
        }
    }

    private void member(Fact fact) throws IOException {
        json.writeFieldName(fact.name());
        write(fact.name(), fact.value());
        if (!fact.calm()) {
            warn(fact.name(), fact.value());
        }
        if (!fact.doubt().isEmpty()) {
            warnings.add(fact.name() + ": " + fact.doubt());
        }
        notFinite.clear();
    }

    /**
     * Adds a warning for a missing value and for each number that is not finite. Of more than {@link #MOST_NAMED}
     * numbers of a kind it names the first and counts the rest.
     */
    private void warn(String name, Value value) {
        if (value.isAbsent()) {
            warnings.add(name + ": " + value.absence().get());
        }
        notFinite.forEach((x, places) -> {
            String kind = Decimal.shortest(x);
            if (places.size() > MOST_NAMED) {
                warnings.add(places.get(0) + " and " + (places.size() - 1) + " more are " + kind);
            } else {
                places.forEach(place -> warnings.add(place + " is " + kind));
            }
        });
    }

    private void write(String name, Value value) throws IOException {
        writer.list = name;
        writer.position = 0;
        value.accept(writer);
    }

    /** Writes values, and records where a number is not finite. */
    private final class ValueWriter implements Value.Visitor<Void, IOException> {
        /** The path of the list whose elements are being written, or the name of a value that is not in a list. */
        private String list;
        /** The position in the list, from 1; 0 outside a list. */
        private int position;

        @Override
        public Void real(double x) throws IOException {
            if (Double.isFinite(x)) {
                json.writeNumber(Decimal.real(x));
            } else {
                json.writeString(Decimal.shortest(x));
                notFinite.computeIfAbsent(x, same -> new ArrayList<>()).add(path());
            }
            return null;
        }

        @Override
        public Void whole(long n) throws IOException {
            json.writeNumber(n);
            return null;
        }

        @Override
        public Void word(String text) throws IOException {
            json.writeString(text);
            return null;
        }

        @Override
        public Void flag(boolean yes) throws IOException {
            json.writeBoolean(yes);
            return null;
        }

        @Override
        public Void absent(String why) throws IOException {
            json.writeNull();
            return null;
        }

        /** Writes the first number of a pair without a decimal point if it is whole. */
        @Override
        public Void pairs(Value.Pairs pairs) throws IOException {
            json.writeStartArray();
            for (Vector pair : pairs.rows()) {
                json.writeStartArray();
                json.writeNumber(Decimal.shortest(pair.get(0)));
                json.writeNumber(Decimal.real(pair.get(1)));
                json.writeEndArray();
            }
            json.writeEndArray();
            return null;
        }

        @Override
        public Void list(Value.Listed parts) throws IOException {
            String outer = list;
            int place = position;
            list = path();
            json.writeStartArray();
            for (int i = 0; i < parts.size(); i++) {
                position = i + 1;
                parts.part(i).accept(this);
            }
            json.writeEndArray();
            list = outer;
            position = place;
            return null;
        }

        private String path() {
            return position == 0 ? list : list + "[" + position + "]";
        }
    }
}
