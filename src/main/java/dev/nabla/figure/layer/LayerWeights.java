package dev.nabla.figure.layer;

import dev.nabla.figure.part.NumberColumns;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Layer;
import dev.nabla.math.Matrix;
import java.util.List;

/** The extra room of FIG.01: every weight of the layer, the slope of the loss below it, and what one step makes of the loss. */
record LayerWeights(LayerModel model, Canvas canvas) {
    /** A heading, the names, three rows of weights and three of slopes. */
    static final int ROWS = 8;

    private static final List<String> NAMES = List.of("Wq", "Wk", "Wv", "W₁", "W₂");
    private static final int PITCH = 7;
    private static final int TOP = 2;
    private static final int BELOW = 5;

    void draw() {
        Layer layer = model.layer();
        canvas.put(1, 0, heading(layer));
        canvas.put(1, TOP, "W", Tone.TEXT, Weight.BOLD);
        canvas.put(1, BELOW, "∂L/∂W", Tone.RESULT, Weight.BOLD);
        Layer.Gradient slope = layer.gradient();
        List<Matrix> weights = List.of(layer.wq(), layer.wk(), layer.wv(), layer.w1(), layer.w2());
        List<Matrix> slopes = List.of(slope.wq(), slope.wk(), slope.wv(), slope.w1(), slope.w2());
        int end = 15;
        for (int i = 0; i < weights.size(); i++) {
            canvas.right(end, 1, NAMES.get(i), Tone.DIM);
            new NumberColumns(canvas, PITCH, 2, PITCH - 2, Tone.TEXT).draw(weights.get(i), end - 1, TOP);
            if (model.learns()) {
                new NumberColumns(canvas, PITCH, 3, PITCH - 1, Tone.RESULT).draw(slopes.get(i), end, BELOW);
            }
            end += weights.get(i).columns() * PITCH + 2;
        }
    }

    private Line heading(Layer layer) {
        Line step = Line.of("One step of every weight, W − " + LayerFigure.number(LayerModel.ETA) + "·∂L/∂W");
        return model.learns()
                ? step.text(": L from " + LayerSentence.three(layer.loss().nats()) + " to ")
                        .result(LayerSentence.three(LayerFigure.after(layer)))
                : step.text(": ").warn(model.silenceOfSlope(LayerModel.STAGES).orElseThrow());
    }
}
