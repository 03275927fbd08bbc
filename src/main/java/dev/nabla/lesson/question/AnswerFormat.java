package dev.nabla.lesson.question;

import java.util.List;
import java.util.Optional;

/**
 * The form that an answer must have.
 *
 * @param places digits after the point that a decimal needs at least
 * @param unit what it is counted in
 * @param options what there is to choose from or to put in order, as it is shown
 * @param within how far a guess may be away, in all directions together; 0 where the last place decides
 * @param significant as how many digits that count the places are asked for; 0 if they are asked for as places
 * @param allDigits whether every typed digit must be right, as for a fact and for a known wrong answer; otherwise only
 *     those that are asked for
 */
public record AnswerFormat(
        int places, Optional<Unit> unit, List<String> options, double within, int significant, boolean allDigits) {
    /** Returns the format in which every typed digit counts. */
    AnswerFormat withAllDigits() {
        return new AnswerFormat(places, unit, options, within, significant, true);
    }

    /** {@code two places}, as a sentence says it. */
    String wantedPlaces() {
        if (significant > 0) {
            return significant + " significant digits";
        }
        if (places == 0) {
            return "all its digits";
        }
        List<String> words = List.of("", "one", "two", "three", "four", "five", "six");
        return (places < words.size() ? words.get(places) : String.valueOf(places))
                + (places == 1 ? " place" : " places");
    }
}
