package dev.nabla.figure.part;

import dev.nabla.figure.Figure;
import dev.nabla.gpt.TrainingRun;

/** The remaining work {@link Figure.Budget} of a figure for one screen update. */
public final class WorkBudget {
    private final long bytes;
    private int left;

    /** Returns a budget without a piece, which only finds what is known. */
    public static WorkBudget none() {
        return new WorkBudget(Figure.Budget.of(0));
    }

    public WorkBudget(Figure.Budget budget) {
        this.bytes = budget.bytes();
        this.left = budget.pieces();
    }

    /** Uses one piece. Returns false if none is left. */
    public boolean take() {
        return left-- > 0;
    }

    /**
     * Trains towards a step as long as pieces are left.
     *
     * @return the last step that is trained, at most {@code step}
     */
    public int trains(TrainingRun film, long step) {
        int reached = film.approach((int) step, 0);
        while (reached < step && take()) {
            reached = film.approach((int) step, TrainingRun.PIECE, bytes);
        }
        return reached;
    }

    /**
     * Counts the names that a model has learnt by heart as long as pieces are left.
     *
     * @return true once all are counted
     */
    public boolean counts(TrainingRun film, int step, double tau) {
        boolean counted = film.byHeart(step, tau, 0, bytes).isDone();
        while (!counted && take()) {
            counted = film.byHeart(step, tau, TrainingRun.PIECE, bytes).isDone();
        }
        return counted;
    }

    /**
     * Computes the held-out loss after a step as long as pieces are left.
     *
     * @return true once all held-out names have been read
     */
    public boolean examines(TrainingRun film, int step) {
        boolean read = film.examine(step, 0, bytes);
        while (!read && take()) {
            read = film.examine(step, TrainingRun.PIECE, bytes);
        }
        return read;
    }
}
