package dev.nabla.figure.layer;

import java.util.List;

/** What FIG.01 runs: the whole layer, or one of its three jobs, which takes only some steps of the whole run. */
public enum LayerPart {
    ALL(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17),
    /** Compare and mix the words, bend what comes out, and score the next words; the shares to mix by are given. */
    MOVE(0, 1, 3, 4, 5, 6),
    /** Make shares of scores, twice, and the loss of the last ones. */
    SCORE(1, 2, 7, 8),
    /** Go back from the loss to the weights, which a step changes; the numbers of the way forward are given. */
    FIX(8, 9, 10, 11, 12, 13, 14, 15, 17);

    /** Steps of {@link LayerRun} at which this part begins and after each of its own steps. */
    private final List<Integer> steps;

    LayerPart(Integer... steps) {
        this.steps = List.of(steps);
    }

    /** Returns the number of its own steps. */
    int length() {
        return steps.size() - 1;
    }

    /** Returns the step of the whole run after {@code taken} of its own steps, 0 to {@link #length}. */
    int step(long taken) {
        return steps.get((int) taken);
    }

    /** Returns whether this part fills a row forward at a step of the whole run, or back at it. */
    boolean takes(int step) {
        return steps.indexOf(step) > 0;
    }

    boolean isAll() {
        return this == ALL;
    }
}
