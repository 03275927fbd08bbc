package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import dev.nabla.math.expression.PaperNotation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A typed number, with its size and the precision it was typed with.
 *
 * <p>A decimal stands for every number that rounds to it. It agrees with x if |x − typed| ≤ 0.5·10^−places, the limit
 * included, so that 0.12 and 0.13 both agree with 0.125. An expression, {@code 1/3} or {@code 0.5/sqrt(1.09*1.04)},
 * stands for one number, with a relative tolerance of 10^−9. An expression that contains a decimal,
 * {@code -log(0.757)}, may have been computed from rounded numbers. It can be read as a decimal with the places asked
 * for.
 *
 * <p>The comparison uses exact decimals. x is first rounded to 12 significant digits, which hides the rounding errors
 * of doubles. From 10^12 on all its digits count, with a tolerance of two units in the last place of the double.
 *
 * @param value the number as typed, 47 for 47%; its scale is the number of digits after the point
 * @param exact whether it was typed as an expression
 * @param rough whether that expression contains a decimal
 * @param unit unit typed after the number
 */
record ParsedNumber(BigDecimal value, boolean exact, boolean rough, Optional<Unit> unit) {
    private static final int LONGEST = 200;
    /** Significant digits of x that a comparison counts. */
    static final int DIGITS = 12;

    private static final MathContext COUNTED = new MathContext(DIGITS);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NEXT = new BigDecimal("1.5");
    private static final BigDecimal EXACT = new BigDecimal("1e-9");

    /** Blanks between groups of thousands, and after a leading plus or minus. */
    private static final Pattern LOOSE = Pattern.compile("(?<=[0-9]) (?=[0-9]{3}(?![0-9]))|(?<=^[+-]) +");

    private static final Pattern UNIT = Pattern.compile("(.*?(?:[^\\p{L}°]|(?=%)))?\\s*([°%]|\\p{L}+)", Pattern.DOTALL);
    /** A power of ten as written on paper: {@code *10^3}, without the factor in front. */
    private static final Pattern POWER = Pattern.compile("(?<=[0-9.]) ?[*x] ?10 ?\\^ ?\\(?([+-]?[0-9]{1,3})\\)?$");

