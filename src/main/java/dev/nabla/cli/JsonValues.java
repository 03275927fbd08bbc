package dev.nabla.cli;

import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Numerals;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON to values: a number, a word, a list of numbers, a list of such lists. A word may stand where a number could: {@code
 * ["1/3", "-inf"]} is read as if it had been typed.
 */
final class JsonValues {
    /** Every whole number up to here is a double. */
    private static final double MOST_WHOLE = 1L << 53;

    private static final List<String> LITERALS = List.of("true", "false", "null");
    private static final List<String> UNBOUNDED = List.of("NaN", "Infinity", "+Infinity", "-Infinity", "+INF", "-INF");

    private JsonValues() {}

    /** The value that comes next and is taken. */
    static Value value(JsonReader json) {
        int next = json.next();
        if (next == '[') {
            return list(json);
        }
        if (next == '"') {
            return new Value.Word(json.string());
        }
        if (json.isNumber()) {
            return scalar(number(json), json);
        }
        String named = next == '{' ? "an object" : json.word();
        if (named.equals("true") || named.equals("false")) {
            return new Value.Word(named);
        }
        if (next == '{' || named.equals("null")) {
            throw BadInput.usage("bad_value", "is " + named + "; give a number, a text or a list of numbers");
        }
        return new Value.Real(unbounded(named, json));
    }

    /** A whole number that no double holds stays as it is written. */
    private static Value scalar(double x, JsonReader json) {
        boolean negativeZero = x == 0 && 1 / x < 0;
        if (!json.wasWhole() || negativeZero) {
            return new Value.Real(x);
        }
        return Math.abs(x) <= MOST_WHOLE ? new Value.Whole((long) x) : new Value.Word(json.text());
    }

    private static Value list(JsonReader json) {
        json.require('[');
        return json.next() == '[' ? new Value.Rows(rows(json)) : numbers(json);
    }

    /** The numbers of a list behind its bracket. */
    private static Value numbers(JsonReader json) {
        double[] numbers = new double[8];
        int n = 0;
        boolean more = !json.takes(']');
        while (more) {
            if (json.next() == '"') {
                return words(json, numbers, n);
            }
            if (n == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * n);
            }
            n++;
            numbers[n - 1] = entry(json, n);
            more = json.goesOn(']');
        }
        return new Value.Reals(Vector.of(numbers, n));
    }

    /** The list again as it would be typed, from the first word on. */
    private static Value words(JsonReader json, double[] numbers, int n) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            entries.add(Decimal.shortest(numbers[i]));
        }
        do {
            entries.add(json.next() == '"' ? json.string() : Decimal.shortest(entry(json, entries.size() + 1)));
        } while (json.goesOn(']'));
        return new Value.Word(String.join(",", entries));
    }

    private static List<Vector> rows(JsonReader json) {
        List<Vector> rows = new ArrayList<>();
        do {
            rows.add(row(json, rows.size() + 1));
        } while (json.goesOn(']'));
        return rows;
    }

    private static Vector row(JsonReader json, int position) {
        if (json.isValue() && json.next() != '[') {
            throw BadInput.usage(
                    "bad_value", "row " + position + " is no list of numbers; give rows like [[1,2],[3,4]]");
        }
        json.require('[');
        try {
            if (json.next() == '[') {
                throw BadInput.usage(
                        "bad_value", "lists are nested too deep; a matrix is rows of numbers, like [[1,2],[3,4]]");
            }
            Value row = numbers(json);
            return row instanceof Value.Reals reals ? reals.values() : Numerals.vector(row.text());
        } catch (BadInput bad) {
            throw bad.about("row " + position + ":");
        }
    }

    private static double entry(JsonReader json, int position) {
        try {
            return json.isNumber() ? number(json) : unbounded(noNumber(json, position), json);
        } catch (BadInput bad) {
            throw bad.code().equals("bad_value") ? bad : bad.about("number " + position + ":");
        }
    }

    /** The word that stands where a number should, unless it is something else. */
    private static String noNumber(JsonReader json, int position) {
        int next = json.next();
        String named = next == '{' ? "an object" : next == '[' ? "a list" : json.word();
        if (next == '{' || next == '[' || LITERALS.contains(named)) {
            throw BadInput.usage(
                    "bad_value",
                    "number " + position + " is " + named + "; give a number like 0.5, or text like \"1/3\"");
        }
        return named;
    }

    /** One that no double holds is read again as text, which says why not. */
    private static double number(JsonReader json) {
        double x = json.number();
        return Double.isInfinite(x) ? Numerals.number(json.text()) : x;
    }

    /** JSON has no infinity, but those who write it have; NaN is read to be refused by name. */
    private static double unbounded(String word, JsonReader json) {
        if (!UNBOUNDED.contains(word)) {
            throw json.brokenWord();
        }
        return Numerals.number(word);
    }
}
