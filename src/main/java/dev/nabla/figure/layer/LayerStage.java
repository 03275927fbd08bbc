package dev.nabla.figure.layer;

import java.util.List;

/**
 * One of the five stages of FIG.01, in words and signs.
 *
 * @param fact what the numbers that leave it are called as a result
 * @param lead the figure that teaches it
 * @param branch which branch of mathematics does it
 * @param symbol what formulas call the numbers that leave it
 * @param formula how they come about
 * @param places decimals they are drawn with
 * @param slope how the loss changes with these numbers
 * @param factor what a slope is multiplied by on its way back through it
 */
record LayerStage(
        String fact,
        String lead,
        String branch,
        String symbol,
        String formula,
        int places,
        String slope,
        String factor) {
    private static final List<LayerStage> ALL = List.of(
            new LayerStage("scores", "matmul", "MOVE", "s", "q·k/√2", 2, "∂L/∂s", "× Wq^T, Wk^T"),
            new LayerStage("weights", "softmax", "SCORE", "w", "softmax(s)", 3, "∂L/∂w", "× ∂w/∂s"),
            new LayerStage("mixed", "matmul", "MOVE", "h", "w·v", 2, "∂L/∂h", "× v^T"),
            new LayerStage("after_relu", "derivative", "BEND", "r", "relu(h·W₁)", 2, "∂L/∂r", "× relu' · W₁^T"),
            new LayerStage("p", "loss", "SCORE", "p", "softmax(r·W₂)", 3, "p − y", "p − y, then × W₂^T"));

    /** The stage of a number from 1. */
    static LayerStage of(int stage) {
        return ALL.get(stage - 1);
    }
}
