package dev.nabla.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Label;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Answers as lines of JSON, schema 1: {@code schema, op, in, out, steps, warnings}, or {@code schema, op, error}.
 *
 * <p>A number reads back as the same double. One that JSON cannot write, infinite or absent, is {@code null}, and a
 * warning says why.
 */
public final class Json implements Closeable {
    private static final int SCHEMA = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;
    private final List<String> warnings = new ArrayList<>();

    /** Lines, one after the other, to a stream. */
    public Json(OutputStream where) throws IOException {
        out = FACTORY.createGenerator(where).setRootValueSeparator(new SerializedString("\n"));
    }

    private interface Writing {
        void to(Json json) throws IOException;
    }

    /** The answer of an operation: every question knob in, the wanted facts out, and how it was worked out. */
    public static <M extends Record> String answer(Figure<M> figure, M model, Predicate<Fact> wanted) {
        return line(json -> json.writeAnswer(figure, model, wanted, figure.steps(model)));
    }

    /** One value and nothing round it. */
    public static String value(Fact fact) {
        return line(json -> json.value(fact.name(), fact.value()));
    }

    /** The complaint about an operation that has no answer; op is null where none was named. */
    public static String error(String op, BadInput error) {
        return line(json -> json.writeError(op, error, OptionalLong.empty()));
    }

    private static String line(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Json json = new Json(bytes)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A line with an answer; if the maths throws, nothing has been written. */
    public <M extends Record> void writeAnswer(Figure<M> figure, M model, Predicate<Fact> wanted, List<String> steps)
            throws IOException {
        List<Fact> facts = figure.facts(model);
        warnings.clear();
        head(figure.id());
        out.writeObjectFieldStart("in");
        for (Knob<M> knob : figure.knobs()) {
            if (knob.label().scope() == Label.Scope.QUESTION) {
                field(knob.name(), knob.value(model));
            }
        }
        out.writeEndObject();
        out.writeObjectFieldStart("out");
        for (Fact fact : facts) {
            if (wanted.test(fact)) {
                field(fact.name(), fact.value());
            }
        }
        out.writeEndObject();
        strings("steps", steps);
        strings("warnings", warnings);
        out.writeEndObject();
    }

    /** A line with a complaint, and where known the line of the input that it is about. */
    public void writeError(String op, BadInput error, OptionalLong line) throws IOException {
        head(op);
        if (line.isPresent()) {
            out.writeNumberField("line", line.getAsLong());
        }
        out.writeObjectFieldStart("error");
        out.writeStringField("code", error.code());
        out.writeFieldName("message");
        string(error.getMessage());
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Ends the last line. */
    @Override
    public void close() throws IOException {
        out.writeRaw('\n');
        out.close();
    }

    private void head(String op) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schema", SCHEMA);
        out.writeStringField("op", op);
    }

    private void field(String name, Value value) throws IOException {
        out.writeFieldName(name);
        value(name, value);
    }

    private void value(String name, Value value) throws IOException {
        if (value instanceof Value.Real real) {
            number(name, real.value());
        } else if (value instanceof Value.Whole whole) {
            out.writeNumber(whole.value());
        } else if (value instanceof Value.Word word) {
            string(word.word());
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
            double x = values.get(i);
            if (Double.isFinite(x)) {
                finite(x);
            } else {
                number(name + "[" + (i + 1) + "]", x);
            }
        }
        out.writeEndArray();
    }

    private void number(String name, double x) throws IOException {
        if (Double.isFinite(x)) {
            finite(x);
        } else {
            out.writeNull();
            warnings.add(name + " is " + Decimal.shortest(x));
        }
    }

    /** With a point or a power of ten always, so that whoever reads it makes a double of it, and -0.0 stays what it is. */
    private void finite(double x) throws IOException {
        String shortest = Decimal.shortest(x);
        out.writeNumber(shortest.indexOf('.') < 0 && shortest.indexOf('e') < 0 ? shortest + ".0" : shortest);
    }

    private void strings(String name, List<String> lines) throws IOException {
        out.writeArrayFieldStart(name);
        for (String line : lines) {
            string(line);
        }
        out.writeEndArray();
    }

    /** Escapes also what JSON would let stand and a terminal obey. */
    private void string(String text) throws IOException {
        if (Text.STEERING.matcher(text).find()) {
            String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
            out.writeRawValue("\"" + Text.STEERING.matcher(quoted).replaceAll(match -> escaped(match.group())) + "\"");
        } else {
            out.writeString(text);
        }
    }

    private static String escaped(String steering) {
        return steering.chars()
                .mapToObj(c -> "\\\\u" + Integer.toHexString(0x10000 + c).substring(1))
                .collect(Collectors.joining());
    }
}
