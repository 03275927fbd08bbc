package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One number: right when it is rightly rounded, to as many places as the form asks for or more. */
public record NumberAnswer(double value, AnswerFormat form) implements Answer {
    private static final int FARTHEST_POINT = 3;
    private static final int SHOWN = 6;

    @Override
    public Match match(String typed) {
        return ParsedNumber.readings(typed).stream()
                .map(this::match)
                .min(Match::compareTo)
                .orElseThrow();
    }

    private Match match(ParsedNumber typed) {
        if (isInAnotherUnit(typed)) {
            return isInSibling(typed) ? Match.PARTIAL : Match.NONE;
        }
        if (typed.isExactly(value) || typed.places() >= form.places() && typed.agrees(value)) {
            return Match.FULL;
        }
        return typed.agrees(value) && typed.digits() > 0 || isRoundedInside(typed) ? Match.PARTIAL : Match.NONE;
    }

    private boolean isInAnotherUnit(ParsedNumber typed) {
        return typed.unit().isPresent()
                && form.unit().isPresent()
                && !typed.unit().equals(form.unit());
    }

    private boolean isInSibling(ParsedNumber typed) {
        Unit asked = form.unit().orElseThrow();
        if (!typed.unit().equals(Optional.of(asked.sibling()))) {
            throw BadInput.usage(
                    "bad_answer",
                    "the answer is in " + asked.text() + ", not in "
                            + typed.unit().orElseThrow().text());
        }
        return agrees(typed, asked.inSibling(value));
    }

    /** An expression that was right until a number in it was rounded. */
    private boolean isRoundedInside(ParsedNumber typed) {
        return typed.exact()
                && shown(typed.value(), form.places()).agrees(value)
                && typed.value().signum() != 0;
    }

    private static ParsedNumber shown(BigDecimal value, int places) {
        return new ParsedNumber(value.setScale(places, RoundingMode.HALF_UP), places, false, Optional.empty());
    }

    @Override
    public String more(String typed) {
        ParsedNumber first = ParsedNumber.readings(typed).get(0);
        if (isInAnotherUnit(first)) {
            return "right, and now in " + form.unit().get().text();
        }
        return first.exact()
                ? "near, but a number in it was rounded too early; keep all its digits, or type a decimal with "
                        + form.wantedPlaces()
                : "right so far, give " + form.wantedPlaces();
    }

    @Override
    public Optional<Slip> slip(String typed) {
        return ParsedNumber.readings(typed).stream()
                .flatMap(reading -> slip(reading).stream())
                .findFirst();
    }

    private Optional<Slip> slip(ParsedNumber typed) {
        if (typed.isCut(value) && isLong(typed)) {
            return Optional.of(new Slip(
                    "truncated",
                    "the digits are right, but the last one was cut off instead of rounded: more digits are "
                            + Decimal.typeset(Decimal.fixed(value, typed.places() + 2)) + "..."));
        }
        if (typed.digits() == 0 || ParsedNumber.target(value).signum() == 0) {
            return Optional.empty();
        }
        if (isMirrored(typed)) {
            return Optional.of(new Slip("sign", "the size is right, the sign is not; look at each minus again"));
        }
        if (form.unit().isPresent() && agrees(typed, form.unit().get().inSibling(value))) {
            Unit asked = form.unit().get();
            String sibling = asked.sibling().text();
            return Optional.of(new Slip(sibling, "right in " + sibling + "; the question asks for " + asked.text()));
        }
        if (isRoundedEarly(typed)) {
            return Optional.of(new Slip(
                    "rounded-early",
                    "near, but the last digit is off; keep more digits on the way, and round at the end"));
        }
        return IntStream.rangeClosed(-FARTHEST_POINT, FARTHEST_POINT)
                .filter(power -> power != 0 && agrees(typed, value * StrictMath.pow(10, power)))
                .boxed()
                .findFirst()
                .map(power -> new Slip("factor-10", "the digits are right; the decimal point has slipped"));
    }

    /** True if it is more than a single whole digit, with which too much begins, unless a whole number is asked for. */
    private boolean isLong(ParsedNumber typed) {
        return typed.digits() > 1 || typed.digits() > 0 && (typed.places() > 0 || form.places() == 0);
    }

    /** True if it would be right, or right so far, with the other sign. */
    private boolean isMirrored(ParsedNumber typed) {
        return typed.agrees(-value) || typed.isCut(-value);
    }

    /** True if it is beside the answer as it would be rounded: numbers on the way had too few digits. */
    private boolean isRoundedEarly(ParsedNumber typed) {
        return typed.digits() > 1 && typed.places() >= form.places() && typed.isBeside(value);
    }

    /** With at least two digits, or all there are: one digit agrees with too much. */
    private static boolean agrees(ParsedNumber typed, double x) {
        return typed.isExactly(x) || typed.digits() > 1 && typed.agrees(x);
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof NumberAnswer amount && isApart(value, amount.value) && isApart(amount.value, value);
    }

    /** True if its last place is beyond the digits that a comparison counts. */
    boolean isTooLong() {
        return Math.abs(value) >= StrictMath.pow(10, ParsedNumber.DIGITS - form.places());
    }

    /** Another value that is as good, as far as it is asked for: within a unit of the last place. */
    public boolean isNear(double other) {
        return Math.abs(other - value) <= StrictMath.pow(10, -form.places());
    }

    /** True if neither x rounded nor x cut off passes for y. */
    private boolean isApart(double x, double y) {
        return List.of(RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.DOWN).stream()
                .map(mode -> ParsedNumber.target(x).setScale(form.places(), mode))
                .noneMatch(text -> new ParsedNumber(text, form.places(), false, Optional.empty()).agrees(y));
    }

    @Override
    public String text() {
        return Decimal.fixed(value, form.places());
    }

    /** With the six digits that matter, or all that are asked for if those are more, as a reply shows it. */
    String shown() {
        boolean more = Math.abs(value) >= StrictMath.pow(10, SHOWN - form.places());
        return Decimal.typeset(more ? text() : Decimal.significant(value, SHOWN));
    }
}
