package dev.nabla.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Label;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An answer as one line of JSON, schema 1: {@code schema, op, in, out, steps, warnings}, or {@code schema, op, error}.
 *
 * <p>A number reads back as the same double. One that JSON cannot write, infinite or absent, is {@code null}, and a
 * warning says why.
 */
public final class Json {
    private static final int SCHEMA = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final List<String> warnings = new ArrayList<>();
    private final StringWriter text = new StringWriter();
    private final JsonGenerator out;

    private Json() throws IOException {
        out = FACTORY.createGenerator(text);
    }

    /** The answer of an operation: every question knob that counts in, the wanted facts out. */
    public static <M extends Record> String answer(Figure<M> figure, M model, Predicate<Fact> wanted) {
        try {
            return new Json().write(figure, model, wanted);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The complaint about an operation that has no answer; op is null where none was named. */
    public static String error(String op, BadInput error) {
        try {
            Json json = new Json();
            json.head(op);
            json.out.writeObjectFieldStart("error");
            json.out.writeStringField("code", error.code());
            json.out.writeStringField("message", error.getMessage());
            if (error.place().isPresent()) {
                json.out.writeNumberField("position", error.place().get().position());
            }
            json.out.writeEndObject();
            return json.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Words and whole numbers by name, in their order, as one object; null where there is none. */
    public static String words(Map<String, ?> words) {
        try {
            Json json = new Json();
            json.out.writeStartObject();
            json.out.writeNumberField("schema", SCHEMA);
            for (Map.Entry<String, ?> word : words.entrySet()) {
                json.out.writeFieldName(word.getKey());
                if (word.getValue() instanceof Long whole) {
                    json.out.writeNumber(whole);
                } else {
                    json.out.writeString((String) word.getValue());
                }
            }
            return json.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private <M extends Record> String write(Figure<M> figure, M model, Predicate<Fact> wanted) throws IOException {
        head(figure.id());
        out.writeObjectFieldStart("in");
        for (Knob<M> knob : figure.knobs()) {
            boolean asked = knob.label().scope() == Label.Scope.QUESTION;
            if (asked && !(knob.value(model) instanceof Value.Absent)) {
                field(knob.name(), knob.value(model));
            }
        }
        out.writeEndObject();
        out.writeObjectFieldStart("out");
        for (Fact fact : figure.facts(model)) {
            if (wanted.test(fact)) {
                field(fact.name(), fact.value());
            }
        }
        out.writeEndObject();
        out.writeFieldName("steps");
        strings(figure.steps(model));
        out.writeFieldName("warnings");
        strings(warnings);
        return end();
    }

    private void head(String op) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schema", SCHEMA);
        out.writeStringField("op", op);
    }

    private String end() throws IOException {
        out.writeEndObject();
        out.close();
        return Text.STEERING.matcher(text.toString()).replaceAll(match -> escaped(match.group())) + "\n";
    }

    /** Only strings hold such characters; most of them JSON would allow to stand as they are. */
    private static String escaped(String steering) {
        return steering.chars()
                .mapToObj(c -> "\\\\u" + Integer.toHexString(0x10000 + c).substring(1))
                .collect(Collectors.joining());
    }

    private void field(String name, Value value) throws IOException {
        out.writeFieldName(name);
        if (value instanceof Value.Real real) {
            number(name, real.value());
        } else if (value instanceof Value.Whole whole) {
            out.writeNumber(whole.value());
        } else if (value instanceof Value.Word word) {
            out.writeString(word.word());
        } else if (value instanceof Value.Wholes wholes) {
            out.writeArray(
                    wholes.values().stream().mapToInt(Integer::intValue).toArray(),
                    0,
                    wholes.values().size());
        } else if (value instanceof Value.Flag flag) {
            out.writeBoolean(flag.value());
        } else if (value instanceof Value.Words words) {
            strings(words.words());
        } else if (value instanceof Value.Reals reals) {
            array(name, reals.values());
        } else if (value instanceof Value.Rows rows) {
            out.writeStartArray();
            for (int i = 0; i < rows.rows().size(); i++) {
                array(name + "[" + (i + 1) + "]", rows.rows().get(i));
            }
            out.writeEndArray();
        } else if (value instanceof Value.Absent absent) {
            out.writeNull();
            warnings.add(name + ": " + absent.why());
        }
    }

    private void array(String name, Vector values) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < values.size(); i++) {
            number(name + "[" + (i + 1) + "]", values.get(i));
        }
        out.writeEndArray();
    }

    private void number(String name, double x) throws IOException {
        String shortest = Decimal.shortest(x);
        if (!Double.isFinite(x)) {
            out.writeNull();
            warnings.add(name + " is " + shortest);
        } else {
            boolean bare = shortest.chars().allMatch(c -> c == '-' || Character.isDigit(c));
            out.writeNumber(bare ? shortest + ".0" : shortest);
        }
    }

    private void strings(List<String> lines) throws IOException {
        out.writeStartArray();
        for (String line : lines) {
            out.writeString(line);
        }
        out.writeEndArray();
    }
}
