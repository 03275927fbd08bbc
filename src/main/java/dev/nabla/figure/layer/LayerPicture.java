package dev.nabla.figure.layer;

import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.layer.LayerModel.Cut;
import dev.nabla.figure.part.NumberColumns;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;

/** Draws FIG.01: the stages as boxes on a wire, the slopes that come back below them, number under number. */
final class LayerPicture {
    /** Rows of numbers in a box. */
    private static final int MOST = 4;
    /** From the top border to the bottom one. */
    private static final int BOX = MOST + 3;

    private static final int FIELD = 6;

    private final LayerModel model;
    private final ViewState<LayerModel> cursor;
    private final Canvas body;
    private final boolean wide;
    private final int left;
    private final int width;
    private final int gap;
    private final int top;
    private final int back;

    LayerPicture(LayerModel model, ViewState<LayerModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.wide = Layout.ofBody(body.width(), body.height()) == Layout.WIDE;
        this.left = wide ? 21 : 15;
        this.width = wide ? 15 : 11;
        this.gap = wide ? 4 : 2;
        this.top = wide ? 2 : 1;
        this.back = top + BOX + (wide ? 2 : 1);
    }

    void draw() {
        body.put(1, 0, "FORWARD", Tone.TEXT, Weight.BOLD);
        body.put(9, 0, "numbers flow right", Tone.DIM);
        LayerInputs knobs = new LayerInputs(model, cursor, body);
        knobs.words(body.width() - 34, body.width() - 19);
        body.put(1, top + 1, "x", Tone.FIRST, Weight.BOLD);
        wire(3, left - 1, model.cut() == Cut.MOVE);
        for (int i = 0; i < Math.min(MOST, model.whole().x().rows()); i++) {
            knobs.token(i, 1, top + 2 + i);
        }
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            stage(stage);
        }
        backward();
        int branches = back + MOST + (wide ? 3 : 2);
        new LayerBranches(model, body.part(new Area(0, branches, body.width(), LayerBranches.ROWS))).draw();
        if (wide) {
            new LayerWeights(model, body.part(body.area().afterRows(branches + LayerBranches.ROWS + 1))).draw();
        }
    }

    private int x(int stage) {
        return left + (stage - 1) * (width + gap);
    }

    private boolean isCut(int stage) {
        return LayerStage.of(stage).branch().equals(model.cut().name());
    }

    /** The wire into a stage. */
    private void wire(int from, int to, boolean cut) {
        int y = top + 1;
        String line = (cut ? "·" : "─").repeat(to - from) + (cut ? "×" : "►");
        body.put(from, y, line, cut ? Tone.WARN : Tone.TEXT);
    }

    private void stage(int stage) {
        LayerStage words = LayerStage.of(stage);
        boolean last = stage == LayerModel.STAGES;
        boolean looked = model.stage() == stage;
        boolean focused = looked && cursor.on("stage");
        int x = x(stage);
        Tone tone = isCut(stage) ? Tone.WARN : words.tone();
        if (!last) {
            box(x, tone, looked);
        }
        if (stage > 1) {
            wire(x - gap, x - 1, model.silence(stage).isPresent());
        }
        if (focused) {
            body.put(x + 1, top, "►", tone, Weight.BOLD);
        }
        body.put(x + 2, top, words.name(), tone, focused ? Weight.REVERSE : Weight.BOLD);
        body.put(x + 1, top + 1, isCut(stage) ? stage == 3 ? "CUT h = x" : "CUT" : words.formula(), tone);
        body.middle(x + width / 2, top + BOX, stage + " " + words.branch(), tone, Weight.BOLD);
        Scale here = Scale.linear(stage, stage, 0, 1);
        body.handle(new Handle("stage", 0, new Area(x, top, Math.min(width, body.width() - x), BOX + 1), here, null));
        numbers(stage);
    }

    /** A box, of double lines where it is looked at. */
    private void box(int x, Tone tone, boolean looked) {
        String signs = looked ? "╔═╗║╚╝" : "┌─┐│└┘";
        String across = signs.substring(1, 2).repeat(width - 2);
        int bottom = top + BOX - 1;
        body.put(x, top, signs.charAt(0) + across + signs.charAt(2), tone);
        for (int y = top + 1; y < bottom; y++) {
            body.glyph(x, y, signs.charAt(3), tone, Weight.PLAIN);
            body.glyph(x + width - 1, y, signs.charAt(3), tone, Weight.PLAIN);
        }
        body.put(x, bottom, signs.charAt(4) + across + signs.charAt(5), tone);
    }

    private void numbers(int stage) {
        if (model.silence(stage).isPresent()) {
            body.put(x(stage) + 2, top + 2, "·", Tone.WARN, Weight.BOLD);
        } else if (stage == LayerModel.STAGES) {
            tokens(model.layer().loss());
        } else {
            inBox(stage, model.forward(stage));
        }
    }

    private void inBox(int stage, Vector v) {
        int end = x(stage) + 1 + FIELD;
        if (stage != 2) {
            new NumberColumns(body, 0, 2, FIELD, Tone.TEXT).down(v, end, top + 2);
            return;
        }
        int most = width - FIELD - 3;
        for (int i = 0; i < Math.min(MOST, v.size()); i++) {
            body.right(end, top + 2 + i, Decimal.fixed(v.get(i), 3), Tone.TEXT);
            body.put(end + 1, top + 2 + i, body.glyphs().bar(v.get(i) * most, most), Tone.SECOND);
        }
    }

    /** The next tokens and the loss. */
    private void tokens(Loss loss) {
        for (int j = 0; j < loss.logits().size(); j++) {
            next(loss, j);
        }
        int x = x(LayerModel.STAGES);
        body.put(x + 1, top + BOX - 1, "L", Tone.RESULT, Weight.BOLD);
        body.right(x + 11, top + BOX - 1, LayerSentence.three(loss.nats()), Tone.RESULT, Weight.REVERSE);
    }

    /** A next token with its probability; the one that came is lit. */
    private void next(Loss loss, int j) {
        int x = x(LayerModel.STAGES);
        int y = top + 2 + j;
        double p = loss.p().get(j);
        boolean came = j == loss.truth() - 1;
        Tone tone = came ? Tone.SECOND : Tone.TEXT;
        body.put(x + 1, y, LayerSentence.word(loss, j), tone, came ? Weight.BOLD : Weight.PLAIN);
        body.right(x + 11, y, Decimal.fixed(p, 3), tone, came ? Weight.BOLD : Weight.PLAIN);
        int most = body.width() - x - 13;
        body.put(x + 12, y, body.glyphs().bar(p * most, most), Tone.SECOND);
        Scale here = Scale.linear(j + 1, j + 1, 0, 1);
        body.handle(new Handle("truth", 0, new Area(x, y, body.width() - x - 1, 1), here, null));
    }

    /** The chain rule from right to left: a factor between two stages, the slopes below each. */
    private void backward() {
        boolean learns = model.learns();
        Tone tone = learns ? Tone.RESULT : Tone.WARN;
        body.put(1, back, "BACKWARD", tone, Weight.BOLD);
        String line = (learns ? "─" : "·").repeat(x(LayerModel.STAGES) + 9);
        body.put(1, back + 1, (learns ? "◄" : "×") + line, tone);
        NumberColumns slopes = new NumberColumns(body, FIELD + 1, 3, FIELD, Tone.RESULT);
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            LayerStage words = LayerStage.of(stage);
            int x = x(stage);
            String factor = " " + words.factor() + " ";
            body.middle(x - 1 - gap / 2, back + 1, factor, learns ? tone : Tone.DIM, Weight.PLAIN);
            body.right(x + 1 + FIELD, back, words.slope(), Tone.DIM);
            if (model.silenceOfSlope(stage).isPresent()) {
                body.put(x + 2, back + 2, "·", Tone.WARN, Weight.BOLD);
            } else {
                slopes.down(model.backward(stage), x + 1 + FIELD, back + 2);
            }
        }
        if (learns) {
            slopes.draw(model.layer().gradient().x(), FIELD + 1, back + 2);
        }
    }
}
