package dev.nabla.lesson;

import dev.nabla.figure.Key;
import dev.nabla.figure.Spelling;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values by name: what was drawn for a question, or the facts of a figure as it stands.
 *
 * @param values a number, a row or rows for each name
 * @param patience with formulas over them
 */
record Scope(Map<String, Value> values, Patience patience) {
    /** Code of the complaint that a value has no such part. */
    static final String NO_PART = "out_of_range";

    Scope {
        values = new LinkedHashMap<>(values);
    }

    /** No numbers yet. */
    static Scope empty(Patience patience) {
        return new Scope(Map.of(), patience);
    }

    /** The same values with a patience of their own. */
    Scope within(Patience other) {
        return new Scope(values, other);
    }

    Scope with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Scope(more, patience);
    }

    /** The value of a name, or the part of it at a position like {@code 2} or {@code 2,1}; null is the whole. */
    Value value(String name, String position) {
        if (!values.containsKey(name)) {
            String why = values.isEmpty() ? "there are no numbers here" : Spelling.suggest(name, values.keySet());
            throw BadInput.usage("bad_lesson", "unknown number '" + name + "'; " + why);
        }
        return part(name, values.get(name), position);
    }

    /**
     * The part of a value at a position, counted from 1: a component, a row, or an entry by row and column.
     *
     * @throws BadInput of the kind {@link BadInput.Kind#MATHS} and the code {@link #NO_PART} if it has no such part
     */
    static Value part(String name, Value value, String position) {
        if (position == null) {
            return value;
        }
        try {
            return Key.parse(name + "[" + position + "]").of(value);
        } catch (BadInput bad) {
            throw BadInput.maths(NO_PART, bad.getMessage());
        }
    }

    /** The number as a formula takes it: bracketed where it is negative. */
    static String text(double x) {
        return x < 0 || 1 / x < 0 ? "(" + Decimal.shortest(x) + ")" : Decimal.shortest(x);
    }

    /** A value as a knob reads it: {@code 1,0.3} or {@code 1,2;3,4}. */
    static String text(Value value) {
        if (value instanceof Value.Real real) {
            return text(real.value());
        }
        if (value instanceof Value.Whole whole) {
            return text(whole.value());
        }
        if (value instanceof Value.Reals reals) {
            return text(reals.values());
        }
        if (value instanceof Value.Rows rows) {
            return rows.rows().stream().map(Scope::text).collect(Collectors.joining(";"));
        }
        if (value instanceof Value.Word word) {
            return word.word();
        }
        throw BadInput.maths("no_value", ((Value.Absent) value).why());
    }

    private static String text(Vector row) {
        return row.stream().mapToObj(Scope::text).collect(Collectors.joining(","));
    }
}
