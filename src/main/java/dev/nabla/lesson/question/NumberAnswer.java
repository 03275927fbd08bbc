package dev.nabla.lesson.question;

import dev.nabla.figure.Fact;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One number. It is right if it, or what it rounds to at the places asked for, is within half a unit of the last of
 * them; a number asked for as a whole one must be exact, and so must every digit where the form says so.
 *
 * @param rounding how far doubles may have moved it: if it is no larger, 0 is right too
 */
public record NumberAnswer(double value, double rounding, AnswerFormat form) implements Answer {
    private static final int FARTHEST_POINT = 3;
    private static final int SHOWN = 6;

    /** A number that somebody wrote down or a formula came to. */
    NumberAnswer(double value, AnswerFormat form) {
        this(value, Fact.ROUNDING, form);
    }

    @Override
    public Verdict judge(String typed) {
        List<ParsedNumber> readings = readings(typed);
        Verdict nearest = readings.stream()
                .map(one -> judge(one, true))
                .min(Verdict.BY_NEARNESS)
                .orElseThrow();
        return readings.size() == 1 || nearest.kind() == VerdictKind.RIGHT
                ? nearest
                : nearest.saying(readings.stream()
                        .map(reading -> Decimal.typeset(reading.value().toPlainString()))
                        .collect(Collectors.joining(" and as ", "; '" + typed.strip() + "' was read as ", "")));
    }

    @Override
    public VerdictKind fits(String typed) {
        return readings(typed).stream()
                .map(one -> judge(one, false))
                .min(Verdict.BY_NEARNESS)
                .orElseThrow()
                .kind();
    }

    /**
     * Every way to read a text, the likeliest first; a percentage is the number it stands for unless percent are asked
     * for.
     */
    private List<ParsedNumber> readings(String typed) {
        List<ParsedNumber> readings = ParsedNumber.readings(typed);
        return form.unit().equals(Optional.of(Unit.PERCENT))
                ? readings
                : readings.stream().map(ParsedNumber::withoutPercent).toList();
    }

    /**
     * The number that a text says.
     *
     * @throws BadInput if it is no number
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
        if (isRoundedInside(typed) || decimal.agrees(value) && decimal.digits() > 0) {
            return Verdict.of(
                    VerdictKind.SO_FAR,
                    typed.exact()
                            ? "near, but not the same; type a decimal with " + form.wantedPlaces()
                            : "right so far, give " + form.wantedPlaces());
        }
        return named ? slip(typed) : Verdict.NOT_YET;
    }

    /**
     * An expression that was worked out from decimals, or the leading digits of a whole number, as the decimal it
     * stands for.
     */
    private ParsedNumber rounded(ParsedNumber given) {
        boolean shows = Math.abs(value) <= rounding || !isNothing(given.value());
        boolean rounded = given.rough() && !given.isExactly(value) && shows || given.isWholeTo(form.places());
        return rounded ? given.rounded(form.places()) : given;
    }

    /**
     * True if only the places asked for count: they show something of the value, and it is not a whole number asked for
     * as one.
     */
    private boolean isRounded() {
        BigDecimal target = ParsedNumber.target(value);
        boolean whole = form.places() == 0 && target.stripTrailingZeros().scale() <= 0;
        return !form.allDigits() && !whole && !isNothing(target);
    }

    /** Right at the places asked for, where further digits were typed that are not. */
    Verdict rightAtItsPlaces() {
        String places = form.places() == 0 ? "as a whole number" : "to " + form.wantedPlaces();
        return Verdict.of(VerdictKind.RIGHT, "right " + places + "; the digits after that are not exact");
    }

    /** With as many places as are asked for; of a number too long for them with a power of ten, as in 1.23e15. */
    private boolean isLongEnough(ParsedNumber typed) {
        return typed.places() >= form.places()
                || form.places() > 0 && isTooLong() && typed.value().precision() > form.places();
    }

    private Verdict inOtherUnit(ParsedNumber typed, Unit given) {
        Unit asked = form.unit()
                .orElseThrow(() -> BadInput.usage(
                        "bad_answer", "the answer has no unit; type the number without " + given.text()));
        if (given != asked.sibling()) {
            throw BadInput.usage("bad_answer", "the answer is in " + asked.text() + ", not in " + given.text());
        }
        if (agrees(typed, asked.inSibling(value))) {
            return Verdict.of(VerdictKind.SO_FAR, "right, and now in " + asked.text());
        }
        return agrees(typed, value)
                ? Verdict.slip("unit", "right if it were in " + asked.text() + ", but it was typed in " + given.text())
                : Verdict.NOT_YET.saying("; the question asks for " + asked.text());
    }

    /** An expression of whole numbers that is right only when it is rounded, where all its digits count. */
    private boolean isRoundedInside(ParsedNumber typed) {
        return form.allDigits()
                && typed.exact()
                && !isNothing(typed.value())
                && ParsedNumber.rounded(typed.value(), form.places(), RoundingMode.HALF_UP)
                        .agrees(value);
    }

    /** True if the places that are asked for show nothing of it. */
    private boolean isNothing(BigDecimal x) {
        return x.setScale(form.places(), RoundingMode.HALF_UP).signum() == 0;
    }

    /** Wrong, with the name of the slip of the hand that leads from this number to what was typed. */
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
            return small ? Verdict.NOT_YET.saying("; it is small, but not 0") : Verdict.NOT_YET;
        }
        if (typed.agrees(-value) || typed.isCut(-value) || isRounded() && typed.roundsTo(-value, form.places())) {
            return Verdict.slip("sign", "the size is right, the sign is not; look at each minus again");
        }
        if (form.unit().filter(asked -> agrees(typed, asked.inSibling(value))).isPresent()) {
            Unit sibling = form.unit().get().sibling();
            String asked = form.unit().get().text();
            return Verdict.slip(sibling.text(), "right " + sibling.phrase() + "; the question asks for " + asked);
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

    /** True if it is more than a single whole digit, with which too much begins, unless a whole number is asked for. */
    private boolean isLong(ParsedNumber typed) {
        return typed.digits() > 1 || typed.digits() > 0 && (typed.places() > 0 || form.places() == 0);
    }

    /** With at least two digits, or all there are: one digit agrees with too much. */
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

    /** True if neither x rounded nor x cut off passes for y. */
    private boolean isApart(double x, double y) {
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.DOWN)
                .noneMatch(mode -> ParsedNumber.rounded(ParsedNumber.target(x), form.places(), mode)
                        .agrees(y));
    }

    /** True if its last place is beyond the digits that a comparison counts. */
    boolean isTooLong() {
        return Math.abs(value) >= StrictMath.pow(10, ParsedNumber.DIGITS - form.places());
    }

    /** True if another value is as good, as far as it is asked for: within a unit of the last place. */
    public boolean isNear(double other) {
        return Math.abs(other - value) <= StrictMath.pow(10, -form.places());
    }

    @Override
    public String understood(String typed) {
        return ParsedNumber.readings(typed).stream()
                .map(reading -> reading.value().toPlainString()
                        + reading.unit().map(unit -> " " + unit.text()).orElse(""))
                .collect(Collectors.joining(" or "));
    }

    @Override
    public String text() {
        return Decimal.fixed(value, form.places());
    }

    /** With the six digits that matter, or all that are asked for if those are more, or all it has, as a reply shows it. */
    String shown() {
        if (isTooLong()) {
            return Decimal.typeset(Decimal.shortest(value));
        }
        boolean more = Math.abs(value) >= StrictMath.pow(10, SHOWN - form.places());
        return Decimal.typeset(more ? text() : Decimal.significant(value, SHOWN));
    }
}
