package dev.nabla.figure.layer;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.function.IntUnaryOperator;

/**
 * The way back in FIG.01 under its boxes.
 *
 * @param model the layer
 * @param body the picture
 * @param x first cell of each stage
 * @param back the first row
 */
record LayerBackward(LayerModel model, Canvas body, IntUnaryOperator x, int back) {
    private static final int MOST = LayerPicture.MOST;
    private static final int FIELD = LayerPicture.FIELD;

    /** The chain rule from right to left: a factor between two stages, the slopes below each. */
    void draw(int gap) {
        boolean learns = model.learns();
        Tone tone = learns ? Tone.RESULT : Tone.WARN;
        body.put(1, back, "BACKWARD", tone, Weight.BOLD);
        int end = x.applyAsInt(LayerModel.STAGES) + 11;
        for (int at = 2; at < end; at++) {
            body.glyph(at, back + 1, learns ? '─' : '·', tone, Weight.PLAIN);
        }
        body.glyph(1, back + 1, learns ? '◄' : '×', tone, Weight.PLAIN);
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            LayerStage words = LayerStage.of(stage);
            String factor = " " + words.factor() + " ";
            body.middle(x.applyAsInt(stage) - 1 - gap / 2, back + 1, factor, learns ? tone : Tone.DIM, Weight.PLAIN);
            body.right(x.applyAsInt(stage) + 1 + FIELD, back, words.slope(), Tone.DIM);
            slopes(stage);
        }
        if (learns) {
            slopesOfTokens(model.layer().gradient().x());
        }
    }

    private void slopes(int stage) {
        if (model.silenceOfSlope(stage).isPresent()) {
            body.put(x.applyAsInt(stage) + 2, back + 2, "·", Tone.WARN, Weight.BOLD);
            return;
        }
        Vector v = model.backward(stage);
        for (int i = 0; i < Math.min(MOST, v.size()); i++) {
            body.right(x.applyAsInt(stage) + 1 + FIELD, back + 2 + i, Decimal.drawn(v.get(i), 3, FIELD), Tone.RESULT);
        }
    }

    /** What reaches the tokens. */
    private void slopesOfTokens(Matrix slopes) {
        for (int i = 0; i < Math.min(MOST, slopes.rows()); i++) {
            for (int c = 0; c < slopes.columns(); c++) {
                body.right(7 + 7 * c, back + 2 + i, Decimal.drawn(slopes.get(i, c), 3, FIELD), Tone.RESULT);
            }
        }
    }
}
