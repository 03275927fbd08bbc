package dev.nabla.figure.layer;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import java.util.Locale;

/** What goes into FIG.01 besides the stage: the branch that is cut, the truth, the tokens. */
final class LayerInputs {
    private static final int FIELD = 4;

    private final LayerModel model;
    private final ViewState<LayerModel> cursor;
    private final Canvas canvas;

    LayerInputs(LayerModel model, ViewState<LayerModel> cursor, Canvas canvas) {
        this.model = model;
        this.cursor = cursor;
        this.canvas = canvas;
    }

    /** Cut and truth beside each other in the first row. */
    void words(int cut, int truth) {
        word("cut", model.cut().name().toLowerCase(Locale.ROOT), cut);
        int came = model.whole().truth() - 1;
        word("truth", LayerSentence.word(model.layer().loss(), came), truth);
    }

    private void word(String knob, String value, int x) {
        boolean focused = cursor.on(knob);
        if (focused) {
            canvas.put(x, 0, "►", Tone.SECOND, Weight.BOLD);
        }
        canvas.put(x + 2, 0, knob, focused ? Tone.SECOND : Tone.DIM, focused ? Weight.BOLD : Weight.PLAIN);
        int at = x + 3 + knob.length();
        canvas.put(at, 0, value, focused ? Tone.SECOND : Tone.TEXT, focused ? Weight.REVERSE : Weight.BOLD);
        canvas.handle(new Handle(knob, 0, new Area(x, 0, at + value.length() - x, 1), null, null));
    }

    /** A token's name and its two numbers, in fourteen cells. */
    void token(int i, int x, int y) {
        Matrix tokens = model.whole().x();
        canvas.put(x, y, name(i), Tone.TEXT, i == tokens.rows() - 1 ? Weight.BOLD : Weight.PLAIN);
        for (int c = 0; c < tokens.columns(); c++) {
            int part = i * tokens.columns() + c;
            boolean focused = cursor.on("x", part);
            int end = x + 8 + 5 * c;
            String number = Decimal.drawn(tokens.get(part), 1, FIELD);
            String field = " ".repeat(Math.max(0, FIELD - number.length())) + number;
            if (focused) {
                canvas.put(end - field.length() - 1, y, "►", Tone.FIRST, Weight.BOLD);
            }
            canvas.right(end, y, field, Tone.FIRST, focused ? Weight.REVERSE : Weight.PLAIN);
            canvas.handle(new Handle("x", part, new Area(end - FIELD, y, FIELD, 1), null, null));
        }
    }

    String name(int i) {
        return model.whole().x().rows() == LayerFigure.TOKENS.size()
                ? LayerFigure.TOKENS.get(i)
                : "x" + Subscript.of(i);
    }
}
