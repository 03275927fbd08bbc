package dev.nabla.lesson.question;

import dev.nabla.figure.Fact;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A single number. A typed answer is right if it, or its rounding to the places asked for, is within half a unit of the
 * last place. A number asked for as a whole one must be exact. If the form says so, every typed digit must be right.
 *
 * @param rounding largest error that rounding of doubles may have caused in {@code value}; a value no larger than this
 *     accepts 0
 */
public record NumberAnswer(double value, double rounding, AnswerFormat form) implements Answer {
    private static final int FARTHEST_POINT = 3;
    private static final int SHOWN = 6;

    /** Creates an answer with the default rounding error, for a number from a lesson or from a formula. */
    NumberAnswer(double value, AnswerFormat form) {
        this(value, Fact.ROUNDING, form);
    }

    @Override
    public Verdict judge(String typed) {
        if (Double.isInfinite(value)) {
            return infinite(typed);
        }
        List<ParsedNumber> readings = readings(typed);
        Verdict nearest = readings.stream()
                .map(one -> judge(one, true))
                .min(Verdict.BY_NEARNESS)
                .orElseThrow();
        if (nearest.kind() == VerdictKind.WRONG && isThousandsWithAPoint(typed, readings)) {
            return Verdict.slip(
                    "thousands-point", "a point begins the decimals here; type " + text() + " if you mean thousands");
        }
        return readings.size() == 1 || nearest.kind() == VerdictKind.RIGHT
                ? nearest
                : nearest.withText(readings.stream()
                        .map(reading -> Decimal.typeset(reading.value().toPlainString()))
                        .collect(Collectors.joining(" and as ", "; '" + typed.strip() + "' was read as ", "")));
    }

    /** Returns the verdict for an infinite value: no number is near it. */
    private Verdict infinite(String typed) {
        OptionalDouble infinity = NumberReader.infinity(typed);
        if (infinity.isEmpty()) {
            readings(typed);
            return Verdict.NOT_YET;
        }
        return infinity.getAsDouble() == value
                ? Verdict.of(VerdictKind.RIGHT, "right, it is " + Decimal.typeset(Decimal.shortest(value)))
                : Verdict.slip("sign", "the size is right, the sign is not; look at each minus again");
    }

    @Override
    public VerdictKind fits(String typed) {
        if (Double.isInfinite(value)) {
            return infinite(typed).kind();
        }
        return readings(typed).stream()
                .map(one -> judge(one, false))
                .min(Verdict.BY_NEARNESS)
                .orElseThrow()
                .kind();
    }

    /** Returns whether the value is whole and what was typed is it with a point between thousands. */
    private boolean isThousandsWithAPoint(String typed, List<ParsedNumber> readings) {
        BigDecimal target = ParsedNumber.target(value);
        return target.stripTrailingZeros().scale() <= 0
                && NumberReader.isPointedThousand(typed)
                && readings.stream()
                        .anyMatch(one -> one.value().movePointRight(3).compareTo(target) == 0);
    }

    /**
     * Returns every reading of a text, the most likely first. A percentage becomes the number it stands for, unless the
     * question asks for percent.
     */
    private List<ParsedNumber> readings(String typed) {
        List<ParsedNumber> readings = NumberReader.readings(typed, form);
        return form.unit().equals(Optional.of(Unit.PERCENT))
                ? readings
                : readings.stream().map(ParsedNumber::withoutPercent).toList();
    }

    /**
     * Returns the most likely reading of a text.
     *
     * @throws BadInput if it is not a number
     */
    double typed(String text) {
        return readings(text).get(0).value().doubleValue();
    }

    private Verdict judge(ParsedNumber given, boolean named) {
        ParsedNumber typed = rounded(given);
        if (typed.unit().isPresent() && !typed.unit().equals(form.unit())) {
            return inOtherUnit(typed, typed.unit().get());
        }
        if (form.within() > 0) {
            boolean near = Math.abs(given.value().doubleValue() - value) <= form.within();
            return near ? Verdict.of(VerdictKind.RIGHT, "right, it is " + shown()) : Verdict.NOT_YET;
        }
        if (Math.abs(value) <= rounding && typed.isNothing(rounding)) {
            return Verdict.of(VerdictKind.RIGHT, "right, it is 0");
        }
        boolean all = form.allDigits() || isTooLong();
        ParsedNumber decimal = all ? typed : given.asDecimal(form.places());
        ParsedNumber padded = all ? typed : decimal.padded(form.places());
        if (padded.isExactly(value) || isLongEnough(padded) && padded.agrees(value)) {
            return Verdict.of(VerdictKind.RIGHT, "right, it is " + shown());
        }
        if (isRounded() && padded.roundsTo(value, form.places())) {
            return rightAtItsPlaces();
        }
        int few = named ? 0 : 1; // a single digit agrees with too many numbers to be taken for a known mistake
        if (isRoundedInside(typed) || decimal.agrees(value) && decimal.digits() > few) {
            return Verdict.of(
                    VerdictKind.SO_FAR,
                    typed.exact()
                            ? "near, but not the same; type a decimal with " + form.wantedPlaces()
                            : "correct so far: give " + form.wantedPlaces());
        }
        return named ? slip(typed) : Verdict.NOT_YET;
    }

