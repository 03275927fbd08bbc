package dev.nabla.figure.train;

import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.train.HeadSquares.HeadMoment;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe.ModelPart;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the heads of the first layer of FIG.16 over time, for a large screen: at the numbers of the axis below its end,
 * and now.
 *
 * @param parts the typed name in the present model
 * @param shares shares of each head now
 * @param pure whether the states of earlier steps are computed where they are not known
 */
record TrainHeads(TrainModel model, ForwardTrace parts, List<Matrix> shares, boolean pure) {
    /** Cells before the first square of a head: its number and the letters. */
    private static final int LEFT = 4;

    private static final int LETTER = 2;
    /** Heads side by side. */
    private static final int ACROSS = 2;

    static TrainHeads of(TrainModel model, boolean pure) {
        ForwardTrace parts = model.parts();
        return new TrainHeads(model, parts, parts.layer(0).shares(), pure);
    }

    /** Returns the cells that the heads need, each square with a blank after it. */
    int width() {
        return ACROSS * (LEFT + (model.moments().size() + 1) * (parts.places() + 1));
    }

    /** Returns the rows that the heads need below one heading. */
    int height() {
        return 1 + (shares.size() + ACROSS - 1) / ACROSS * parts.places();
    }

    void draw(Canvas canvas) {
        List<List<Matrix>> earlier = model.moments().stream().map(this::shownAt).toList();
        int across = canvas.width() / ACROSS;
        for (int head = 0; head < shares.size(); head++) {
            List<HeadMoment> moments = new ArrayList<>();
            for (int m = 0; m < earlier.size(); m++) {
                int step = model.moments().get(m);
                moments.add(moment(step == 0 ? "step 0" : Decimal.grouped(step), earlier.get(m), head));
            }
            moments.add(moment("now", shares, head));
            int top = head / ACROSS * parts.places();
            draw(canvas.part(new Area(head % ACROSS * across, top, across, parts.places() + 1)), head, moments);
        }
    }

    private void draw(Canvas canvas, int head, List<HeadMoment> moments) {
        VisibleRange letters = new VisibleRange(0, parts.places(), parts.places());
        HeadSquares squares = new HeadSquares(canvas, LEFT, moments, letters);
        if (head < ACROSS) {
            squares.headings(0);
        }
        canvas.put(0, 1, "" + (head + 1), Tone.TEXT);
        for (int t = 0; t < parts.places(); t++) {
            canvas.put(LETTER, t + 1, model.recipe().corpus().text(parts.token(t)), Tone.DIM);
            squares.row(t + 1, t, moment -> moment + 1 < moments.size() ? Tone.CONTOUR2 : Tone.FIRST);
        }
    }

    /** Returns the shares of each head after a step; empty if the step is to come, or not known again yet. */
    List<Matrix> shownAt(int step) {
        boolean known = step <= model.step() && (pure || model.film().approach(step, 0) == step);
        return known ? model.withSteps(step).parts().layer(0).shares() : List.of();
    }

    private HeadMoment moment(String name, List<Matrix> heads, int head) {
        boolean causal = !model.recipe().cut().without(ModelPart.MASK);
        return heads.isEmpty() ? HeadMoment.toCome(name) : HeadMoment.of(name, heads.get(head), causal);
    }
}
