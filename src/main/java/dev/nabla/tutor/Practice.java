package dev.nabla.tutor;

import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedExample.Fade;
import dev.nabla.lesson.question.WorkedExample.Solution;

/**
 * A worked example with blanks in it, in somebody's hands.
 *
 * @param example what is worked out
 * @param fade how much of it is left out
 * @param seed of its numbers
 * @param solution the example with these numbers
 * @param past how many blanks have been asked
 * @param attempt the blank that is asked; the last one once all have been
 */
public record Practice(WorkedExample example, Fade fade, long seed, Solution solution, int past, Attempt attempt) {
    /**
     * Every line left out, and nothing filled in.
     *
     * @throws dev.nabla.math.BadInput if its numbers cannot be computed
     */
    public static Practice of(WorkedExample example, long seed) {
        return of(example, Fade.YOURS, seed);
    }

    private static Practice of(WorkedExample example, Fade fade, long seed) {
        Solution solution = example.draw(seed);
        return new Practice(example, fade, seed, solution, 0, asked(fade, solution, 0));
    }

    private static Attempt asked(Fade fade, Solution solution, int past) {
        return Attempt.of(solution.blanks(fade).get(past), 0);
    }

    public boolean isDone() {
        return past == solution.blanks(fade).size();
    }

    /** How many blanks are still empty. */
    int left() {
        return solution.blanks(fade).size() - past;
    }

    public Practice with(Attempt other) {
        return new Practice(example, fade, seed, solution, past, other);
    }

    /** What is typed is graded; a right answer fills the blank, and the next one is asked. */
    public Practice graded() {
        Practice graded = with(attempt.graded(false));
        return graded.attempt().isRight() ? graded.onward() : graded;
    }

    /** At the next blank, if there is one. */
    public Practice onward() {
        int more = past + 1;
        boolean last = more == solution.blanks(fade).size();
        Attempt next = last ? attempt : asked(fade, solution, more);
        return new Practice(example, fade, seed, solution, more, next);
    }

    /** With other numbers. */
    public Practice again() {
        return of(example, fade, seed + 1);
    }
}
