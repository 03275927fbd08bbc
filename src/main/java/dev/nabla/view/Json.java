package dev.nabla.view;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Answers as lines of JSON, schema 1: {@code schema, op, in, out, steps, warnings}, or {@code schema, op, error}.
 *
 * <p>A number reads back as the same double. One that JSON cannot write, infinite or absent, is {@code null}, and a
 * warning says why.
 */
public final class Json {
    static final int SCHEMA = 1;
    private static final int MOST_NAMED = 3;

    private final JsonText text;
    private final List<String> warnings = new ArrayList<>();
    /** Of the value being written: every kind of number that JSON cannot write, and where such stand. */
    private final Map<Double, List<String>> unwritable = new LinkedHashMap<>();

    /** Nothing yet, and room for so many bytes before it has to grow. */
    public Json(int room) {
        this(new JsonText(room));
    }

    private Json(JsonText text) {
        this.text = text;
    }

    /** The answer of an operation: every question knob in, the wanted facts out, and how it was worked out. */
    public static <M extends Record> String answer(Figure<M> figure, M model, Predicate<Fact> wanted) {
        Json json = new Json(new JsonText());
        List<Fact> facts = new ArrayList<>(figure.facts(model));
        facts.removeIf(fact -> !wanted.test(fact));
        json.add(figure.id(), figure.asked(), model, facts, figure.steps(model));
        return json.text.taken();
    }

    /** One value and nothing round it. */
    public static String value(Fact fact) {
        Json json = new Json(new JsonText());
        json.value(fact.name(), fact.value());
        return json.text.line().taken();
    }

    /** The complaint about an operation that has no answer; op is null where none was named. */
    public static String error(String op, BadInput error) {
        Json json = new Json(new JsonText());
        json.add(op, error, OptionalLong.empty());
        return json.text.taken();
    }

    /** Adds a line with an answer: what the knobs that count hold, and the facts that follow. */
    public <M extends Record> void add(String op, List<Knob<M>> in, M model, List<Fact> out, List<String> steps) {
        warnings.clear();
        head(op);
        text.name("in").begin('{');
        for (int i = 0; i < in.size(); i++) {
            Knob<M> knob = in.get(i);
            Value value = knob.value(model);
            if (!(value instanceof Value.Absent)) {
                text.name(knob.name());
                value(knob.name(), value);
            }
        }
        text.end('}').name("out").begin('{');
        for (int i = 0; i < out.size(); i++) {
            Fact fact = out.get(i);
            text.name(fact.name());
            value(fact.name(), fact.value());
        }
        text.end('}');
        text.name("steps");
        strings(steps);
        text.name("warnings");
        strings(warnings);
        text.end('}').line();
    }

    /** Adds a line with a complaint, and where known the line of the input that it is about. */
    public void add(String op, BadInput error, OptionalLong line) {
        head(op);
        line.ifPresent(number -> text.name("line").whole(number));
        text.name("error").begin('{');
        text.name("code").string(error.code()).name("message").string(error.getMessage());
        error.place().ifPresent(place -> text.name("position").whole(place.position()));
        text.end('}').end('}').line();
    }

    /** Forgets a line that could not be added to its end. */
    public void abandon() {
        text.abandon();
        unwritable.clear();
    }

    /** Passes on the lines that have been added, in UTF-8. */
    public void passTo(OutputStream out) throws IOException {
        text.passTo(out);
    }

    private void head(String op) {
        text.begin('{').name("schema").whole(SCHEMA).name("op");
        if (op == null) {
            text.none();
        } else {
            text.string(op);
        }
    }

    /** A value; each number that cannot be written is named, or of many the first, and the rest counted. */
    private void value(String name, Value value) {
        write(name, value);
        if (!unwritable.isEmpty()) {
            warn();
        }
    }

    private void warn() {
        unwritable.forEach((x, places) -> {
            String kind = Decimal.shortest(x);
            if (places.size() > MOST_NAMED) {
                warnings.add(places.get(0) + " and " + (places.size() - 1) + " more are " + kind);
            } else {
                places.forEach(place -> warnings.add(place + " is " + kind));
            }
        });
        unwritable.clear();
    }

    private void write(String name, Value value) {
        if (value instanceof Value.Real real) {
            number(name, real.value());
        } else if (value instanceof Value.Whole whole) {
            text.whole(whole.value());
        } else if (value instanceof Value.Word word) {
            text.string(word.word());
        } else if (value instanceof Value.Wholes wholes) {
            wholes(wholes.values());
        } else if (value instanceof Value.Flag flag) {
            text.truth(flag.value());
        } else if (value instanceof Value.Words words) {
            strings(words.words());
        } else if (value instanceof Value.Reals reals) {
            array(name, reals.values());
        } else if (value instanceof Value.Rows rows) {
            arrays(name, rows.rows());
        } else if (value instanceof Value.Absent absent) {
            text.none();
            warnings.add(name + ": " + absent.why());
        }
    }

    private void wholes(List<Integer> wholes) {
        text.begin('[');
        for (int i = 0; i < wholes.size(); i++) {
            text.whole(wholes.get(i));
        }
        text.end(']');
    }

    private void arrays(String name, List<Vector> rows) {
        text.begin('[');
        for (int i = 0; i < rows.size(); i++) {
            array(name + "[" + (i + 1) + "]", rows.get(i));
        }
        text.end(']');
    }

    private void array(String name, Vector values) {
        text.begin('[');
        for (int i = 0; i < values.size(); i++) {
            double x = values.get(i);
            if (Double.isFinite(x)) {
                text.number(x);
            } else {
                number(name + "[" + (i + 1) + "]", x);
            }
        }
        text.end(']');
    }

    private void number(String name, double x) {
        if (Double.isFinite(x)) {
            text.number(x);
        } else {
            text.none();
            unwritable.computeIfAbsent(x, same -> new ArrayList<>()).add(name);
        }
    }

    private void strings(List<String> lines) {
        text.begin('[');
        for (int i = 0; i < lines.size(); i++) {
            text.string(lines.get(i));
        }
        text.end(']');
    }
}
