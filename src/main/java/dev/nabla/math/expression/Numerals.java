package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import dev.nabla.math.Problem;
import dev.nabla.math.Vector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Parser of all numbers that users type.
 *
 * <p>A number is a decimal or a small calculation: {@code 0.5}, {@code -1e-3}, {@code 1/3}, {@code pi},
 * {@code sqrt(2)}, {@code inf}. A vector is numbers between commas: {@code 1,0.3}. Nothing depends on the locale.
 * Trailing text, NaN and decimals too large for a double are rejected.
 */
public final class Numerals {
    private static final int LONGEST_SHOWN = 40;

    /** In a class of its own, so that it is compiled only for a text with a blank in it. */
    private static final class SpacedDecimals {
        /** At least two decimals between blanks. */
        static final Pattern PATTERN = Pattern.compile("[-+]?[0-9.][0-9.eE]*(?: +[-+]?[0-9.][0-9.eE]*)+");
    }

    private Numerals() {}

    /**
     * Parses one number; it can be infinite if {@code inf} was typed.
     *
     * @throws BadInput if the text is not a number or is too large for a double
     */
    public static double number(String text) {
        int start = sign(text, 0);
        // Most inputs are plain decimals, which need no parser.
        boolean plain = start < text.length() && decimal(text, start) == text.length();
        double value = plain
                ? Double.parseDouble(text)
                : Calculation.parse(text, Calculation.NameScanner.NONE).value();
        if (plain && Double.isInfinite(value)) {
            throw tooLarge(text);
        }
        return value;
    }

    /**
     * Returns the index behind the unsigned decimal that begins at {@code start}, or {@code start} if none begins
     * there.
     */
    static int decimal(String text, int start) {
        int integerDigits = digits(text, start);
        boolean point = text.startsWith(".", integerDigits);
        int end = point ? digits(text, integerDigits + 1) : integerDigits;
        if (end - start == (point ? 1 : 0)) {
            return start;
        }
        boolean power = text.startsWith("e", end) || text.startsWith("E", end);
        int from = power ? end + 1 + sign(text, end + 1) : end;
        int to = digits(text, from);
        // An e without digits is not an exponent.
        return to > from ? to : end;
    }

    /** Returns the index behind the digits that begin at {@code from}. */
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

    /**
     * Parses a whole number from {@code least} to {@code most}.
     *
     * @throws BadInput if the text is not a whole number or is out of range
     */
    public static long whole(String text, long least, long most) {
        return whole(text, least, most, "");
    }

    /**
     * Parses a whole number from {@code least} to {@code most}, with an additional hint.
     *
     * @param more appended to the message if the number is too large; {@code $} stands for the number
     * @throws BadInput if the text is not a whole number or is out of range
     */
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

    /** Returns the length of the sign at {@code at}: 1 or 0. */
    private static int sign(String text, int at) {
        return text.startsWith("-", at) || text.startsWith("+", at) ? 1 : 0;
    }

    /**
     * Parses numbers between commas; spaces around them are ignored. Decimals between blanks are read too, as in {@code
     * 2 1 0}, unless they are one calculation, as in {@code 2 - 1}.
     *
     * @throws BadInput if the text is empty or a number cannot be read
     */
    public static Vector vector(String text) {
        if (text.isBlank()) {
            throw BadInput.usage("empty", "is empty", list());
        }
        requireOneRow(text);
        List<ListSegment> parts = ListSegment.of(text, ",");
        String row = text.strip();
        if (parts.size() == 1
                && row.indexOf(' ') > 0
                && SpacedDecimals.PATTERN.matcher(row).matches()
                && !isRead(text, Numerals::number)) {
            String[] decimals = row.split(" +");
            return Vector.of(decimals.length, i -> number(decimals[i]));
        }
        return Vector.of(parts.size(), i -> parts.get(i).read(part -> component(part, text)));
    }

    /** Rejects rows of two or more numbers each; whether a comma in them is a decimal comma, only the user knows. */
    private static void requireOneRow(String text) {
        int end = text.indexOf(';');
        if (end > 0 && text.indexOf(',') > 0 && isRead(text, Numerals::matrix)) {
            String points = text.replace(',', '.').replace(';', ',');
            String decimals = isRead(points, Numerals::vector) ? ", or " + points + " if the commas are decimal" : "";
            throw BadInput.usage(
                    "bad_number",
                    quoted(text) + " has rows, and only one is read",
                    new Problem.Type("one row, like " + text.substring(0, end) + decimals));
        }
    }

    private static boolean isRead(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
            return true;
        } catch (BadInput unreadable) {
            return false;
        }
    }

    private static double component(String part, String list) {
        if (part.isBlank()) {
            throw BadInput.usage("bad_number", quoted(list) + " has an empty place", list());
        }
        return number(part);
    }

    private static Problem.Remedy list() {
        return new Problem.Suggestion("type numbers with commas between them, like 2.1,0.5,-1");
    }

    /**
     * Parses rows between semicolons, numbers between commas: {@code 1,2,3;4,5,6}.
     *
     * @throws BadInput if a number cannot be read or the rows differ in length
     */
    public static Matrix matrix(String text) {
        List<ListSegment> rows = ListSegment.of(text, ";");
        return Matrix.of(rows.size(), i -> rows.get(i).read(Numerals::vector));
    }

    /**
     * Parses pairs between commas, each of two numbers with a colon between them: {@code 400:0.001,600:0.0005}.
     *
     * @throws BadInput if a number cannot be read, or a piece is no pair
     */
    public static List<Vector> pairs(String text) {
        List<ListSegment> pairs = ListSegment.of(text, ",");
        List<Vector> read = new ArrayList<>();
        for (ListSegment pair : pairs) {
            read.add(pair.read(Numerals::pair));
        }
        return read;
    }

    private static Vector pair(String text) {
        List<ListSegment> numbers = ListSegment.of(text, ":");
        if (numbers.size() != 2) {
            throw BadInput.usage("bad_pair", quoted(text) + " is not two numbers with a colon, like 400:0.001");
        }
        return Vector.of(2, i -> numbers.get(i).read(Numerals::number));
    }

    /** Returns a text in quotes and in one line, cut to its first 40 characters if it is longer. */
    public static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    static String shortened(String text) {
        boolean fits = text.length() <= LONGEST_SHOWN;
        String shown = fits ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return shown.replace('\n', ' ').replace("\r", "");
    }

    /**
     * A piece of a typed list. A parse error in it is reported at its position in the whole.
     *
     * @param list all that was typed
     * @param begin index in {@code whole} where the piece begins, from 0
     * @param text the piece
     */
    record ListSegment(String list, int begin, String text) {

        /**
         * Returns the pieces between separators of one character, empty ones too.
         *
         * @param separators a regular expression
         */
        static List<ListSegment> of(String list, String separators) {
            List<ListSegment> parts = new ArrayList<>();
            int begin = 0;
            for (String text : list.split(separators, -1)) {
                parts.add(new ListSegment(list, begin, text));
                begin += text.length() + 1;
            }
            return parts;
        }

        <T> T read(Function<String, T> reader) {
            try {
                return reader.apply(text);
            } catch (BadInput bad) {
                throw bad.shifted(list, begin);
            }
        }
    }
}
