package dev.nabla.figure.layer;

import dev.nabla.figure.layer.LayerModel.Cut;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;

/** The rows below FIG.01: the three branches, or what breaks without one, and the punchline. */
final class LayerBranches {
    static final int ROWS = 4;
    private static final int NAME = 3;
    private static final String NUMBERS = " THE NUMBERS";

    private final LayerModel model;
    private final Canvas canvas;
    private final Area field;
    private final Area words;
    /** Whether the names say what a branch does to the numbers. */
    private final boolean whole;

    LayerBranches(LayerModel model, Canvas canvas) {
        this.model = model;
        this.canvas = canvas;
        KnobTable columns = new KnobTable(
                canvas,
                1,
                Track.free("name", 7).atMost(18).sharing(2),
                Track.fixed("field", 15),
                Track.free("words", 32));
        this.field = columns.column("field");
        this.words = columns.column("words");
        this.whole = columns.column("name").width() >= (Cut.SCORE + NUMBERS).length();
    }

    void draw() {
        branch(0, Cut.MOVE, "linear algebra", "y = W·x, a table of dot products", "no token meets another", Tone.FIRST);
        String hill = "∇L says which way is downhill";
        String down = canvas.width(hill) <= words.width() ? hill : "∇L says which way is down";
        branch(1, Cut.FIX, "calculus", down, "no slopes: nothing learns", Tone.RESULT);
        branch(2, Cut.SCORE, "probability", "softmax makes shares: P(next)", "no P, no loss, no slopes", Tone.SECOND);
        canvas.put(NAME, 3, whole ? "THE PUNCHLINE" : "AT LAST", Tone.TEXT, Weight.BOLD);
        canvas.put(field.x(), 3, "∂L/∂z = p − y", Tone.RESULT, Weight.BOLD);
        canvas.put(words.x(), 3, "predicted minus true", Tone.DIM);
    }

    private void branch(int y, Cut branch, String of, String does, String breaks, Tone tone) {
        boolean cut = model.cut() == branch;
        Tone own = cut ? Tone.WARN : tone;
        if (cut) {
            canvas.put(1, y, "×", own, Weight.BOLD);
        }
        canvas.put(NAME, y, branch + (whole ? NUMBERS : ""), own, Weight.BOLD);
        canvas.put(field.x(), y, of, own);
        canvas.put(words.x(), y, cut ? Line.EMPTY.warn("CUT: " + breaks) : Line.of(does));
        int next = cut ? Cut.NONE.ordinal() : branch.ordinal();
        Area row = new Area(1, y, canvas.width() - 2, 1);
        canvas.handle(new Handle("cut", 0, row, Scale.linear(next, next, 0, 1), null));
    }
}
