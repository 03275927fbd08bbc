package dev.nabla.figure;

import dev.nabla.figure.SoftmaxFigure.Model;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;

/** Draws FIG.06: slider, exp, bar, P and change of a token on one row; shift, temperature and entropy below, and P against τ where there is room. */
final class SoftmaxPicture {
    static final int TOP = 2;

    private final Model model;
    private final Softmax softmax;
    private final Vector p;
    private final Cursor<Model> cursor;
    private final Canvas body;
    private final Layout layout;
    private final SoftmaxGrid grid;
    private final SoftmaxRow row;

    SoftmaxPicture(Model model, Cursor<Model> cursor, Canvas body) {
        this.model = model;
        this.softmax = model.softmax();
        this.p = softmax.p();
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.grid = SoftmaxGrid.of(layout, body.width());
        this.row = new SoftmaxRow(body, grid, layout == Layout.COMPACT);
    }

    void draw() {
        heads();
        int slots = layout == Layout.COMPACT ? 6 : 8;
        new SoftmaxTokens(model, cursor, row).draw(slots);
        int y = TOP + slots;
        shift(y);
        int gap = layout == Layout.COMPACT ? 1 : 2;
        tau(y + gap);
        entropy(y + gap);
        samples(y + gap + 4);
        body.put(3, y + gap + 3, "P = exp((z−m)/τ) / Σ", Tone.DIM);
        body.put(3, y + gap + 4, layout == Layout.COMPACT ? "m = max z" : "m = max z: exp never overflows", Tone.DIM);
        Canvas rest = body.part(body.area().afterRows(y + gap + 6));
        if (layout != Layout.COMPACT && rest.height() >= TemperatureCurves.LEAST_ROWS) {
            new TemperatureCurves(model, cursor).draw(rest);
        }
    }

    private void heads() {
        body.put(grid.slider(), 0, "logit z", Tone.DIM);
        body.put(grid.slider(), 1, "−4", Tone.DIM);
        body.put((grid.slider() + grid.sliderEnd()) / 2, 1, "0", Tone.DIM);
        body.right(grid.sliderEnd() + 1, 1, "+4", Tone.DIM);
        if (grid.exp() >= 0) {
            body.put(grid.exp(), 0, "exp", Tone.DIM);
        }
        body.put(grid.bar(), 0, layout == Layout.COMPACT ? "P(next)" : "P(next token)", Tone.DIM);
        body.put(grid.bar(), 1, "0", Tone.DIM);
        body.middle((grid.bar() + grid.barEnd()) / 2, 1, "½", Tone.DIM, Weight.PLAIN);
        body.put(grid.barEnd(), 1, "1", Tone.DIM);
        body.right(grid.pEnd(), 0, "P", Tone.DIM);
        body.right(grid.changeEnd(), 0, cursor.pinned().isPresent() ? "vs pin" : "change", Tone.DIM);
    }

    private void shift(int y) {
        boolean focused = cursor.on("shift");
        row.name(y, "all", "+ c", Tone.SECOND, focused);
        row.slider(y, "shift", 0, grid.slider(-4, 4), model.shift(), 0, focused ? Tone.SECOND : Tone.TEXT);
        boolean small = Math.abs(model.shift()) < 1000;
        String number = small ? Decimal.signed(model.shift(), 1) : Decimal.drawn(model.shift(), 1, 6);
        row.value(y, Decimal.typeset(number), Tone.SECOND, focused);
        body.right(grid.pEnd(), y, "Σ " + Decimal.fixed(softmax.sum(), 3), Tone.TEXT, Weight.BOLD);
    }

    private void tau(int y) {
        boolean focused = cursor.on("tau");
        row.name(y, "τ", layout == Layout.COMPACT ? "" : "temp", Tone.SECOND, focused);
        Scale scale = Scale.log(0.1, 10, grid.slider(), grid.sliderEnd());
        row.slider(y, "tau", 0, scale, softmax.tau(), 1, focused ? Tone.SECOND : Tone.TEXT);
        row.value(y, Decimal.nonzero(softmax.tau(), 2, 6), Tone.SECOND, focused);
        body.put(grid.slider(), y + 1, "sharp", Tone.DIM);
        body.put((grid.slider() + grid.sliderEnd()) / 2, y + 1, "1", Tone.DIM);
        body.right(grid.sliderEnd() + 1, y + 1, "flat", Tone.DIM);
    }

    private void entropy(int y) {
        double most = Math.log(p.size()) / Math.log(2);
        int top = softmax.argmax() - 1;
        body.put(grid.bar(), y, "argmax", Tone.DIM);
        String winner =
                "z" + Subscript.of(top) + (SoftmaxFigure.isNamed(model) ? " " + SoftmaxFigure.token(model, top) : "");
        body.right(grid.pEnd(), y, winner, Tone.RESULT, Weight.BOLD);
        body.put(grid.bar(), y + 1, "entropy", Tone.DIM);
        body.right(grid.pEnd(), y + 1, Decimal.fixed(softmax.entropyBits(), 2) + " bits", Tone.TEXT);
        String end = Decimal.significant(most, 3) + " = log₂ " + p.size();
        int last = grid.pEnd() - body.width(end) - 2;
        body.put(grid.bar(), y + 2, "0", Tone.DIM);
        Scale gauge = Scale.linear(0, Math.max(most, 1e-9), grid.bar() + 2, last);
        new Slider(gauge, softmax.entropyBits(), softmax.entropyBits(), Tone.TEXT).drawOpen(body, y + 2);
        body.right(grid.pEnd(), y + 2, end, Tone.DIM);
        body.put(grid.bar(), y + 3, "certain", Tone.DIM);
        body.right(grid.pEnd(), y + 3, "coin toss", Tone.DIM);
    }

    private void samples(int y) {
        if (model.draws() > 0) {
            body.put(grid.bar(), y, "samples", Tone.DIM);
            body.right(grid.pEnd(), y, String.valueOf(model.draws()), Tone.PATH1);
        }
    }
}
