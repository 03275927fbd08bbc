package dev.nabla.figure.layer;

import dev.nabla.frame.Tone;
import java.util.List;

/**
 * One of the five stages of FIG.01, in words and signs.
 *
 * @param fact what the numbers that leave it are called as a result
 * @param lead the figure that teaches it
 * @param name what is done
 * @param formula the numbers that leave it
 * @param branch which branch of mathematics does it
 * @param slope how the loss changes with these numbers
 * @param factor what a slope is multiplied by on its way back through it
 * @param tone hue of the branch
 */
record LayerStage(
        String fact, String lead, String name, String formula, String branch, String slope, String factor, Tone tone) {
    private static final List<LayerStage> ALL = List.of(
            new LayerStage("scores", "matmul", "matmul", "q·k/√2", "MOVE", "∂L/∂s", "× W^T", Tone.FIRST),
            new LayerStage("weights", "softmax", "softmax", "w", "SCORE", "∂L/∂w", "× ∂w/∂s", Tone.SECOND),
            new LayerStage("mixed", "matmul", "matmul", "h = w·v", "MOVE", "∂L/∂h", "× v^T", Tone.FIRST),
            new LayerStage("after_relu", "derivative", "relu", "relu(hW₁)", "BEND", "∂L/∂r", "× relu'·W₁^T", Tone.TEXT),
            new LayerStage("p", "loss", "softmax", "p(r·W₂)", "SCORE", "p − y", "× W₂^T", Tone.SECOND));

    /** The stage of a number from 1. */
    static LayerStage of(int stage) {
        return ALL.get(stage - 1);
    }
}
