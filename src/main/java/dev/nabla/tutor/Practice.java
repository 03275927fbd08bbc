package dev.nabla.tutor;

import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedExample.Solution;

/**
 * A worked example with blanks in it, in somebody's hands.
 *
 * @param example what is worked out
 * @param seed of its numbers
 * @param solution the example with these numbers
 * @param past how many blanks have been asked
 * @param attempt the blank that is asked; the last one once all have been
 */
public record Practice(WorkedExample example, long seed, Solution solution, int past, Attempt attempt) {
    /**
     * Its last lines left out, and nothing filled in.
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

    /** How many blanks are still empty. */
    int blanksLeft() {
        return example.blanks() - past;
    }

    public Practice withAttempt(Attempt other) {
        return new Practice(example, seed, solution, past, other);
    }

    /** What is typed is graded; a right answer fills the blank, and the next one is asked. */
    public Practice graded() {
        Practice graded = withAttempt(attempt.graded(false));
        return graded.attempt().isRight() ? graded.onward() : graded;
    }

    /** At the next blank, if there is one. */
    public Practice onward() {
        int more = past + 1;
        Attempt next = more == example.blanks() ? attempt : asked(example, solution, more);
        return new Practice(example, seed, solution, more, next);
    }

    /** With other numbers. */
    public Practice again() {
        return of(example, seed + 1);
    }
}
