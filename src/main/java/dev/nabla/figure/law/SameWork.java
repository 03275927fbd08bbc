package dev.nabla.figure.law;

import static dev.nabla.figure.law.LawFigure.SAME_WORK;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.function.IntFunction;

/** Draws models of several sizes that spend the same work: weights, names read, loss. The best one is marked. */
record SameWork(Picture<LawModel, LawNumbers> all, Canvas canvas) {
    static final int ROWS = 4;

    private static final int LABEL = 2;
    /** First cell of the columns. */
    private static final int FROM = 13;

    private static final int MOST_PITCH = 12;
    private static final int NUMBER = 7;

    void draw() {
        LawModel model = all.model();
        KnobWord work = new KnobWord(all.knob("work"));
        work.draw(canvas, LABEL, 0);
        canvas.put(LABEL + work.width(canvas) + 1, 0, "for each of these models", Tone.DIM);
        boolean known = model.isCompared() && !all.hides(SAME_WORK);
        int best = known ? all.results().best() : -1;
        row(1, "weights", -1, i -> Decimal.grouped(model.ofSameWork(i).shape().parameters()));
        row(2, "names read", -1, i -> Decimal.grouped(model.namesOf(i)));
        row(3, "nats", best, this::loss);
        if (known) {
            canvas.put(end(best), 3, "◄", Tone.RESULT, Weight.BOLD);
        }
    }

    private String loss(int i) {
        return i < all.model().compared()
                ? all.cursor().number(SAME_WORK, all.model().ofSameWork(i).loss(), NUMBER)
                : ViewState.HIDDEN;
    }

    /** Returns the cell after column i. */
    private int end(int i) {
        return FROM + (i + 1) * Math.min(MOST_PITCH, (canvas.width() - 1 - FROM) / LawModel.COMPARED.size());
    }

    private void row(int y, String label, int best, IntFunction<String> text) {
        canvas.put(LABEL, y, label, Tone.DIM);
        for (int i = 0; i < LawModel.COMPARED.size(); i++) {
            boolean marked = i == best;
            Weight weight = marked ? Weight.BOLD : Weight.PLAIN;
            canvas.right(end(i), y, text.apply(i), marked ? Tone.RESULT : Tone.TEXT, weight);
        }
    }
}
