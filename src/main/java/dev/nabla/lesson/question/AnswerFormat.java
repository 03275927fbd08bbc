package dev.nabla.lesson.question;

import java.util.List;
import java.util.Optional;

/**
 * The form that an answer must have.
 *
 * @param places least number of digits after the point of a typed decimal
 * @param unit unit of the answer, if it has one
 * @param counts what the answer counts, if it may be typed after the number
 * @param options options to choose from or to put in order, as they are shown
 * @param within largest distance of a guess from the answer; 0 if the last place decides
 * @param enough number of a vector's numbers that must be within that distance, each on its own; 0 if the Euclidean
 *     distance of the whole vector counts
 * @param significant number of significant digits that {@code places} was derived from; 0 if places were asked for
 * @param allDigits whether every typed digit must be right, as for a fact or a known wrong answer; otherwise only the
 *     digits that are asked for count
 */
public record AnswerFormat(
        int places,
        Optional<Unit> unit,
        Optional<CountedNoun> counts,
        List<String> options,
        double within,
        int enough,
        int significant,
        boolean allDigits) {
    /** Returns a copy in which every typed digit counts. */
    AnswerFormat withAllDigits() {
        return new AnswerFormat(places, unit, counts, options, within, enough, significant, true);
    }

    /** Returns the precision asked for in words, such as {@code two decimals}. */
    String wantedPlaces() {
        if (significant > 0) {
            return significant + " significant digits";
        }
        if (places == 0) {
            return "all its digits";
        }
        List<String> words = List.of("", "one", "two", "three", "four", "five", "six");
        return (places < words.size() ? words.get(places) : String.valueOf(places))
                + (places == 1 ? " decimal" : " decimals");
    }
}
