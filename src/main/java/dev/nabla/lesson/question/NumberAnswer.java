package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.Kind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One number: right when it is rightly rounded, to as many places as the form asks for or more. */
public record NumberAnswer(double value, AnswerFormat form) implements Answer {
    private static final int FARTHEST_POINT = 3;
    private static final int SHOWN = 6;

    @Override
    public Verdict judge(String typed) {
        return ParsedNumber.readings(typed).stream()
                .map(this::judge)
                .min(Verdict.BY_NEARNESS)
                .orElseThrow();
    }

    private Verdict judge(ParsedNumber typed) {
        if (typed.unit().isPresent() && form.unit().isPresent() && !typed.unit().equals(form.unit())) {
            return isInSibling(typed, form.unit().get())
                    ? Verdict.of(
                            Kind.SO_FAR,
                            "right, and now in " + form.unit().get().text())
                    : slip(typed);
        }
        if (typed.isExactly(value) || typed.places() >= form.places() && typed.agrees(value)) {
            return Verdict.of(Kind.RIGHT, "right, it is " + shown());
        }
        if (!isRoundedInside(typed) && !(typed.agrees(value) && typed.digits() > 0)) {
            return slip(typed);
        }
        return Verdict.of(
                Kind.SO_FAR,
                typed.exact()
                        ? "near, but a number in it was rounded too early; keep all its digits, or type a decimal with "
                                + form.wantedPlaces()
                        : "right so far, give " + form.wantedPlaces());
    }

    private boolean isInSibling(ParsedNumber typed, Unit asked) {
        Unit given = typed.unit().orElseThrow();
        if (given != asked.sibling()) {
            throw BadInput.usage("bad_answer", "the answer is in " + asked.text() + ", not in " + given.text());
        }
        return agrees(typed, asked.inSibling(value));
    }

    /** An expression that was right until a number in it was rounded. */
    private boolean isRoundedInside(ParsedNumber typed) {
        return typed.exact()
                && typed.value().signum() != 0
                && ParsedNumber.rounded(typed.value(), form.places(), RoundingMode.HALF_UP)
                        .agrees(value);
    }

    /** Wrong, with the name of the slip of the hand that leads from this number to what was typed. */
    private Verdict slip(ParsedNumber typed) {
        if (typed.isCut(value) && isLong(typed)) {
            return Verdict.slip(
                    "truncated",
                    "the digits are right, but the last one was cut off instead of rounded: more digits are "
                            + Decimal.typeset(Decimal.fixed(value, typed.places() + 2)) + "...");
        }
        if (typed.digits() == 0 || ParsedNumber.target(value).signum() == 0) {
            return Verdict.NOT_YET;
        }
        if (typed.agrees(-value) || typed.isCut(-value)) {
            return Verdict.slip("sign", "the size is right, the sign is not; look at each minus again");
        }
        if (form.unit().filter(asked -> agrees(typed, asked.inSibling(value))).isPresent()) {
            String sibling = form.unit().get().sibling().text();
            String asked = form.unit().get().text();
            return Verdict.slip(sibling, "right in " + sibling + "; the question asks for " + asked);
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
        return typed.isExactly(x) || typed.digits() > 1 && typed.agrees(x);
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof NumberAnswer number && isApart(value, number.value) && isApart(number.value, value);
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
    public String text() {
        return Decimal.fixed(value, form.places());
    }

    /** With the six digits that matter, or all that are asked for if those are more, as a reply shows it. */
    String shown() {
        boolean more = Math.abs(value) >= StrictMath.pow(10, SHOWN - form.places());
        return Decimal.typeset(more ? text() : Decimal.significant(value, SHOWN));
    }
}
