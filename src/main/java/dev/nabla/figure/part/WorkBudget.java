package dev.nabla.figure.part;

import dev.nabla.figure.Figure;
import dev.nabla.gpt.TrainingRun;

/** What is left of the {@link Figure.Budget} for a figure's work before it is shown. */
public final class WorkBudget {
    private final long bytes;
    private int left;

    public WorkBudget(Figure.Budget budget) {
        this.bytes = budget.bytes();
        this.left = budget.pieces();
    }

    /** Takes one; false where none is left. */
    public boolean take() {
        return left-- > 0;
    }

    /** The step to which a film comes on the way to this one. */
    public int trains(TrainingRun film, long step) {
        int reached = film.approach((int) step, 0);
        while (reached < step && take()) {
            reached = film.approach((int) step, TrainingRun.PIECE, bytes);
        }
        return reached;
    }

    /** True once all held-out names are read after a step. */
    public boolean examines(TrainingRun film, int step) {
        boolean read = film.examine(step, 0, bytes);
        while (!read && take()) {
            read = film.examine(step, TrainingRun.PIECE, bytes);
        }
        return read;
    }
}
