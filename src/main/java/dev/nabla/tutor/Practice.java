package dev.nabla.tutor;

import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedExample.Solution;

/**
 * A worked example with blanks that a learner is filling in.
 *
 * @param example the worked example
 * @param seed the seed of its numbers
 * @param solution the solution with these numbers
 * @param past number of blanks already passed
 * @param attempt the current blank; the last blank once all are passed
 */
public record Practice(WorkedExample example, long seed, Solution solution, int past, Attempt attempt) {
    /**
     * Starts an example with all its blanks empty.
     *
     * @throws dev.nabla.math.BadInput if its numbers cannot be computed
     */
    public static Practice of(WorkedExample example, long seed) {
        Solution solution = example.draw(seed);
        return new Practice(example, seed, solution, 0, asked(example, solution, 0));
    }

    private static Attempt asked(WorkedExample example, Solution solution, int past) {
        return Attempt.of(solution.blanks(example.blanks()).get(past), 0);
    }

    public boolean isDone() {
        return blanksLeft() == 0;
    }

    /** Returns the number of blanks still to fill. */
    int blanksLeft() {
        return example.blanks() - past;
    }

    public Practice withAttempt(Attempt other) {
        return new Practice(example, seed, solution, past, other);
    }

    /** Grades the typed answer. A right answer fills the blank and moves to the next one. */
    public Practice graded() {
        Practice graded = withAttempt(attempt.graded(false));
        return graded.attempt().isRight() ? graded.onward() : graded;
    }

    /** Moves past the current blank. */
    public Practice onward() {
        int more = past + 1;
        Attempt next = more == example.blanks() ? attempt : asked(example, solution, more);
        return new Practice(example, seed, solution, more, next);
    }

    /** Starts the example again with other numbers. */
    public Practice withOtherNumbers() {
        return of(example, seed + 1);
    }
}
