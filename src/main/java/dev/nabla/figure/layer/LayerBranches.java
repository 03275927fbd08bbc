package dev.nabla.figure.layer;

import dev.nabla.figure.layer.LayerModel.Cut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/** The rows below FIG.01: the three branches, or what breaks without one, and the punchline. */
final class LayerBranches {
    static final int ROWS = 4;

    private final LayerModel model;
    private final Canvas canvas;
    private final boolean compact;

    LayerBranches(LayerModel model, Canvas canvas) {
        this.model = model;
        this.canvas = canvas;
        this.compact = canvas.width() < 78;
    }

    void draw() {
        branch(0, Cut.MOVE, "linear algebra", "y = W·x, a table of dot products", "no token meets another", Tone.FIRST);
        branch(
                1,
                Cut.FIX,
                "calculus",
                compact ? "∇L tells which way is down" : "∇L says which way is downhill",
                "no slopes: nothing learns",
                Tone.RESULT);
        branch(2, Cut.SCORE, "probability", "softmax makes shares: P(next)", "no P, no loss, no slopes", Tone.SECOND);
        canvas.put(3, 3, compact ? "p − y" : "THE PUNCHLINE", Tone.TEXT, Weight.BOLD);
        Line line = Line.EMPTY.result("∂L/∂z = p − y").dim("   predicted minus true");
        canvas.put(
                compact ? 11 : 22,
                3,
                compact ? Line.EMPTY.result("∂L/∂z").dim("           predicted minus true") : line);
    }

    private void branch(int y, Cut branch, String field, String does, String breaks, Tone tone) {
        boolean cut = model.cut() == branch;
        String name = compact ? branch.name() : branch.name() + " THE NUMBERS";
        Tone own = cut ? Tone.WARN : tone;
        if (cut) {
            canvas.put(1, y, "×", Tone.WARN, Weight.BOLD);
        }
        canvas.put(3, y, name, own, Weight.BOLD);
        canvas.put(compact ? 11 : 22, y, field, own);
        String words = cut ? "CUT: " + breaks : does;
        canvas.put(compact ? 27 : 38, y, words, cut ? Tone.WARN : Tone.TEXT, cut ? Weight.BOLD : Weight.PLAIN);
        int next = cut ? Cut.NONE.ordinal() : branch.ordinal();
        canvas.handle(
                new Handle("cut", 0, new Area(1, y, canvas.width() - 2, 1), Scale.linear(next, next, 0, 1), null));
    }
}
