package dev.nabla.figure.layer;

import static dev.nabla.figure.layer.LayerFigure.AFTER;
import static dev.nabla.figure.layer.LayerFigure.GRADIENT;
import static dev.nabla.figure.layer.LayerFigure.LOSS;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.layer.LayerFigure.LayerResults;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Layer;
import dev.nabla.math.Matrix;

/**
 * Draws the weights of FIG.01: all of them above their gradients, or without room for that only the last two matrices.
 */
record LayerWeights(Picture<LayerModel, LayerResults> all, Canvas canvas) {
    private static final int PITCH = 7;
    private static final int LEFT = 9;
    /** First cell of the second of two matrices. */
    static final int RIGHT = 42;
    /** Number of rows from the rule to the end of the gradients. */
    static final int ALL = 9;

    private LayerRun run() {
        return all.model().run();
    }

    private Tone tone(Tone still) {
        return run().isUnderWay() || !all.model().part().isAll() ? Tone.DIM : still;
    }

    /** Draws the last two matrices below a blank row. */
    void drawFew(int x) {
        few(x, "W₁", all.results().layer().w1());
        few(RIGHT, "W₂", all.results().layer().w2());
    }

    private void few(int x, String name, Matrix weights) {
        canvas.put(x, 1, name, tone(Tone.TEXT), Weight.BOLD);
        new LayerColumns(canvas, x + 3, PITCH - 1, Tone.DIM).rows(1, weights, 2, true);
    }

    /** Draws all matrices with their gradients, and the loss before and after one gradient step. */
    void drawAll() {
        canvas.part(canvas.area().afterColumns(3).left(canvas.width() - 6)).rule(0);
        Layer layer = all.results().layer();
        Layer.Gradient slopes = all.results().slopes();
        Line head = Line.of("One step of every weight, W − " + WorkedSteps.number(LayerModel.ETA) + "·∂L/∂W:  ");
        String made = all.sentence(LOSS) + " → " + all.sentence(AFTER);
        Line step = !all.model().learns()
                ? head.warn("CUT")
                : run().hasWeights() ? head.span("L " + made, Tone.TEXT, Weight.BOLD) : head.dim(ViewState.HIDDEN);
        canvas.put(3, 1, step);
        canvas.put(3, 3, "W", tone(Tone.TEXT));
        canvas.put(3, 6, "∂L/∂W", tone(Tone.TEXT));
        int x = pair(LEFT, "Wq", layer.wq(), slopes.wq());
        x = pair(x, "Wk", layer.wk(), slopes.wk());
        x = pair(x, "Wv", layer.wv(), slopes.wv());
        x = pair(x, "W₁", layer.w1(), slopes.w1());
        pair(x, "W₂", layer.w2(), slopes.w2());
    }

    /** Draws a matrix above its gradient. Returns the first cell of the next pair. */
    private int pair(int x, String name, Matrix weights, Matrix slopes) {
        int width = weights.columns() * PITCH;
        boolean sloped = all.shows(GRADIENT) && run().hasWeights();
        canvas.middle(x + 1 + width / 2, 2, name, tone(Tone.TEXT), Weight.BOLD);
        new LayerColumns(canvas, x, PITCH, tone(Tone.FIRST)).rows(3, weights, 2, true);
        new LayerColumns(canvas, x, PITCH, Tone.SECOND).rows(6, slopes, 3, sloped);
        return x + width + 4;
    }
}
