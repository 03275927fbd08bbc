package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The precision that the caller requires of an answer to a fact.
 *
 * @param places digits after the point that a decimal needs; if empty, those that the fact is shown with
 * @param significant significant digits that it needs; overrides {@code places}
 * @param tolerance largest distance from the fact's value; overrides both
 */
public record AnswerPrecision(Optional<Integer> places, Optional<Integer> significant, Optional<Double> tolerance) {
    private static final int MOST_PLACES = 9;
    private static final int MOST_DIGITS = 17;

    /** The precision that the fact is shown with. */
    public static final AnswerPrecision USUAL =
            new AnswerPrecision(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Returns the precision that the given texts describe, or this precision if all three are empty.
     *
     * @param places a whole number from 0 to 9
     * @param significant a whole number from 1 to 17
     * @param tolerance a finite number above 0
     * @throws dev.nabla.math.BadInput if a text cannot be parsed or is out of range
     */
    public AnswerPrecision or(Optional<String> places, Optional<String> significant, Optional<String> tolerance) {
        boolean given = places.isPresent() || significant.isPresent() || tolerance.isPresent();
        return !given
                ? this
                : new AnswerPrecision(
                        places.map(text -> whole("places", text, 0, MOST_PLACES)),
                        significant.map(text -> whole("significant", text, 1, MOST_DIGITS)),
                        tolerance.map(AnswerPrecision::above0));
    }

    private static int whole(String name, String text, int least, int most) {
        try {
            return (int) Numerals.whole(text, least, most);
        } catch (BadInput bad) {
            throw bad.forInput(name);
        }
    }

    private static double above0(String text) {
        try {
            double tolerance = Numerals.number(text);
            if (tolerance > 0 && Double.isFinite(tolerance)) {
                return tolerance;
            }
        } catch (BadInput bad) {
            throw bad.forInput("tolerance");
        }
        throw BadInput.usage("not_positive", "tolerance " + text + ": must be above 0, like 0.01");
    }

    /**
     * Returns the form that a number must have. Two significant digits of 123456 are −4 places.
     *
     * @param usual digits after the point that the fact is shown with
     * @param unit the fact's unit or what it counts; "" if it has neither
     */
    AnswerFormat form(double value, int usual, String unit) {
        int first = value == 0 || Double.isInfinite(value) ? 0 : exponent(value);
        int decimals = significant.map(digits -> digits - 1 - first).orElse(places.orElse(usual));
        return new AnswerFormat(
                decimals,
                Unit.named(unit),
                CountedNoun.named(unit),
                List.of(),
                tolerance.orElse(0.0),
                0,
                significant.orElse(0),
                true);
    }

    private static int exponent(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.precision() - exact.scale() - 1;
    }
}
