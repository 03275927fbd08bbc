package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How exact the answer to a fact has to be, where nobody leaves that to the fact.
 *
 * @param places digits after the point that a decimal needs, if not as many as the fact is shown with
 * @param significant digits that it needs in place of that, counted from the first that is not 0
 * @param tolerance how far it may be away in place of all that
 */
public record AnswerPrecision(Optional<Integer> places, Optional<Integer> significant, Optional<Double> tolerance) {
    private static final int MOST_PLACES = 9;
    private static final int MOST_DIGITS = 17;

    /** Left to the fact. */
    public static final AnswerPrecision USUAL =
            new AnswerPrecision(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * With what is asked for in words where it is.
     *
     * @throws dev.nabla.math.BadInput if that cannot be read
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

    /** The form that a number must have; 123456 with two significant digits -4 places. */
    AnswerFormat form(double value, int usual, Optional<Unit> unit) {
        int first = value == 0 ? 0 : exponent(value);
        int asked = significant.map(digits -> digits - 1 - first).orElse(places.orElse(usual));
        return new AnswerFormat(asked, unit, List.of(), tolerance.orElse(0.0), significant.orElse(0), true);
    }

    private static int exponent(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.precision() - exact.scale() - 1;
    }
}
