package dev.nabla.figure.layer;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.part.NumberColumns;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Vector;
import java.util.Map;

/**
 * Draws FIG.01: the stages as boxes on a wire, the slopes that come back below them, number under number.
 *
 * @param top the row of the boxes' upper borders
 * @param width cells of a box
 */
record LayerPicture(
        LayerModel model, ViewState<LayerModel> cursor, Canvas body, Map<String, Area> rows, int top, int width) {
    /** Rows of numbers in a box. */
    private static final int MOST = 4;
    /** From the top border to the bottom one. */
    private static final int BOX = MOST + 3;

    private static final int FIELD = 6;
    /** Where the boxes begin, behind the tokens. */
    private static final int LEFT = 15;
    /** Cells between boxes. */
    private static final int GAP = 2;

    static LayerPicture of(LayerModel model, ViewState<LayerModel> cursor, Canvas body) {
        Map<String, Area> rows = Split.rows(
                body.area(),
                0,
                Track.fixed("head", 1),
                Track.blank(1),
                Track.fixed("forward", BOX + 1),
                Track.blank(1),
                Track.fixed("backward", 2 + MOST),
                Track.blank(1),
                Track.fixed("branches", LayerInputs.BRANCHES),
                Track.blank(1),
                Track.free("worked out", 3).goesAt(2));
        int width = Math.min(19, (body.width() - LEFT) / LayerModel.STAGES) - GAP;
        return new LayerPicture(model, cursor, body, rows, rows.get("forward").y(), width);
    }

    void draw() {
        body.put(1, 0, Line.EMPTY.span("FORWARD", Tone.TEXT, Weight.BOLD).dim(" numbers flow right"));
        LayerInputs knobs = new LayerInputs(model, cursor, body);
        knobs.words(body.width() - 34, body.width() - 19);
        body.put(1, top + 1, "x", Tone.FIRST, Weight.BOLD);
        for (int i = 0; i < model.whole().x().rows(); i++) {
            knobs.token(i, 1, top + 2 + i);
        }
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            stage(stage);
        }
        backward();
        new LayerInputs(model, cursor, body.part(rows.get("branches"))).branches();
        if (rows.containsKey("worked out")) {
            Canvas below = body.part(rows.get("worked out").afterColumns(1).left(body.width() - 2));
            WorkedOut.draw(below, LayerSteps.of(model));
        }
    }

    private int x(int stage) {
        return LEFT + (stage - 1) * (width + GAP);
    }

    private void stage(int stage) {
        LayerStage words = LayerStage.of(stage);
        boolean looked = model.stage() == stage;
        boolean focused = looked && cursor.on("stage");
        boolean cut = words.branch().equals(model.cut().name());
        int x = x(stage);
        Tone tone = cut ? Tone.WARN : words.tone();
        wire(stage == 1 ? 3 : x - GAP, x - 1, model.silence(stage).isPresent());
        if (stage < LayerModel.STAGES) {
            box(x, tone, looked);
        }
        body.put(x + 1, top, focused ? "►" : "", tone, Weight.BOLD);
        body.put(x + 2, top, words.name(), tone, focused ? Weight.REVERSE : Weight.BOLD);
        body.put(x + 1, top + 1, cut ? stage == 3 ? "CUT h = x" : "CUT" : words.formula(), tone);
        body.middle(x + width / 2, top + BOX, stage + " " + words.branch(), tone, Weight.BOLD);
        body.handle(LayerInputs.pick("stage", stage, new Area(x, top, width, BOX + 1)));
        if (model.silence(stage).isPresent()) {
            body.put(x + 2, top + 2, "·", Tone.WARN, Weight.BOLD);
        } else {
            numbers(stage, model.forward(stage), x + 1 + FIELD);
        }
    }

    /** The wire into a stage. */
    private void wire(int from, int to, boolean cut) {
        String line = (cut ? "·" : "─").repeat(to - from) + (cut ? "×" : "►");
        body.put(from, top + 1, line, cut ? Tone.WARN : Tone.TEXT);
    }

    /** A box, of double lines where it is looked at. */
    private void box(int x, Tone tone, boolean looked) {
        for (int y = 0; y < BOX; y++) {
            String single = y == 0 ? "┌─┐" : y == BOX - 1 ? "└─┘" : "│ │";
            String twice = y == 0 ? "╔═╗" : y == BOX - 1 ? "╚═╝" : "║ ║";
            String row = looked ? twice : single;
            body.put(x, top + y, row.charAt(0) + row.substring(1, 2).repeat(width - 2) + row.charAt(2), tone);
        }
    }

    /** The numbers that leave a stage: shares have bars, those of the next tokens names, and below these is the loss. */
    private void numbers(int stage, Vector v, int end) {
        boolean last = stage == LayerModel.STAGES;
        new NumberColumns(body, 0, stage == 2 || last ? 3 : 2, FIELD, Tone.TEXT).down(v, end, top + 2);
        int most = width - FIELD - 3;
        for (int i = 0; i < v.size() && stage == 2; i++) {
            body.put(end + 1, top + 2 + i, body.glyphs().bar(v.get(i) * most, most), Tone.SECOND);
        }
        for (int j = 0; j < v.size() && last; j++) {
            int y = top + 2 + j;
            boolean came = j == model.truth() - 1;
            body.put(
                    end + 1,
                    y,
                    NextToken.word(v.size(), j),
                    came ? Tone.SECOND : Tone.TEXT,
                    came ? Weight.BOLD : Weight.PLAIN);
            body.handle(LayerInputs.pick("truth", j + 1, new Area(end - FIELD, y, width, 1)));
        }
        if (last) {
            double nats = model.layer().loss().nats();
            body.right(end, top + BOX - 1, LayerSentence.three(nats), Tone.RESULT, Weight.REVERSE);
            body.put(end + 1, top + BOX - 1, "= L", Tone.RESULT, Weight.BOLD);
        }
    }

    /** The chain rule from right to left: a factor between two stages, the slopes below each. */
    private void backward() {
        int back = rows.get("backward").y();
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
            body.middle(x - 1 - GAP / 2, back + 1, factor, learns ? tone : Tone.DIM, Weight.PLAIN);
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
