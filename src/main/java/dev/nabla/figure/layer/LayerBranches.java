package dev.nabla.figure.layer;

import dev.nabla.figure.layer.LayerModel.Cut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/** The rows below FIG.01: the three branches, or what breaks without one, and the punchline. */
record LayerBranches(LayerModel model, Canvas canvas) {
    static final int ROWS = 4;
    private static final int NAME = 3;
    private static final int FIELD = 16;

    void draw() {
        branch(0, Cut.MOVE, "linear algebra", "y = W·x, a table of dot products", "no token meets another", Tone.FIRST);
        branch(1, Cut.FIX, "calculus", "∇L says which way is down", "no slopes: nothing learns", Tone.RESULT);
        branch(2, Cut.SCORE, "probability", "softmax makes shares: P(next)", "no P, no loss, no slopes", Tone.SECOND);
        canvas.put(NAME, 3, isWide() ? "THE PUNCHLINE" : "AT LAST", Tone.TEXT, Weight.BOLD);
        canvas.put(field(), 3, "∂L/∂z = p − y", Tone.RESULT, Weight.BOLD);
        canvas.put(field() + FIELD, 3, "predicted minus true", Tone.DIM);
    }

    /** True if there is room for names that say what a branch does to the numbers. */
    private boolean isWide() {
        return canvas.width() >= 72;
    }

    private int field() {
        return isWide() ? 22 : 11;
    }

    private void branch(int y, Cut branch, String of, String does, String breaks, Tone tone) {
        boolean cut = model.cut() == branch;
        Tone own = cut ? Tone.WARN : tone;
        canvas.put(1, y, cut ? "×" : "", own, Weight.BOLD);
        canvas.put(NAME, y, branch + (isWide() ? " THE NUMBERS" : ""), own, Weight.BOLD);
        canvas.put(field(), y, of, own);
        canvas.put(field() + FIELD, y, cut ? Line.EMPTY.warn("CUT: " + breaks) : Line.of(does));
        int next = cut ? Cut.NONE.ordinal() : branch.ordinal();
        canvas.handle(LayerInputs.pick("cut", next, new Area(1, y, canvas.width() - 2, 1)));
    }
}
