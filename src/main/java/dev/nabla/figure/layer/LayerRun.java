package dev.nabla.figure.layer;

import dev.nabla.figure.layer.LayerModel.Branch;

/**
 * The run of FIG.01: forward through the stages to the loss, then back through the same rows to the tokens and to the
 * weights.
 *
 * @param cut the branch that is missing
 * @param filled number of steps that the run has taken
 */
record LayerRun(Branch cut, long filled) {
    private static final int LOSS = LayerModel.STAGES + 1;
    /** The step that begins the way back, with the slope 1 of the loss. */
    private static final int TURN = LOSS + 1;

    private static final int TOKENS = TURN + LayerModel.STAGES + 1;
    /** All steps. The last one computes the slopes of the weights. */
    static final int STEPS = TOKENS + 1;

    /** Stage of the shares, the first row that lacks its input without SCORE. */
    private static final int SHARES = 2;

    /** Returns the last step that can be taken. Without MOVE that is still the last of all, since h takes x instead. */
    private int last() {
        return switch (cut) {
            case SCORE -> SHARES;
            case FIX -> TURN;
            default -> STEPS;
        };
    }

    boolean isDone() {
        return filled >= last();
    }

    /** Returns whether the run has begun and can go on. */
    boolean isUnderWay() {
        return filled > 0 && !isDone();
    }

    boolean isForward() {
        return filled < TURN;
    }

    boolean hasForward(int stage) {
        return isDone() || filled >= stage;
    }

    boolean hasBackward(int stage) {
        return isDone() || filled >= back(stage);
    }

    boolean hasLoss() {
        return isDone() || filled >= LOSS;
    }

    boolean hasTurned() {
        return isDone() || filled >= TURN;
    }

    boolean hasTokens() {
        return isDone() || filled >= TOKENS;
    }

    /** Returns the stage whose row was filled last, forward or backward; 0 if it was another row. */
    int stage() {
        return filled <= LayerModel.STAGES ? (int) filled : isBack() ? back((int) filled) : 0;
    }

    boolean isAtStage(int stage) {
        return isUnderWay() && stage() == stage;
    }

    boolean isAtLoss() {
        return isUnderWay() && (filled == LOSS || isAtTurn());
    }

    boolean isAtTurn() {
        return isUnderWay() && filled == TURN;
    }

    boolean isAtTokens() {
        return isUnderWay() && filled == TOKENS;
    }

    private boolean isBack() {
        return filled > TURN && filled < TOKENS;
    }

    /** Returns the step that fills a stage on the way back, or the stage that a step fills. */
    private static int back(int either) {
        return TOKENS - either;
    }

    /** Returns how many rows the way back has still to fill. */
    int rowsToCome() {
        return TOKENS - (int) filled;
    }

    /** Returns what marks the row that was filled last. */
    String mark() {
        return isAtTurn() ? "●" : isForward() ? "▼" : "▲";
    }
}
