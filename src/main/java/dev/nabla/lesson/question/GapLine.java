package dev.nabla.lesson.question;

import dev.nabla.math.Decimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line of a worked example with its numbers put in, and the {@link WorkedExample#GAP} where its answer belongs.
 *
 * @param text as it is asked
 */
record GapLine(String text) {
    /** The line that a question's text is; empty if there is no gap in it. */
    static Optional<GapLine> of(String prompt) {
        return prompt.contains(WorkedExample.GAP) ? Optional.of(new GapLine(prompt)) : Optional.empty();
    }

    /** What the numbers as they are shown come to, which may differ from the answer in further digits. */
    Optional<NumberAnswer> shown(Answer right) {
        OptionalDouble value = WorkedLineArithmetic.of(text);
        return right instanceof NumberAnswer amount && value.isPresent()
                ? Optional.of(new NumberAnswer(value.getAsDouble(), amount.form()))
                : Optional.empty();
    }

    /** The whole line. */
    String filled(Answer answer) {
        return text.replace(WorkedExample.GAP, Decimal.typeset(answer.text()));
    }
}
