package dev.nabla.lesson.question;

import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Comparison;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import java.util.List;

/**
 * All answers that meet some conditions, such as a guess that is off in one direction.
 *
 * @param when conditions on the typed number {@code x}, or on {@code x[1]}, {@code x[2]}
 * @param scope the question's numbers
 * @param parser an answer of the same form, which parses what was typed
 */
record RegionAnswer(List<Comparison> when, Scope scope, Answer parser) implements Answer {
    @Override
    public Verdict judge(String typed) {
        Value x = parser instanceof VectorAnswer row
                ? new Value.Reals(row.typed(typed))
                : new Value.Real(((NumberAnswer) parser).typed(typed));
        Scope now = scope.within(Deadline.of(Deadline.A_LESSON)).with(Comparison.TYPED, x);
        return when.stream().allMatch(each -> each.holds(now))
                ? Verdict.of(VerdictKind.RIGHT, "right")
                : Verdict.NOT_YET;
    }

    /** Returns true always: conditions may overlap, and the first that matches counts. */
    @Override
    public boolean isApartFrom(Answer other) {
        return true;
    }

    @Override
    public String understood(String typed) {
        return parser.understood(typed);
    }

    @Override
    public String text() {
        return when.toString();
    }
}
