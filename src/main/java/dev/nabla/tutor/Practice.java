package dev.nabla.tutor;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedExample.Solution;
import java.util.ArrayList;
import java.util.List;

/**
 * A worked example with blanks that a learner is filling in.
 *
 * @param example the worked example
 * @param seed the seed of its numbers
 * @param solution the solution with these numbers
 * @param past number of blanks already passed
 * @param filled number of those that were filled in right
 * @param shown number of those whose answer was shown
 * @param attempt the current blank; the last blank once all are passed
 */
public record Practice(
        WorkedExample example, long seed, Solution solution, int past, int filled, int shown, Attempt attempt) {
    /**
     * Starts an example with all its blanks empty.
     *
     * @throws dev.nabla.math.BadInput if its numbers cannot be computed
     */
    public static Practice of(WorkedExample example, long seed) {
        Solution solution = example.draw(seed);
        return new Practice(example, seed, solution, 0, 0, 0, asked(example, solution, 0));
    }

    private static Attempt asked(WorkedExample example, Solution solution, int past) {
        return Attempt.of(solution.blanks(example.blanks()).get(past), 0);
    }

    /** Returns whether an answer to a blank was graded. */
    boolean isTried() {
        return filled > 0 || attempt.isAnswered();
    }

    /** Returns whether all blanks are passed, filled in or not. */
    public boolean isOver() {
        return past == example.blanks();
    }

    /** Returns the number of blanks that are not filled in. */
    public int blanksLeft() {
        return example.blanks() - filled;
    }

    /** Returns what was not filled in, empty or with its answer shown: {@code 2 blanks left empty, 1 answer shown}. */
    private String leftOver() {
        List<String> left = new ArrayList<>();
        int empty = blanksLeft() - shown;
        if (empty > 0) {
            left.add(WorkedSteps.count(empty, "blank") + " left empty");
        }
        if (shown > 0) {
            left.add(WorkedSteps.count(shown, "answer") + " shown");
        }
        return String.join(", ", left);
    }

    /** Returns how the example ended, for people to read. */
    public String result() {
        return blanksLeft() == 0 ? "All of it is right" : leftOver();
    }

    public Practice withAttempt(Attempt other) {
        return new Practice(example, seed, solution, past, filled, shown, other);
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
        return new Practice(
                example,
                seed,
                solution,
                more,
                filled + (attempt.isRight() ? 1 : 0),
                shown + (attempt.isShown() ? 1 : 0),
                next);
    }

    /** Starts the example again with other numbers. */
    public Practice withOtherNumbers() {
        return of(example, seed + 1);
    }
}