    /**
     * Returns the decimal that a typed number stands for at the places asked for. It rounds an expression with decimals
     * in it, and a whole number rounded to negative places. Other numbers are returned unchanged.
     */
    private ParsedNumber rounded(ParsedNumber given) {
        boolean shows = Math.abs(value) <= rounding || !isNothing(given.value());
        boolean rounded = given.rough() && !given.isExactly(value) && shows || given.isWholeTo(form.places());
        return rounded ? given.rounded(form.places()) : given;
    }

    /**
     * Returns whether only the places asked for count. They must show a non-zero digit of the value, and the value must
     * not be a whole number that is asked for as one.
     */
    private boolean isRounded() {
        BigDecimal target = ParsedNumber.target(value);
        return !form.allDigits() && !isWhole(target) && !isNothing(target);
    }

    /**
     * Returns the verdict for an answer that is right at the places asked for, but has further digits that are not
     * exact.
     */
    Verdict rightAtItsPlaces() {
        String places = form.places() == 0 ? "as a whole number" : "to " + form.wantedPlaces();
        return Verdict.of(VerdictKind.RIGHT, "right " + places + "; the digits after that are not exact");
    }

    /**
     * Returns whether a number has as many places as are asked for. If the value is too large for them, more
     * significant digits than places are enough, as in 1.23e15.
     */
    private boolean isLongEnough(ParsedNumber typed) {
        return typed.places() >= form.places()
                || form.places() > 0 && isTooLong() && typed.value().precision() > form.places();
    }

    private Verdict inOtherUnit(ParsedNumber typed, Unit given) {
        Unit unit = form.unit()
                .orElseThrow(() -> BadInput.usage(
                        "bad_answer", "the answer has no unit; type the number without " + given.text()));
        if (given != unit.sibling()) {
            throw BadInput.usage("bad_answer", "the answer is in " + unit.text() + ", not in " + given.text());
        }
        if (agrees(typed, unit.inSibling(value))) {
            return Verdict.of(VerdictKind.SO_FAR, "right, and now in " + unit.text());
        }
        return agrees(typed, value)
                ? Verdict.slip("unit", "right if it were in " + unit.text() + ", but it was typed in " + given.text())
                : Verdict.NOT_YET.withText("; the question asks for " + unit.text());
    }

    /** Returns whether an expression of whole numbers is right only after rounding, although all its digits count. */
    private boolean isRoundedInside(ParsedNumber typed) {
        return form.allDigits()
                && typed.exact()
                && !isNothing(typed.value())
                && ParsedNumber.rounded(typed.value(), form.places(), RoundingMode.HALF_UP)
                        .agrees(value);
    }

    /** Returns whether x is a whole number, and is asked for as one. */
    private boolean isWhole(BigDecimal x) {
        return form.places() == 0 && x.stripTrailingZeros().scale() <= 0;
    }

    /** Returns whether x rounds to 0 at the places asked for. */
    private boolean isNothing(BigDecimal x) {
        return x.setScale(form.places(), RoundingMode.HALF_UP).signum() == 0;
    }

