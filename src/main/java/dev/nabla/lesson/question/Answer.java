package dev.nabla.lesson.question;

import java.util.Optional;

/**
 * An answer to a question, right or one of the known wrong ones, and how what was typed compares with it.
 *
 * <p>What cannot be read as an answer of its kind at all is a {@link dev.nabla.math.BadInput}.
 */
public sealed interface Answer permits NumberAnswer, VectorAnswer, ChoiceAnswer, OrderAnswer, FunctionAnswer {
    /** How near a typed text comes. */
    enum Match {
        /** It says this. */
        FULL,
        /** It says this as far as it goes, or in another form; {@link #more} says what is wanted. */
        PARTIAL,
        NONE
    }

    /**
     * A mistake that has nothing to do with the question: a sign, a unit, a digit cut off.
     *
     * @param id its name in JSON
     * @param message what to tell the learner
     */
    record Slip(String id, String message) {}

    Match match(String typed);

    /** Says what would make a {@link Match#PARTIAL} whole; most kinds know none. */
    default String more(String typed) {
        return "";
    }

    /** A slip of the hand that leads from this answer to what was typed. */
    default Optional<Slip> slip(String typed) {
        return Optional.empty();
    }

    /** True if no typed text could be meant for both. */
    boolean isApartFrom(Answer other);

    /** As somebody who knew it would type it. */
    String text();
}