    /** A decimal with a point or a comma. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+|[0-9]*,[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

    private static final Pattern LIST = Pattern.compile("[-+.0-9]+(?: *, *[-+.0-9]+)+");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    /** Thousands with points between them: {@code 1.234,56} or {@code 1.234.567}. */
    private static final Pattern POINTED =
            Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:(?:\\.[0-9]{3})+,[0-9]+|(?:\\.[0-9]{3}){2,})");
    /** A number whose comma can only separate thousands, since a decimal does not end in three zeros. */
    private static final Pattern ROUND_THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})*,000");
    /** A whole number and a fraction: {@code 1 3/4}. */
    private static final Pattern MIXED = Pattern.compile("([+-]?)([0-9]+) +([0-9]+ ?/ ?[0-9]+)");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=[0-9]),(?=[0-9])");
    /** A root without parentheses, whose number may have a decimal comma. */
    private static final Pattern ROOT = Pattern.compile("√ ?([0-9]+,[0-9]+)");

    private static final Pattern BEFORE_ZEROS = Pattern.compile("(?<=[0-9]),(?=000(?![0-9]))");
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

    /**
     * Returns every reading of a text, the most likely first: 2,304 has a decimal comma or a thousands separator.
     *
     * @throws BadInput if it is not a number in any reading, or another number stands before an equals sign
     */
    static List<ParsedNumber> readings(String text) {
        if (text.length() > LONGEST) {
            throw BadInput.usage("bad_answer", "an answer has at most " + LONGEST + " characters");
        }
        String[] sides = written(text).split("[=≈]", -1);
        String plain = sides[sides.length - 1].strip();
        Matcher behind = UNIT.matcher(plain);
        Optional<Unit> unit =
                behind.matches() && behind.group(1) != null ? Unit.named(behind.group(2)) : Optional.empty();
        String number =
                PaperNotation.unwrapped(unit.isPresent() ? behind.group(1).strip() : plain);
        String tight = LOOSE.matcher(number).replaceAll("");
        List<String> decimals = decimals(tight);
        List<BigDecimal> values = decimals.isEmpty()
                ? worked(number, MIXED.matcher(tight).replaceFirst("$1($2+$3)"))
                : decimals.stream().map(BigDecimal::new).toList();
        List<ParsedNumber> readings = values.stream()
                .map(value -> new ParsedNumber(
                        value, decimals.isEmpty(), decimals.isEmpty() && number.matches(".*[.,].*"), unit))
                .toList();
        for (int i = 0; i < sides.length - 1; i++) {
            requireNoOther(sides[i].strip(), plain, readings);
        }
        return readings;
    }

    /** Returns the number that a percentage stands for, 0.47 for 47%; any other number unchanged. */
    ParsedNumber withoutPercent() {
        return unit.equals(Optional.of(Unit.PERCENT))
                ? new ParsedNumber(value.scaleByPowerOfTen(-2), exact, rough, Optional.empty())
                : this;
    }

    /**
     * Rejects a text with two different numbers, such as {@code 0.5 = 0.6}. A name or a calculation may stand before
     * the equals sign, and so may a decimal that rounds to the last number.
     */
    private static void requireNoOther(String before, String plain, List<ParsedNumber> readings) {
        List<String> decimals = decimals(before);
        if (!decimals.isEmpty()
                && decimals.stream().noneMatch(decimal -> readings.stream()
                        .anyMatch(last -> last.equalsDecimal(decimal)
                                || last.withoutPercent().equalsDecimal(decimal)))) {
            throw BadInput.usage("bad_answer", "'" + before + "' and '" + plain + "' are two numbers; type one");
        }
    }

    /**
     * Returns whether this number is a given decimal or that decimal rounded: 0.470 for 0.4696. If this number is an
     * expression, the given decimal may be the rounded one.
     */
    private boolean equalsDecimal(String decimal) {
        BigDecimal other = new BigDecimal(decimal);
        return exact
                ? new ParsedNumber(other, false, false, unit).agrees(value.doubleValue())
                : agrees(other.doubleValue());
    }

    private static List<String> decimals(String typed) {
        String tight = POWER.matcher(typed).replaceFirst("e$1");
        List<String> decimals = new ArrayList<>();
        if (POINTED.matcher(tight).matches()) {
            decimals.add(tight.replace(".", "").replace(',', '.'));
        }
        if (DECIMAL.matcher(tight).matches() && !ROUND_THOUSANDS.matcher(tight).matches()) {
            decimals.add(tight.replace(',', '.'));
        }
        if (GROUPED.matcher(tight).matches()) {
            decimals.add(tight.replace(",", ""));
        }
        return decimals;
    }

    /**
     * Returns the values of a calculation. A comma between digits is a decimal comma, or it separates thousands.
     *
     * @param typed the calculation, for error messages
     */
    private static List<BigDecimal> worked(String typed, String calculation) {
        List<BigDecimal> values = new ArrayList<>();
        String clear = BEFORE_ZEROS.matcher(calculation).replaceAll("");
        String pointed = DECIMAL_COMMA.matcher(clear).replaceAll(".");
        String separated = SEPARATOR.matcher(clear).replaceAll("");
        for (String reading : List.of(pointed, separated)) {
            value(reading).filter(value -> !values.contains(value)).ifPresent(values::add);
        }
        return values.isEmpty() ? List.of(required(typed)) : values;
    }

    private static Optional<BigDecimal> value(String calculation) {
        try {
            double value = Numerals.number(calculation);
            return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }

    private static BigDecimal required(String plain) {
        if (LIST.matcher(plain).matches()) {
            throw BadInput.usage("bad_answer", "'" + plain + "' is more than one number; type one");
        }
        double value = read(plain, ParsedNumber::number);
        if (!Double.isFinite(value)) {
            throw BadInput.usage("bad_answer", "'" + plain + "' is not finite; type a number like 0.5");
        }
        return BigDecimal.valueOf(value);
    }

    /**
     * Parses an expression in which commas may stand for decimal points. If that fails, parses the original text, so
     * that an error message quotes it as typed.
     */
    static <T> T read(String plain, Function<String, T> read) {
        try {
            return read.apply(DECIMAL_COMMA.matcher(plain).replaceAll("."));
        } catch (BadInput unreadable) {
            return read.apply(plain);
        }
    }

    private static double number(String plain) {
        try {
            return Numerals.number(plain);
        } catch (BadInput bad) {
            throw bad.code().equals("division_by_zero")
                    ? BadInput.usage("bad_answer", "'" + plain + "' divides by zero; type a number like 0.5")
                    : InputSuggestion.offered(bad, plain, Numerals::number);
        }
    }

    /** Returns a text in the characters of the parser, without everything up to its last equals sign. */
    static String plain(String text) {
        String plain = written(text);
        return plain.substring(Math.max(plain.lastIndexOf('='), plain.lastIndexOf('≈')) + 1)
                .strip();
    }

    private static String written(String text) {
        return PaperNotation.plain(ROOT.matcher(text).replaceAll("sqrt($1)"));
    }

    /** Returns a value rounded to this many places, as a decimal. */
    static ParsedNumber rounded(BigDecimal value, int places, RoundingMode mode) {
        return new ParsedNumber(value.setScale(places, mode), false, false, Optional.empty());
    }

    /** Returns this number rounded half up to this many places, as a decimal. */
    ParsedNumber rounded(int places) {
        return new ParsedNumber(value.setScale(places, RoundingMode.HALF_UP), false, false, unit);
    }

    /**
     * Returns an expression whose value has at most {@code places} digits after the point as that decimal, 0.5 for 1/2.
     * Any other number is returned unchanged.
     */
    ParsedNumber asDecimal(int places) {
        BigDecimal bare = counted(value).stripTrailingZeros();
        return exact && bare.scale() <= places
                ? new ParsedNumber(bare.setScale(Math.max(bare.scale(), 0)), false, false, unit)
                : this;
    }

    /**
     * Returns a decimal with exactly {@code places} digits after the point if only zeros are added or dropped: 0.50 for
     * 0.5 or 0.500. Any other number is returned unchanged.
     */
    ParsedNumber padded(int places) {
        boolean zerosAlone = value.signum() != 0 && value.stripTrailingZeros().scale() <= places;
        return !exact && zerosAlone ? new ParsedNumber(value.setScale(places), false, false, unit) : this;
    }

    /**
     * Returns whether this number, or its rounding to {@code places}, is within half a unit of the last place of x. A
     * final 5 can be rounded either way, so both roundings must be. 0 never is.
     */
    boolean roundsTo(double x, int places) {
        BigDecimal target = target(x);
        BigDecimal half = HALF.movePointRight(-places).max(new BigDecimal(2 * Math.ulp(x)));
        Predicate<BigDecimal> isNear = number -> number.subtract(target).abs().compareTo(half) <= 0;
        return value.signum() != 0
                && (isNear.test(value)
                        || isNear.test(value.setScale(places, RoundingMode.HALF_UP))
                                && isNear.test(value.setScale(places, RoundingMode.HALF_DOWN)));
    }

    /**
     * Returns whether this is a whole number that may have been rounded to {@code places}, if these are negative:
     * 120000 to −4.
     */
    boolean isWholeTo(int places) {
        return !exact
                && places < 0
                && places() <= 0
                && value.stripTrailingZeros().scale() <= places;
    }

    /** Returns the number of digits after the point; for an expression {@link Integer#MAX_VALUE}. */
    int places() {
        return exact ? Integer.MAX_VALUE : value.scale();
    }

    /** Returns whether this number stands for x, by the rule of the class comment. */
    boolean agrees(double x) {
        BigDecimal target = target(x);
        BigDecimal margin = exact
                ? target.abs().multiply(EXACT)
                : HALF.movePointRight(-places()).max(new BigDecimal(2 * Math.ulp(x)));
        return value.subtract(target).abs().compareTo(margin) <= 0;
    }

    /** Returns whether this number is x in all digits that count, with any number of places: 1.5 is 1.50. */
    boolean isExactly(double x) {
        return counted(value).compareTo(target(x)) == 0 || exact && agrees(x);
    }

    /** Returns whether this decimal is x truncated where rounding would give another last digit. */
    boolean isCut(double x) {
        return !exact && !agrees(x) && value.compareTo(target(x).setScale(places(), RoundingMode.DOWN)) == 0;
    }

    /** Returns whether this decimal is within 1.5 units of its last place of an x that has more digits. */
    boolean isBeside(double x) {
        BigDecimal target = target(x);
        boolean goesOn = target.stripTrailingZeros().scale() > places();
        return !exact && goesOn && value.subtract(target).abs().compareTo(NEXT.movePointRight(-places())) <= 0;
    }

    /** Returns whether this is 0, or an expression whose value differs from 0 by at most {@code rounding}. */
    boolean isNothing(double rounding) {
        return value.signum() == 0 || exact && value.abs().doubleValue() <= rounding;
    }

    /** Returns the number of significant digits: 2 for 0.047, 0 for 0. */
    int digits() {
        return value.signum() == 0 ? 0 : value.precision();
    }

    /** Returns x as an exact decimal with the digits that a comparison counts. */
    static BigDecimal target(double x) {
        return counted(new BigDecimal(Decimal.shortest(x)));
    }

    private static BigDecimal counted(BigDecimal value) {
        return value.precision() - value.scale() > DIGITS ? value : value.round(COUNTED);
    }
}