    /** Returns a wrong verdict. It names the slip that leads from this number to the typed one, if there is one. */
    private Verdict slip(ParsedNumber typed) {
        if (typed.isCut(value) && isLong(typed)) {
            return Verdict.slip(
                    "truncated",
                    "the digits are right, but the last one was cut off instead of rounded; look at the digit after it");
        }
        if (Math.abs(value) <= rounding) {
            return Verdict.NOT_YET;
        }
        if (typed.digits() == 0) {
            boolean small = isNothing(ParsedNumber.target(value));
            return small ? Verdict.NOT_YET.withText("; it is small, but not 0") : Verdict.NOT_YET;
        }
        boolean flipped = agrees(typed, -value) || typed.isCut(-value) && isLong(typed);
        if (flipped || isRounded() && typed.roundsTo(-value, form.places())) {
            return Verdict.slip("sign", "the size is right, the sign is not; look at each minus again");
        }
        if (form.unit().filter(wanted -> agrees(typed, wanted.inSibling(value))).isPresent()) {
            Unit sibling = form.unit().get().sibling();
            String wanted = form.unit().get().text();
            return Verdict.slip(sibling.text(), "right " + sibling.phrase() + "; the question asks for " + wanted);
        }
        if (typed.digits() > 1 && typed.places() >= form.places() && typed.isBeside(value)) {
            return Verdict.slip(
                    "rounded-early",
                    "near, but the last digit is off; keep more digits on the way, and round at the end");
        }
        return IntStream.rangeClosed(-FARTHEST_POINT, FARTHEST_POINT)
                        .anyMatch(power -> power != 0 && agrees(typed, value * StrictMath.pow(10, power)))
                ? Verdict.slip("factor-10", "the digits are right; the decimal point has slipped")
                : Verdict.NOT_YET;
    }

    /**
     * Returns whether a typed number is long enough to count as truncated. A single digit is so only with a decimal
     * point, or if a whole number is asked for: too many numbers begin with it.
     */
    private boolean isLong(ParsedNumber typed) {
        return typed.digits() > 1 || typed.digits() > 0 && (typed.places() > 0 || form.places() == 0);
    }

    /**
     * Returns whether a typed number stands for x. It needs two digits or must equal x, because one digit agrees with
     * too many numbers.
     */
    private static boolean agrees(ParsedNumber typed, double x) {
        return Double.isFinite(x) && (typed.isExactly(x) || typed.digits() > 1 && typed.agrees(x));
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof NumberAnswer number
                && (form.within() > 0
                        ? Math.abs(value - number.value) > form.within()
                        : isApart(value, number.value) && isApart(number.value, value));
    }

    /** Returns whether x, rounded or truncated to the places asked for, never agrees with y. */
    private boolean isApart(double x, double y) {
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.DOWN)
                .noneMatch(mode -> ParsedNumber.rounded(ParsedNumber.target(x), form.places(), mode)
                        .agrees(y));
    }

    /** Returns whether the last place asked for lies beyond the 12 digits that a comparison counts. */
    boolean isTooLong() {
        return Math.abs(value) >= StrictMath.pow(10, ParsedNumber.DIGITS - form.places());
    }

    /** Returns whether another value is within one unit of the last place asked for. */
    public boolean isNear(double other) {
        return Math.abs(other - value) <= StrictMath.pow(10, -form.places());
    }

    @Override
    public String understood(String typed) {
        OptionalDouble infinity = NumberReader.infinity(typed);
        if (infinity.isPresent()) {
            return Decimal.shortest(infinity.getAsDouble());
        }
        return NumberReader.readings(typed, form).stream()
                .map(reading -> reading.value().toPlainString()
                        + reading.unit().map(unit -> " " + unit.text()).orElse(""))
                .collect(Collectors.joining(" or "));
    }

    @Override
    public String text() {
        return Decimal.fixed(value, form.places());
    }

    @Override
    public Optional<NumberAnswer> number() {
        return Optional.of(this);
    }

    /** Returns the value as a decimal with the digits that a comparison counts; 0 if only rounding differs from it. */
    public BigDecimal decimal() {
        return Math.abs(value) <= rounding ? BigDecimal.ZERO : ParsedNumber.target(value);
    }

    /**
     * Returns the largest distance from {@link #decimal} of a right number with the places asked for. It is half a unit
     * of the last place; 0 where a whole number must be exact.
     */
    public BigDecimal tolerance() {
        if (form.within() > 0) {
            return BigDecimal.valueOf(form.within());
        }
        BigDecimal target = decimal();
        if (target.signum() == 0 || isWhole(target)) {
            return BigDecimal.ZERO;
        }
        return isNothing(target) ? target.abs() : ParsedNumber.HALF.movePointRight(-form.places());
    }

    /**
     * Returns the value as a reply shows it: with six significant digits, or with the places asked for if these are
     * more digits. A value too long for a comparison is shown in full.
     */
    String shown() {
        if (isTooLong()) {
            return Decimal.typeset(Decimal.shortest(value));
        }
        boolean more = Math.abs(value) >= StrictMath.pow(10, SHOWN - form.places());
        return Decimal.typeset(more ? text() : Decimal.significant(value, SHOWN));
    }
}
