package dev.nabla.cli.input;

import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a table with a header.
 *
 * @param text what the file says, without the blanks around it
 * @param kind what it looks like
 * @param number the number in nabla's own notation; empty unless it can be read in one way only
 */
record TableCell(String text, CellKind kind, String number) {

    /** What a cell looks like. */
    enum CellKind {
        NUMBER,
        /** A name of a number, like {@code e}, which may also be a word. */
        CONSTANT,
        /** It has digits like a number but can be read in no way or in several: {@code $2}, {@code 2024-01-02}. */
        UNCLEAR,
        /** Empty, or one of the marks of a missing value. */
        MISSING,
        WORD
    }

    /** The blanks of all scripts, which spreadsheets also write between thousands. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x{200B}\\x{FEFF}]+");

    private static final Pattern MISSING = Pattern.compile("(?i)n/?a|#n/a|nan|null|#\\S+[!?]|[-–—.?]*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Za-z]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    /** A sign, the digits with their marks, an exponent and a percent sign. */
    private static final Pattern NOTATION =
            Pattern.compile("([-+]?) ?([0-9.,](?:[0-9.,'’ ]*[0-9.,])?) ?([eE][-+]?[0-9]+)? ?(%?)");

    /** Digits with a point before the decimals; the groups of three before it may have a mark between them. */
    private static final Pattern POINT =
            Pattern.compile("[0-9]+\\.?[0-9]*|\\.[0-9]+|[1-9][0-9]{0,2}([, '’])[0-9]{3}(?:\\1[0-9]{3})*(?:\\.[0-9]*)?");
    /** The same with a comma before the decimals. */
    private static final Pattern COMMA =
            Pattern.compile("[0-9]+,?[0-9]*|,[0-9]+|[1-9][0-9]{0,2}([. '’])[0-9]{3}(?:\\1[0-9]{3})*(?:,[0-9]*)?");

    /** What would be read as a sum or a quotient, but is a date, a range, or a loss in the books. */
    private static final Pattern NO_CALCULATION = Pattern.compile(".*[0-9] ?[-+].*|.*/.*/.*|\\([0-9.]+\\)");
    /** Text that begins with a digit, also after signs or a short word like EUR. */
    private static final Pattern DIGITS =
            Pattern.compile("(?:[^\\p{L}\\p{N}]*|\\p{L}{1,3}(?:[^\\p{L}\\p{N}]+|(?=[0-9]+[.,][0-9])))\\p{N}.*");

    /**
     * Reads a cell.
     *
     * @param commas whether the table has commas before decimals
     */
    static TableCell of(String cell, boolean commas) {
        if (!commas && DECIMAL.matcher(cell).matches()) {
            return new TableCell(cell, CellKind.NUMBER, cell);
        }
        String text = stripped(cell);
        if (MISSING.matcher(text).matches()) {
            return new TableCell(text, CellKind.MISSING, "");
        }
        String plain = hyphenated(text);
        Matcher parts = NOTATION.matcher(plain);
        if (parts.matches()) {
            return digits(parts.group(2), commas)
                    .map(digits -> new TableCell(text, CellKind.NUMBER, number(parts, digits)))
                    .orElseGet(() -> new TableCell(text, CellKind.UNCLEAR, ""));
        }
        if (!NO_CALCULATION.matcher(plain).matches() && isRead(plain)) {
            CellKind kind = CONSTANT.matcher(plain).matches() ? CellKind.CONSTANT : CellKind.NUMBER;
            return new TableCell(text, kind, plain);
        }
        return new TableCell(text, DIGITS.matcher(plain).matches() ? CellKind.UNCLEAR : CellKind.WORD, "");
    }

    private static String stripped(String cell) {
        return BLANKS.matcher(cell).replaceAll(" ").strip();
    }

    private static String hyphenated(String text) {
        return text.replaceFirst("^[–‒]", "-").replace('\u2212', '-');
    }

    /**
     * Returns whether a cell has a comma before decimals. Between semicolons every comma is one, between tabs one that
     * cannot stand between thousands, and between commas none.
     */
    static boolean hasDecimalComma(String cell, char separator) {
        if (separator == ',' || cell.indexOf(',') < 0) {
            return false;
        }
        Matcher parts = NOTATION.matcher(hyphenated(stripped(cell)));
        return parts.matches()
                && COMMA.matcher(parts.group(2)).matches()
                && (separator == ';' || !POINT.matcher(parts.group(2)).matches());
    }

    /** Returns the digits with a point before the decimals alone; empty if they can be read in two ways. */
    private static Optional<String> digits(String digits, boolean commas) {
        Optional<String> byPoint = Optional.of(digits.replaceAll("[, '’]", ""))
                .filter(read -> POINT.matcher(digits).matches());
        Optional<String> byComma = Optional.of(digits.replaceAll("[. '’]", "").replace(',', '.'))
                .filter(read -> COMMA.matcher(digits).matches());
        if (byComma.isEmpty() || byComma.equals(byPoint)) {
            return byPoint;
        }
        boolean grouped = digits.indexOf(',') < 0 && byPoint.isPresent();
        return grouped ? byPoint.filter(read -> !commas) : byComma.filter(read -> commas);
    }

    private static String number(Matcher parts, String digits) {
        String number =
                parts.group(1) + digits + Optional.ofNullable(parts.group(3)).orElse("");
        return parts.group(4).isEmpty()
                ? number
                : new BigDecimal(number).movePointLeft(2).toString();
    }

    private static boolean isRead(String text) {
        try {
            Numerals.number(text);
            return true;
        } catch (BadInput unreadable) {
            return false;
        }
    }

    /** Returns whether the cell shows that its column is one of numbers. */
    boolean isLikeNumber() {
        return kind == CellKind.NUMBER || kind == CellKind.UNCLEAR;
    }

    /**
     * Returns the number as a user would type it, or the words.
     *
     * @param column the name for the error message
     * @throws BadInput if the value is missing
     */
    String given(String column) {
        if (kind == CellKind.MISSING && !text.equalsIgnoreCase("nan")) {
            String finding = text.isEmpty() ? " is empty" : " is " + Numerals.quoted(text) + ", which is no number";
            throw BadInput.usage("empty", column + finding, new Problem.Suggestion("type a number like 0.5"));
        }
        return number.isEmpty() ? text : number;
    }

    /**
     * Returns the number.
     *
     * @param column the name for the error message
     * @throws BadInput if the cell holds none
     */
    double number(String column) {
        return InputSuggestion.read(column, given(column), Numerals::number);
    }
}
