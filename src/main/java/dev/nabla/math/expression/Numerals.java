package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import dev.nabla.math.Problem;
import dev.nabla.math.Vector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        int start = sign(text, 0);
        // A decimal and nothing else, by far the most, needs no parser.
        boolean plain = start < text.length() && decimal(text, start) == text.length();
        double value = plain
                ? Double.parseDouble(text)
                : Calculation.parse(text, Calculation.NameScanner.NONE).value();
        if (plain && Double.isInfinite(value)) {
            throw tooLarge(text);
        }
        return value;
    }

    /** Where the unsigned decimal that begins at a place ends; the place itself if none does. */
    static int decimal(String text, int start) {
        int whole = digits(text, start);
        boolean point = text.startsWith(".", whole);
        int end = point ? digits(text, whole + 1) : whole;
        if (end - start == (point ? 1 : 0)) {
            return start;
        }
        boolean power = text.startsWith("e", end) || text.startsWith("E", end);
        int from = power ? end + 1 + sign(text, end + 1) : end;
        int to = digits(text, from);
        // An e without digits is no power of ten.
        return to > from ? to : end;
    }

    /** Where the digits that begin at a place end. */
    static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    static BadInput unreadable(String text) {
        Problem.Remedy remedy = text.indexOf('\u2212') < 0
                ? new Problem.Suggestion("type one like 0.5, -1e-3, 1/3 or pi")
                : new Problem.Type("a hyphen for the minus, " + shortened(text.replace('\u2212', '-')));
        return BadInput.usage("bad_number", quoted(text) + " is not a number", remedy);
    }

    static BadInput tooLarge(String text) {
        return BadInput.maths(
                "too_large", quoted(text) + " is larger than any double (1.8e308); type inf if you mean infinity");
    }

    /** A whole number within the bounds, both included. */
    public static long whole(String text, long least, long most) {
        return whole(text, least, most, "");
    }

    /** @param more what else to type in place of a larger one, {@code $} for its text */
    public static long whole(String text, long least, long most, String more) {
        int start = text.length() - text.stripLeading().length();
        int first = start + sign(text, start);
        int end = digits(text, first);
        if (end == first || !text.substring(end).isBlank()) {
            Problem.Remedy remedy = new Problem.WholeNumber(Math.max(least, 1));
            throw BadInput.usage("bad_number", quoted(text) + " is not a whole number", remedy)
                    .atPosition(text, end + 1);
        }
        BigInteger value = new BigInteger(text.strip());
        if (value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0) {
            return value.longValue();
        }
        String instead = value.signum() < 0 ? "" : more.replace("$", value.toString());
        throw BadInput.usage(
                "out_of_range",
                quoted(text) + " is out of range; type a whole number from " + least + " to " + most + instead);
    }

    /** How long the sign at a place is. */
    private static int sign(String text, int at) {
        return text.startsWith("-", at) || text.startsWith("+", at) ? 1 : 0;
    }

    /** Numbers between commas; spaces round them do not count. */
    public static Vector vector(String text) {
        if (text.isBlank()) {
            throw BadInput.usage("empty", "is empty", list());
        }
        List<ListSegment> parts = ListSegment.of(text, ",");
        return Vector.of(parts.size(), i -> parts.get(i).read(part -> component(part, text)));
    }

    private static double component(String part, String list) {
        if (part.isBlank()) {
            throw BadInput.usage("bad_number", quoted(list) + " has an empty place", list());
        }
        return number(part);
    }

    private static Problem.Remedy list() {
        return new Problem.Suggestion("type numbers between commas, like 2.1,0.5,-1");
    }

    /** Rows between semicolons, numbers between commas: {@code 1,2,3;4,5,6}. */
    public static Matrix matrix(String text) {
        List<ListSegment> rows = ListSegment.of(text, ";");
        return Matrix.of(rows.size(), i -> rows.get(i).read(Numerals::vector));
    }

    /** A text in quotes, only its beginning if it is long. */
    public static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /**
     * A piece of a typed list; what cannot be read in it is complained of at its place in the whole.
     *
     * @param whole all that was typed
     * @param begin how much of it stands before the piece
     * @param text the piece
     */
    record ListSegment(String whole, int begin, String text) {

        /** The pieces between the separators, a regular expression; empty ones too. */
        static List<ListSegment> of(String whole, String separators) {
            List<ListSegment> parts = new ArrayList<>();
            int begin = 0;
            for (String text : whole.split(separators, -1)) {
                parts.add(new ListSegment(whole, begin, text));
                begin += text.length() + 1;
            }
            return parts;
        }

        <T> T read(Function<String, T> reader) {
            try {
                return reader.apply(text);
            } catch (BadInput bad) {
                throw bad.shifted(whole, begin);
            }
        }
    }
}
