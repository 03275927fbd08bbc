package dev.nabla.lesson.formula;

import dev.nabla.figure.FactPath;
import dev.nabla.figure.TextVisitor;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.math.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Values by name: what was drawn for a question, or the facts of a figure as it stands.
 *
 * @param values a number, a row or rows for each name
 * @param patience with formulas over them
 */
public record Scope(Map<String, Value> values, Deadline patience) {
    /** Code of the complaint that a value has no such part. */
    public static final String NO_PART = "out_of_range";

    /** Numbers as they can stand in an expression: bracketed where they are negative. */
    private static final TextVisitor BRACKETED = new TextVisitor(",", ";") {
        @Override
        public String real(double x) {
            String text = super.real(x);
            return x < 0 || 1 / x < 0 ? "(" + text + ")" : text;
        }
    };

    public Scope {
        values = new LinkedHashMap<>(values);
    }

    /** Its values with another patience. */
    public Scope within(Deadline other) {
        return new Scope(values, other);
    }

    public Scope with(String name, Value value) {
        Scope more = new Scope(values, patience);
        more.values.put(name, value);
        return more;
    }

    /** The value of a name, or the part of it that is meant. */
    public Value value(FactPath key) {
        if (!values.containsKey(key.name())) {
            String why = values.isEmpty() ? "there are no numbers here" : Spelling.suggest(key.name(), values.keySet());
            throw BadLesson.of("unknown number '" + key.name() + "'; " + why);
        }
        return part(key, values.get(key.name()));
    }

    /**
     * The part of a value that is meant: a component, a row, or an entry by row and column.
     *
     * @throws BadInput of the kind {@link BadInput.ErrorKind#MATHS} and the code {@link #NO_PART} if it has no such
     *     part
     */
    public static Value part(FactPath key, Value value) {
        try {
            return key.of(value);
        } catch (BadInput bad) {
            throw BadInput.maths(NO_PART, bad.getMessage());
        }
    }

    /** The number that a value is. */
    public static double number(Value value) {
        return value.number().orElseThrow(() -> noNumber(value));
    }

    private static BadInput noNumber(Value value) {
        return value.absence()
                .map(why -> BadInput.maths("no_value", why))
                .orElseGet(() -> BadLesson.of(
                        value.dimensions() == 2
                                ? "a matrix is not one number; give a row and a column, like [2,1]"
                                : "'" + value.text() + "' is no number to work with"));
    }

    /** Settings of a figure with values put in for names. */
    public Map<String, String> filled(Map<String, String> settings) {
        Map<String, String> filled = new LinkedHashMap<>();
        settings.forEach((knob, text) -> filled.put(
                knob,
                Reference.DRAWN
                        .matcher(text)
                        .replaceAll(drawn -> Matcher.quoteReplacement(text(value(FactPath.parse(drawn.group(1))))))));
        return filled;
    }

    /** A value as a knob reads it, {@code 1,0.3} or {@code 1,2;3,4}; a word in brackets, since it may be an expression. */
    static String text(Value value) {
        return value.word().map(word -> "(" + word + ")").orElseGet(() -> new Value.Rows(rows(value))
                .accept(BRACKETED));
    }

    /** The numbers of a value, row by row. */
    public static List<Vector> rows(Value value) {
        if (value.rows().isEmpty()) {
            throw noNumber(value);
        }
        return value.rows();
    }
}
