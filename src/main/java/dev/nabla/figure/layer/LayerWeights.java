package dev.nabla.figure.layer;

import dev.nabla.figure.part.NumberColumns;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Layer;
import dev.nabla.math.Matrix;

/** The extra room of FIG.01: every weight of the layer, the slope of the loss below it, and what one step makes of the loss. */
final class LayerWeights {
    private static final int PITCH = 7;
    private static final int MOST_ROWS = 3;

    private final LayerModel model;
    private final Canvas canvas;
    private int x = 9;

    LayerWeights(LayerModel model, Canvas canvas) {
        this.model = model;
        this.canvas = canvas;
    }

    void draw() {
        Layer layer = model.layer();
        canvas.put(1, 0, heading(layer));
        canvas.put(1, 2, "W", Tone.TEXT, Weight.BOLD);
        canvas.put(1, 2 + MOST_ROWS, "∂L/∂W", Tone.RESULT, Weight.BOLD);
        if (!model.learns()) {
            canvas.put(x, 2 + MOST_ROWS, "none", Tone.WARN);
        }
        Layer.Gradient slopes = layer.gradient();
        matrix("Wq", layer.wq(), slopes.wq());
        matrix("Wk", layer.wk(), slopes.wk());
        matrix("Wv", layer.wv(), slopes.wv());
        matrix("W₁", layer.w1(), slopes.w1());
        matrix("W₂", layer.w2(), slopes.w2());
    }

    private Line heading(Layer layer) {
        Line step = Line.of("One step of every weight, W − " + LayerFigure.number(LayerModel.ETA) + "·∂L/∂W");
        return model.learns()
                ? step.dim(": L from ")
                        .text(LayerSentence.three(layer.loss().nats()))
                        .dim(" to ")
                        .result(LayerSentence.three(LayerFigure.after(layer)))
                : step.text(": ").warn(model.silenceOfSlope(LayerModel.STAGES).orElseThrow());
    }

    private void matrix(String name, Matrix weights, Matrix slopes) {
        int end = x + PITCH - 1;
        canvas.right(end, 1, name, Tone.DIM);
        new NumberColumns(canvas, PITCH, 2, PITCH - 2, Tone.TEXT).draw(weights, end - 1, 2);
        if (model.learns()) {
            new NumberColumns(canvas, PITCH, 3, PITCH - 1, Tone.RESULT).draw(slopes, end, 2 + MOST_ROWS);
        }
        x += weights.columns() * PITCH + 2;
    }
}
