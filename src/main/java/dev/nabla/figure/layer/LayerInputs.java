package dev.nabla.figure.layer;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.layer.LayerModel.Cut;
import dev.nabla.figure.part.KnobCell;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import java.util.List;
import java.util.Locale;

/** The inputs of FIG.01 besides the stage: the truth, the tokens, the branch that is cut. */
record LayerInputs(LayerModel model, ViewState<LayerModel> cursor, Canvas canvas) {
    private static final List<String> TOKENS = List.of("cat", "sat", "on");
    private static final int FIELD = 4;
    /** Rows of the branches. */
    static final int BRANCHES = 4;

    private static final int NAME = 3;

    /** A place where a click sets a knob to one value. */
    static Handle pick(String knob, int value, Area place) {
        return new Handle(knob, 0, place, Scale.linear(value, value, 0, 1), null);
    }

    /** Cut and truth beside each other in the first row. */
    void words(int cut, int truth) {
        word("cut", model.cut().name().toLowerCase(Locale.ROOT), cut);
        word("truth", NextToken.word(model.tokens(), model.truth() - 1), truth);
    }

    private void word(String knob, String value, int x) {
        boolean focused = cursor.on(knob);
        canvas.put(x, 0, focused ? "►" : "", Tone.SECOND, Weight.BOLD);
        canvas.put(x + 2, 0, knob, focused ? Tone.SECOND : Tone.DIM, focused ? Weight.BOLD : Weight.PLAIN);
        int at = x + 3 + knob.length();
        canvas.put(at, 0, value, focused ? Tone.SECOND : Tone.TEXT, focused ? Weight.REVERSE : Weight.BOLD);
        canvas.handle(new Handle(knob, 0, new Area(x, 0, at + value.length() - x, 1), null, null));
    }

    /** A token's name and its two numbers, in fourteen cells. */
    void token(int i, int x, int y) {
        Matrix tokens = model.whole().x();
        String name = tokens.rows() == TOKENS.size() ? TOKENS.get(i) : "x" + Subscript.of(i);
        canvas.put(x, y, name, Tone.TEXT, i == tokens.rows() - 1 ? Weight.BOLD : Weight.PLAIN);
        for (int c = 0; c < tokens.columns(); c++) {
            int part = i * tokens.columns() + c;
            new KnobCell(new Focus("x", part), Decimal.drawn(tokens.get(part), 1, FIELD), FIELD)
                    .draw(canvas, cursor, x + 8 + 5 * c, y, Tone.FIRST, Weight.PLAIN);
        }
    }

    /** The three branches, or what breaks without one, and the punchline. */
    void branches() {
        branch(0, Cut.MOVE, "linear algebra", "y = W·x, a table of dot products", "no token meets another", Tone.FIRST);
        branch(1, Cut.FIX, "calculus", "∇L says which way is down", "no slopes: nothing learns", Tone.RESULT);
        branch(2, Cut.SCORE, "probability", "softmax makes shares: P(next)", "no P, no loss, no slopes", Tone.SECOND);
        canvas.put(NAME, 3, isWide() ? "THE PUNCHLINE" : "AT LAST", Tone.TEXT, Weight.BOLD);
        canvas.put(field(), 3, "∂L/∂z = p − y", Tone.RESULT, Weight.BOLD);
        canvas.put(field() + 16, 3, "predicted minus true", Tone.DIM);
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
        canvas.put(field() + 16, y, cut ? Line.EMPTY.warn("CUT: " + breaks) : Line.of(does));
        int next = cut ? Cut.NONE.ordinal() : branch.ordinal();
        canvas.handle(pick("cut", next, new Area(1, y, canvas.width() - 2, 1)));
    }
}
