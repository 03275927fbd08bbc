package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.VerdictKind;

/** An answer to a question, right or one of the known wrong ones, and how what was typed compares with it. */
public sealed interface Answer permits NumberAnswer, VectorAnswer, OptionsAnswer, FunctionAnswer, RegionAnswer {
    /**
     * The verdict on a typed text if this is right: right, right so far, or wrong; a mistake has a name if it has nothing
     * to do with the question: a sign, a unit, a digit cut off.
     *
     * @throws dev.nabla.math.BadInput if it cannot be read as an answer of this kind at all
     */
    Verdict judge(String typed);

    /** What kind of verdict that is, without looking for the name of a mistake. */
    default VerdictKind fits(String typed) {
        return judge(typed).kind();
    }

    /** True if no typed text could be meant for both. */
    boolean isApartFrom(Answer other);

    /**
     * What a typed text was taken for, in a form in which it could have been typed: 0.5 of {@code 50 %}.
     *
     * @throws dev.nabla.math.BadInput as {@link #judge}
     */
    String understood(String typed);

    /** As somebody who knew it would type it. */
    String text();
}
