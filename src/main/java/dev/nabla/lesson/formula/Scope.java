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
 * Values by name: the numbers drawn for a question, or the facts of a figure.
 *
 * @param values a number, word, row or matrix for each name
 * @param patience limit for formulas over them
 * @param known facts of figures that need not be computed
 */
public record Scope(Map<String, Value> values, Deadline patience, KnownFacts known) {
    /** Code of the error that a value has no part at a position. */
    public static final String NO_PART = "out_of_range";

    /** Writes numbers for use in an expression: negative ones in parentheses. */
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

    /** Creates a scope without known facts. */
    public Scope(Map<String, Value> values, Deadline patience) {
        this(values, patience, KnownFacts.NONE);
    }

    /** Returns a copy with another limit. */
    public Scope within(Deadline other) {
        return new Scope(values, other, known);
    }

    public Scope with(String name, Value value) {
        Scope more = new Scope(values, patience, known);
        more.values.put(name, value);
        return more;
    }

    /**
     * Returns the value of a name, or the part of it at the key's position.
     *
     * @throws BadInput if the name is unknown, or its value has no such part
     */
    public Value value(FactPath key) {
        if (!values.containsKey(key.name())) {
            String why = values.isEmpty() ? "there are no numbers here" : Spelling.suggest(key.name(), values.keySet());
            throw BadLesson.of("unknown number '" + key.name() + "'; " + why);
        }
        return part(key, values.get(key.name()));
    }

    /**
     * Returns the part of a value at a position: a component, a row, or an entry by row and column, counted from 1.
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

    /**
     * Returns a value as a number.
     *
     * @throws BadInput if it is absent or is not a single number
     */
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

    /** Returns the settings of a figure with every {@code $name} replaced by its value. */
    public Map<String, String> filled(Map<String, String> settings) {
        Map<String, String> filled = new LinkedHashMap<>();
        settings.forEach((knob, text) -> filled.put(
                knob,
                Reference.DRAWN
                        .matcher(text)
                        .replaceAll(drawn -> Matcher.quoteReplacement(text(value(FactPath.parse(drawn.group(1))))))));
        return filled;
    }

    /**
     * Returns a value as a knob reads it, {@code 1,0.3} or {@code 1,2;3,4}. A word is put in parentheses, since it may
     * be an expression.
     */
    static String text(Value value) {
        return value.word().map(word -> "(" + word + ")").orElseGet(() -> new Value.Rows(rows(value))
                .accept(BRACKETED));
    }

    /**
     * Returns the numbers of a value, row by row.
     *
     * @throws BadInput if it has none
     */
    public static List<Vector> rows(Value value) {
        if (value.rows().isEmpty()) {
            throw noNumber(value);
        }
        return value.rows();
    }
}
