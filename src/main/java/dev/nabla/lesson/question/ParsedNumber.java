package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it was typed: how large it is, and how much of it was meant.
 *
 * <p>A decimal stands for every number that rounds to it: x agrees with it if |x − typed| ≤ 0.5·10^−places, border
 * included, so that of 0.125 both 0.12 and 0.13 are right. An expression, {@code 1/3} or {@code 0.5/sqrt(1.09*1.04)},
 * stands for one number, to one part in 10^9; one with a decimal in it, {@code -log(0.757)}, may have been rounded on
 * the way and can be taken as a decimal, of the places that are asked for. The comparison is in exact decimals, and
 * relative: x itself counts with twelve significant digits, which is where the rounding of doubles is not felt yet, and
 * from 10^12 on with all but its last bit.
 *
 * @param value what it says, as typed: 47 for 47%; its scale counts the digits after the point
 * @param exact whether it was an expression
 * @param rough whether that has a decimal in it
 * @param unit that stood behind it
 */
record ParsedNumber(BigDecimal value, boolean exact, boolean rough, Optional<Unit> unit) {
    private static final int LONGEST = 200;
    /** Digits of x that count. */
    static final int DIGITS = 12;

    private static final MathContext COUNTED = new MathContext(DIGITS);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NEXT = new BigDecimal("1.5");
    private static final BigDecimal EXACT = new BigDecimal("1e-9");

    /** Blanks between thousands and behind a plus or minus. */
    private static final Pattern LOOSE = Pattern.compile("(?<=[0-9]) (?=[0-9]{3}(?![0-9]))|(?<=^[+-]) +");

    private static final Pattern UNIT = Pattern.compile("(.*?(?:[^\\p{L}°]|(?=%)))?\\s*([°%]|\\p{L}+)", Pattern.DOTALL);
    /** A power of ten as on paper. */
    private static final Pattern POWER = Pattern.compile("(?<=[0-9.]) ?[*x] ?10 ?\\^ ?\\(?([+-]?[0-9]{1,3})\\)?$");

