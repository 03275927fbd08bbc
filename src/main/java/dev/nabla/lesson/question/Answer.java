package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.VerdictKind;
import java.util.Optional;

/** An answer to a question, either the right one or a known wrong one. It judges what a learner typed. */
public sealed interface Answer
        permits NumberAnswer, VectorAnswer, MatrixAnswer, OptionsAnswer, FunctionAnswer, RegionAnswer {
    /**
     * Judges a typed text as if this were the right answer: right, right so far, or wrong. A wrong verdict names the
     * mistake if it does not depend on the question, such as a sign, a unit or a truncated digit.
     *
     * @throws dev.nabla.math.BadInput if the text cannot be parsed as an answer of this kind
     */
    Verdict judge(String typed);

    /** Returns the kind of verdict that {@link #judge} gives. It may skip the search for the name of a mistake. */
    default VerdictKind fits(String typed) {
        return judge(typed).kind();
    }

    /** Returns whether no typed text could match both answers. */
    boolean isApartFrom(Answer other);

    /**
     * Returns how a typed text is read, in a form that can be typed again: {@code 50 percent} for {@code 50 %}.
     *
     * @throws dev.nabla.math.BadInput as {@link #judge}
     */
    String understood(String typed);

    /** Returns the answer as a learner would type it. */
    String text();

    /** Returns the answer if it is a single number. */
    default Optional<NumberAnswer> number() {
        return Optional.empty();
    }
}
