package dev.nabla.figure.layer;

import dev.nabla.figure.layer.LayerModel.Branch;

/**
 * The run of FIG.01: forward through the stages to the loss, then back through the same rows to the tokens and to the
 * weights.
 *
 * @param cut the branch that is missing
 * @param part what runs
 * @param taken number of its own steps that the part has taken
 */
record LayerRun(Branch cut, LayerPart part, long taken) {
    private static final int LOSS = LayerModel.STAGES + 1;
    /** The step that begins the way back, with the slope 1 of the loss. */
    private static final int TURN = LOSS + 1;

    private static final int TOKENS = TURN + LayerModel.LOGITS + 1;
    /** All steps. The last one computes the slopes of the weights. */
    static final int STEPS = TOKENS + 1;

    /** Stage of the shares, the first row that lacks its input without SCORE. */
    private static final int SHARES = 2;

    /** Returns the step of the whole run that has been reached. */
    private int filled() {
        return part.step(taken);
    }

    /** Returns the last step that can be taken. Without MOVE that is still the last of all, since h takes x instead. */
    private int last() {
        return switch (cut) {
            case SCORE -> SHARES;
            case FIX -> TURN;
            default -> STEPS;
        };
    }

    boolean isDone() {
        return taken >= part.length() || filled() >= last();
    }

    /** Returns whether the part that runs fills the row of a stage forward. */
    boolean takesForward(int stage) {
        return part.takes(stage);
    }

    /** Returns whether the part that runs fills the row of a stage on the way back. */
    boolean takesBackward(int stage) {
        return stage <= LayerModel.LOGITS && part.takes(back(stage));
    }

    boolean takesLoss() {
        return part.takes(LOSS);
    }

    boolean takesBack() {
        return part.takes(TURN);
    }

    /** Returns whether the part goes back as far as the tokens. */
    boolean takesTokens() {
        return part.takes(TOKENS);
    }

    /** Returns whether the run has begun and can go on. */
    boolean isUnderWay() {
        return taken > 0 && !isDone();
    }

    boolean isAtStart() {
        return taken == 0;
    }

    /** Returns whether all rows are shown: the whole layer has run as far as it can. */
    private boolean isFull() {
        return part.isAll() && isDone();
    }

    /** Returns whether a step has filled its row. */
    private boolean has(int step) {
        return isFull() || filled() >= step || isGiven(step);
    }

    /** Returns whether a step of the way forward is no step of the part, which goes on from its row. */
    private boolean isGiven(int step) {
        return step < TURN && step < part.step(part.length()) && !part.takes(step);
    }

    boolean isForward() {
        return filled() < TURN;
    }

    boolean hasForward(int stage) {
        return has(stage);
    }

    boolean hasBackward(int stage) {
        return stage <= LayerModel.LOGITS && has(back(stage));
    }

    boolean hasLoss() {
        return has(LOSS);
    }

    boolean hasTurned() {
        return has(TURN);
    }

    boolean hasTokens() {
        return takesTokens() && has(TOKENS);
    }

    boolean hasWeights() {
        return has(STEPS);
    }

    /** Returns the stage whose row was filled last, forward or backward; 0 if it was another row. */
    int stage() {
        return filled() <= LayerModel.STAGES ? filled() : isBack() ? back(filled()) : 0;
    }

    boolean isAtStage(int stage) {
        return stage() == stage;
    }

    boolean isAtLoss() {
        return filled() == LOSS || isAtTurn();
    }

    boolean isAtTurn() {
        return filled() == TURN;
    }

    boolean isAtTokens() {
        return filled() == TOKENS;
    }

    private boolean isBack() {
        return filled() > TURN && filled() < TOKENS;
    }

    /** Returns the step that fills a stage on the way back, or the stage that a step fills. */
    private static int back(int either) {
        return TOKENS - either;
    }

    /** Returns how many rows the way back has still to fill; the last step of all is that of the weights. */
    long rowsToCome() {
        return part.length() - taken - 1;
    }

    /** Returns what marks the row that was filled last. */
    String mark() {
        return isAtTurn() ? "●" : isForward() ? "▼" : "▲";
    }
}
