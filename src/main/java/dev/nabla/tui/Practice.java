package dev.nabla.tui;

import dev.nabla.lesson.Fade;
import dev.nabla.lesson.Solution;
import dev.nabla.lesson.Variant;
import dev.nabla.lesson.WorkedExample;
import java.util.List;

/**
 * A worked example with blanks in it, in somebody's hands.
 *
 * @param example what is worked out
 * @param fade how much of it is left out
 * @param round how often it has come back with other numbers
 * @param solution the example with the numbers of this round
 * @param right how many blanks are filled in
 * @param attempt the blank that is asked; the last one once all are filled in
 */
record Practice(WorkedExample example, Fade fade, int round, Solution solution, int right, Attempt attempt) {
    /**
     * The last line left out, and nothing filled in.
     *
     * @throws dev.nabla.math.BadInput if its numbers cannot be computed
     */
    static Practice of(WorkedExample example) {
        return of(example, Fade.LAST, 1);
    }

    private static Practice of(WorkedExample example, Fade fade, int round) {
        Solution solution = example.draw(round);
        return new Practice(example, fade, round, solution, 0, asked(example, fade, solution, 0, round));
    }

    private static Attempt asked(WorkedExample example, Fade fade, Solution solution, int right, int round) {
        List<Variant> blanks = solution.blanks(fade);
        int told = example.lines().size() - blanks.size();
        return Attempt.of(example.lines().get(told + right), blanks.get(right), round);
    }

    boolean isDone() {
        return right == solution.blanks(fade).size();
    }

    Practice with(Attempt other) {
        return new Practice(example, fade, round, solution, right, other);
    }

    /** What is typed is graded; a right answer fills the blank, and the next one is asked. */
    Practice graded() {
        Practice graded = with(attempt.graded(false));
        return graded.attempt().isRight() ? graded.filled() : graded;
    }

    private Practice filled() {
        int more = right + 1;
        boolean last = more == solution.blanks(fade).size();
        Attempt next = last ? attempt : asked(example, fade, solution, more, round);
        return new Practice(example, fade, round, solution, more, next);
    }

    /** The same with other numbers. */
    Practice again() {
        return of(example, fade, round + 1);
    }

    /** With other numbers, and more left out. */
    Practice faded() {
        return of(example, fade.next(), round + 1);
    }
}
