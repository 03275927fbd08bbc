package dev.nabla.lesson.question;

import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Comparison;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import java.util.List;

/**
 * Every answer of which something holds, like a guess that was laid in one direction.
 *
 * @param when what holds of the numbers {@code x}, or {@code x[1]}, {@code x[2]}
 * @param scope the question's numbers
 * @param whole an answer of the same form, which says how one is read
 */
record RegionAnswer(List<Comparison> when, Scope scope, Answer whole) implements Answer {
    @Override
    public Verdict judge(String typed) {
        Value x = whole instanceof VectorAnswer row
                ? new Value.Reals(row.typed(typed))
                : new Value.Real(((NumberAnswer) whole).typed(typed));
        Scope now = scope.within(Deadline.of(Deadline.A_LESSON)).with(Comparison.TYPED, x);
        return when.stream().allMatch(each -> each.holds(now))
                ? Verdict.of(VerdictKind.RIGHT, "right")
                : Verdict.NOT_YET;
    }

    /** The first that fits is meant. */
    @Override
    public boolean isApartFrom(Answer other) {
        return true;
    }

    @Override
    public String understood(String typed) {
        return whole.understood(typed);
    }

    @Override
    public String text() {
        return when.toString();
    }
}
