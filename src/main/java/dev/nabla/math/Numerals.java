package dev.nabla.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Text to numbers, the only reader of what users type as a number.
 *
 * <p>A number is a decimal or a small sum of them: {@code 0.5}, {@code -1e-3}, {@code 1/3}, {@code pi}, {@code sqrt(2)},
 * {@code inf}. A vector is numbers between commas: {@code 1,0.3}. Nothing depends on the locale; trailing text, NaN and
 * decimals too large for a double are refused.
 */
public final class Numerals {
    private static final int LONGEST_SHOWN = 40;

    private Numerals() {}

    /** One number, possibly infinite where {@code inf} was written. */
    public static double number(String text) {
        return new Arithmetic(text).value();
    }

    /** A whole number within the bounds, both included. */
    public static long whole(String text, long least, long most) {
        if (!text.strip().matches("[+-]?[0-9]+")) {
            throw BadInput.usage(
                    "bad_number", quoted(text) + " is not a whole number; type one like " + Math.max(least, 1));
        }
        BigInteger value = new BigInteger(text.strip());
        if (value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0) {
            return value.longValue();
        }
        throw BadInput.usage(
                "out_of_range", quoted(text) + " is out of range; type a whole number from " + least + " to " + most);
    }

    /** Numbers between commas; spaces round them do not count. */
    public static Vector vector(String text) {
        if (text.isBlank()) {
            throw BadInput.usage("empty", "is empty; type numbers between commas, like 2.1,0.5,-1");
        }
        List<Double> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (part.isBlank()) {
                throw BadInput.usage(
                        "bad_number",
                        quoted(text) + " has an empty place; type numbers between commas, like 2.1,0.5,-1");
            }
            values.add(number(part));
        }
        return Vector.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Rows between semicolons, numbers between commas: {@code 1,2,3;4,5,6}. */
    public static Matrix matrix(String text) {
        List<Vector> rows = new ArrayList<>();
        for (String row : text.split(";", -1)) {
            rows.add(vector(row));
        }
        return Matrix.of(rows);
    }

    static String quoted(String text) {
        return "'" + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...") + "'";
    }
}
