package dev.nabla.figure.part;

import dev.nabla.figure.Figure;
import dev.nabla.gpt.FinishedRun;
import dev.nabla.gpt.RewardRun;
import dev.nabla.gpt.RewardState;
import dev.nabla.gpt.TrainingRun;
import java.util.function.LongPredicate;

/** The remaining work {@link Figure.Budget} of a figure for one screen update. */
public final class WorkBudget {
    private int left;

    /** Returns a budget without a piece, which only finds what is known. */
    public static WorkBudget none() {
        return new WorkBudget(Figure.Budget.of(0));
    }

    public WorkBudget(Figure.Budget budget) {
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
        int known = film.approach((int) step, 0);
        if (known == step || left <= 0) {
            return known;
        }
        int reached = film.approach((int) step, left * film.piece()); // at once: each call copies weights
        long done = (reached - known) * film.recipe().flops() / film.piece();
        left = reached < step ? 0 : (int) Math.max(0, left - 1 - done);
        return reached;
    }

    /** Looks whether work is complete without doing any, then does it piece by piece as long as pieces are left. */
    private boolean completes(LongPredicate work) {
        boolean complete = work.test(0);
        while (!complete && take()) {
            complete = work.test(TrainingRun.PIECE);
        }
        return complete;
    }

    /**
     * Counts the names that a model has learnt by heart as long as pieces are left.
     *
     * @return true once all are counted
     */
    public boolean counts(TrainingRun film, int step, double tau) {
        return completes(flops -> film.byHeart(step, tau, flops).isDone());
    }

    /**
     * Computes the held-out loss after a step as long as pieces are left.
     *
     * @return true once all held-out names have been read
     */
    public boolean examines(TrainingRun film, int step) {
        return completes(flops -> film.examine(step, flops));
    }

    /**
     * Trains by reward towards a step as long as pieces are left, the first model before all else.
     *
     * @return the last step that is trained, at most {@code step}; -1 while the first model is being trained
     */
    public int rewards(RewardRun run, int step) {
        int reached = reached(run, step, 0);
        while (reached < step && take()) {
            reached = reached(run, step, TrainingRun.PIECE);
        }
        return reached;
    }

    private int reached(RewardRun run, int step, long flops) {
        return run.approach(step, flops).map(RewardState::step).orElse(-1);
    }

    /**
     * Samples the names that a step of a training by reward shows, if the step is trained.
     *
     * @return true once they are known
     */
    public boolean says(RewardRun run, int step) {
        return rewards(run, step) == step && run.said(step, TrainingRun.PIECE).isPresent();
    }

    /**
     * Measures the model after a step of a training by reward as long as pieces are left.
     *
     * @return true once it is measured completely
     */
    public boolean measures(RewardRun run, int step) {
        return completes(flops -> run.isDone(run.stats(step, flops), step));
    }

    /**
     * Counts the names of a model after a step of a training by reward as long as pieces are left.
     *
     * @return true once all are counted
     */
    public boolean counts(RewardRun run, int step) {
        return completes(flops -> run.tally(step, flops).isDone());
    }

    /**
     * Measures how well the model of a step copies as long as pieces are left.
     *
     * @param off the head that is off, counted from 0 through all layers; -1 for none
     * @return true once it is measured
     */
    public boolean copies(TrainingRun film, int step, int off) {
        boolean known = film.copies(step, off, 0).isDone();
        return known
                || trains(film, step) == step
                        && completes(flops -> film.copies(step, off, flops).isDone());
    }

    /**
     * Trains to the end and reads the held-out names as long as pieces are left.
     *
     * @return true once the loss is known
     */
    public boolean finishes(FinishedRun run) {
        return completes(flops -> run.finish(flops));
    }
}
