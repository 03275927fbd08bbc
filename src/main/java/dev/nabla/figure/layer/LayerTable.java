package dev.nabla.figure.layer;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.NumberColumns;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Optional;

/** FIG.01 where there is no room for boxes: a line a stage, its numbers on the left, the loss's slopes on the right. */
record LayerTable(LayerModel model, ViewState<LayerModel> cursor, Canvas body) {
    private static final int HEADS = 3;
    private static final int NUMBERS = 12;
    private static final int SLOPES = 36;
    private static final int FIELD = 5;

    void draw() {
        LayerInputs knobs = new LayerInputs(model, cursor, body);
        knobs.words(1, 14);
        for (int i = 0; i < model.whole().x().rows(); i++) {
            knobs.token(i, 3 + i * 18, 1);
        }
        body.put(1, HEADS, "FORWARD", Tone.TEXT, Weight.BOLD);
        body.put(NUMBERS, HEADS, "numbers flow down", Tone.DIM);
        body.put(SLOPES, HEADS, Line.EMPTY.result("BACKWARD").dim(" slopes flow up"));
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            stage(stage, HEADS + stage);
        }
        if (model.silence(LayerModel.STAGES).isEmpty()) {
            body.put(3, 9, "L", Tone.RESULT, Weight.BOLD);
            body.put(NUMBERS + 1, 9, LayerSentence.three(model.layer().loss().nats()), Tone.RESULT, Weight.REVERSE);
        }
        Canvas branches = body.part(body.area().afterRows(body.height() - LayerInputs.BRANCHES));
        new LayerInputs(model, cursor, branches).branches();
    }

    private void stage(int stage, int y) {
        LayerStage words = LayerStage.of(stage);
        boolean focused = cursor.on("stage") && model.stage() == stage;
        body.put(1, y, focused ? "►" : "", words.tone(), Weight.BOLD);
        body.put(3, y, words.formula(), words.tone(), focused ? Weight.REVERSE : Weight.PLAIN);
        row(NUMBERS, y, model.silence(stage), model.forward(stage), Tone.TEXT);
        body.glyph(SLOPES - 1, y, '│', Tone.GRID, Weight.PLAIN);
        row(SLOPES, y, model.silenceOfSlope(stage), model.backward(stage), Tone.RESULT);
        body.handle(LayerInputs.pick("stage", stage, new Area(1, y, body.width() - 2, 1)));
    }

    private void row(int x, int y, Optional<String> silence, Vector numbers, Tone tone) {
        if (silence.isPresent()) {
            body.put(x + FIELD - 1, y, "·", Tone.WARN, Weight.BOLD);
        } else {
            new NumberColumns(body, FIELD + 1, 2, FIELD, tone).draw(Matrix.of(numbers), x + FIELD, y);
        }
    }
}
