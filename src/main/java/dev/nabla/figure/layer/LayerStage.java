package dev.nabla.figure.layer;

import dev.nabla.frame.Tone;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the five stages of FIG.01, in words and signs.
 *
 * @param name what is done
 * @param formula the numbers that leave it
 * @param branch which branch of mathematics does it
 * @param slope how the loss changes with these numbers
 * @param factor what a slope is multiplied by on its way back through it
 * @param tone hue of the branch
 */
record LayerStage(String name, String formula, String branch, String slope, String factor, Tone tone) {
    private static final List<LayerStage> ALL = List.of(
            new LayerStage("matmul", "q·k/√2", "MOVE", "∂L/∂s", "× W^T", Tone.FIRST),
            new LayerStage("softmax", "w", "SCORE", "∂L/∂w", "× ∂w/∂s", Tone.SECOND),
            new LayerStage("matmul", "h = w·v", "MOVE", "∂L/∂h", "× v^T", Tone.FIRST),
            new LayerStage("relu", "relu(hW₁)", "BEND", "∂L/∂r", "× relu'·W₁^T", Tone.TEXT),
            new LayerStage("softmax", "p(r·W₂)", "SCORE", "p − y", "× W₂^T", Tone.SECOND));

    static LayerStage of(int stage) {
        return ALL.get(stage - 1);
    }

    static String row(Vector v) {
        return v.stream().mapToObj(LayerFigure::number).collect(Collectors.joining(", "));
    }
}