    private static final Pattern AS_TYPED = Pattern.compile("[ -~]*");
    private static final Pattern SUPERSCRIPT = Pattern.compile("[⁺⁻⁰¹²³⁴-⁹]+");
    /** With a point or a comma. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+|[0-9]*,[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

    private static final Pattern LIST = Pattern.compile("[-+.0-9]+(?: *, *[-+.0-9]+)+");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\\.[0-9]+)?");

    /**
     * Every way to read a text, the likeliest first: 2,304 may be a decimal comma or thousands.
     *
     * @throws BadInput if it is no number in any way, or another number stands before its =
     */
    static List<ParsedNumber> readings(String text) {
        if (text.length() > LONGEST) {
            throw BadInput.usage("bad_answer", "an answer has at most " + LONGEST + " characters");
        }
        String[] sides = keyboard(text).split("[=≈]", -1);
        String plain = sides[sides.length - 1].strip();
        Matcher behind = UNIT.matcher(plain);
        Optional<Unit> unit =
                behind.matches() && behind.group(1) != null ? Unit.named(behind.group(2)) : Optional.empty();
        String number = unit.isPresent() ? behind.group(1).strip() : plain;
        List<String> decimals = decimals(LOOSE.matcher(number).replaceAll(""));
        List<BigDecimal> values = decimals.isEmpty()
                ? List.of(worked(number))
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

    /** Returns the number that a percentage stands for, 0.47 of 47%; any other number as it is. */
    ParsedNumber withoutPercent() {
        return unit.equals(Optional.of(Unit.PERCENT))
                ? new ParsedNumber(value.scaleByPowerOfTen(-2), exact, rough, Optional.empty())
                : this;
    }

    /** What is before an = may be a name or the way to the number, and a decimal if it says no other. */
    private static void requireNoOther(String before, String plain, List<ParsedNumber> readings) {
        List<String> decimals = decimals(before);
        if (!decimals.isEmpty()
                && decimals.stream().noneMatch(decimal -> readings.stream()
                        .anyMatch(last ->
                                last.says(decimal) || last.withoutPercent().says(decimal)))) {
            throw BadInput.usage("bad_answer", "'" + before + "' and '" + plain + "' are two numbers; type one");
        }
    }

    /** True if it is a decimal, rounded at most: 0.470 of 0.4696. */
    private boolean says(String decimal) {
        BigDecimal other = new BigDecimal(decimal);
        return exact
                ? new ParsedNumber(other, false, false, unit).agrees(value.doubleValue())
                : agrees(other.doubleValue());
    }

    private static List<String> decimals(String typed) {
        String tight = POWER.matcher(typed).replaceFirst("e$1");
        List<String> decimals = new ArrayList<>();
        if (DECIMAL.matcher(tight).matches()) {
            decimals.add(tight.replace(',', '.'));
        }
        if (GROUPED.matcher(tight).matches()) {
            decimals.add(tight.replace(",", ""));
        }
        return decimals;
    }

    private static BigDecimal worked(String plain) {
        if (LIST.matcher(plain).matches()) {
            throw BadInput.usage("bad_answer", "'" + plain + "' is more than one number; type one");
        }
        double value = read(plain, ParsedNumber::number);
        if (!Double.isFinite(value)) {
            throw BadInput.usage("bad_answer", "'" + plain + "' is not finite; type a number like 0.5");
        }
        return BigDecimal.valueOf(value);
    }

    /** Reads an expression in which commas may stand for points; a complaint quotes it as it was typed. */
    static <T> T read(String plain, Function<String, T> read) {
        try {
            return read.apply(plain.replaceAll("(?<=[0-9]),(?=[0-9])", "."));
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

    /** In the characters of a keyboard, and without what people write before a number. */
    static String plain(String text) {
        String keyboard = keyboard(text);
        return keyboard.substring(Math.max(keyboard.lastIndexOf('='), keyboard.lastIndexOf('≈')) + 1)
                .strip();
    }

    private static String keyboard(String text) {
        if (AS_TYPED.matcher(text).matches()) {
            return text;
        }
        String keyboard = SUPERSCRIPT
                .matcher(text)
                .replaceAll(power -> "^" + Normalizer.normalize(power.group(), Normalizer.Form.NFKC))
                .replaceAll("[−–‒]", "-")
                .replaceAll("[\t\n\r\u00a0\u2007\u2009\u202f]", " ")
                .replaceAll("[·×]", "*")
                .replace("π", "pi");
        return keyboard.replaceAll("√ ?([0-9.,]+)", "sqrt($1)").replace("√", "sqrt");
    }

    /** A decimal of so many places. */
    static ParsedNumber rounded(BigDecimal value, int places, RoundingMode mode) {
        return new ParsedNumber(value.setScale(places, mode), false, false, Optional.empty());
    }

    /** As the decimal of so many places that it rounds to. */
    ParsedNumber rounded(int places) {
        return new ParsedNumber(value.setScale(places, RoundingMode.HALF_UP), false, false, unit);
    }

    /**
     * Returns an expression that comes to a decimal of at most so many places as that decimal, 0.5 of 1/2; else this
     * number.
     */
    ParsedNumber asDecimal(int places) {
        BigDecimal bare = counted(value).stripTrailingZeros();
        return exact && bare.scale() <= places
                ? new ParsedNumber(bare.setScale(Math.max(bare.scale(), 0)), false, false, unit)
                : this;
    }

    /**
     * Returns a decimal with so many places if zeros alone make the difference, 0.50 of 0.5 or of 0.500; else this
     * number.
     */
    ParsedNumber padded(int places) {
        boolean zerosAlone = value.signum() != 0 && value.stripTrailingZeros().scale() <= places;
        return !exact && zerosAlone ? new ParsedNumber(value.setScale(places), false, false, unit) : this;
    }

    /**
     * True if it, or what it rounds to at so many places, is within half a unit of the last of them of x. A 5 in the
     * middle can be rounded either way, so both have to be.
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

    /** True if it is a whole number that may have been rounded to so many places, below 0: 120000 to -4. */
    boolean isWholeTo(int places) {
        return !exact
                && places < 0
                && places() <= 0
                && value.stripTrailingZeros().scale() <= places;
    }

    /** Digits after the point; as many as can be asked for of an expression. */
    int places() {
        return exact ? Integer.MAX_VALUE : value.scale();
    }

    /** True if it stands for x. */
    boolean agrees(double x) {
        BigDecimal target = target(x);
        BigDecimal margin = exact
                ? target.abs().multiply(EXACT)
                : HALF.movePointRight(-places()).max(new BigDecimal(2 * Math.ulp(x)));
        return value.subtract(target).abs().compareTo(margin) <= 0;
    }

    /** True if it is x to the last digit that counts, however few places that takes: 1.5 is 1.50. */
    boolean isExactly(double x) {
        return counted(value).compareTo(target(x)) == 0 || exact && agrees(x);
    }

    /** True if it is x with its further digits cut off where they should have been rounded. */
    boolean isCut(double x) {
        return !exact && !agrees(x) && value.compareTo(target(x).setScale(places(), RoundingMode.DOWN)) == 0;
    }

    /** True if its last digit is off by one, of an x that has more digits than that. */
    boolean isBeside(double x) {
        BigDecimal target = target(x);
        boolean goesOn = target.stripTrailingZeros().scale() > places();
        return !exact && goesOn && value.subtract(target).abs().compareTo(NEXT.movePointRight(-places())) <= 0;
    }

    /** True if it is 0, or an expression that comes to 0 but for so much rounding. */
    boolean isNothing(double rounding) {
        return value.signum() == 0 || exact && value.abs().doubleValue() <= rounding;
    }

    /** How many digits say something: 2 of 0.047. */
    int digits() {
        return value.signum() == 0 ? 0 : value.precision();
    }

    /** The number as the comparison sees it. */
    static BigDecimal target(double x) {
        return counted(new BigDecimal(Decimal.shortest(x)));
    }

    private static BigDecimal counted(BigDecimal value) {
        return value.precision() - value.scale() > DIGITS ? value : value.round(COUNTED);
    }
}
