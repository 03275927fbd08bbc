package dev.nabla.figure.backprop;

import static dev.nabla.figure.backprop.BackpropFigure.FORWARD;
import static dev.nabla.figure.backprop.BackpropFigure.GRADIENT;
import static dev.nabla.figure.backprop.BackpropFigure.NORM;
import static dev.nabla.figure.backprop.BackpropFigure.NORMS;
import static dev.nabla.figure.backprop.BackpropFigure.OFF;
import static dev.nabla.figure.backprop.BackpropFigure.WEIGHT;

import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.backprop.BackpropFigure.BackpropResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;

/**
 * Draws FIG.15: the forward and the backward pass, all matrices with the norms of their gradients, and one weight that
 * is nudged.
 */
record BackpropPicture(
        BackpropFigure figure,
        BackpropResults answer,
        ViewState<BackpropModel> cursor,
        Knobs<BackpropModel> knobs,
        Canvas body) {
    /** Stations of the forward pass. A narrow screen leaves out those without weights. */
    private static final List<String> STATIONS =
            List.of("wte wpe", "norm", "wq wk wv", "softmax", "wo", "fc1 relu fc2", "lm_head", "L");

    private static final List<String> WEIGHTLESS = List.of("norm", "softmax");
    private static final String ARROW = " ─► ";
    private static final int WIDE = 76;
    /** Columns of a matrix: where the number of weights ends, and where the norm of the gradient ends. */
    private static final int COUNT = 15;

    private static final int LENGTH = 23;
    private static final double LONGEST = 2;
    private static final double[] NUDGES = {1, 0.1, 0.01, 0.001};
    private static final int NUDGED = 17;

    private BackpropModel model() {
        return answer.model();
    }

    void draw() {
        Area inside = new Area(1, 0, body.width() - 2, body.height());
        int all = Tensor.values().length;
        Map<String, Area> rows = TrackLayout.rows(
                inside,
                Track.blank(5),
                Track.fixed("knobs", 1),
                Track.blank(3),
                Track.fixed("way", 2),
                Track.blank(2),
                Track.fixed("slopes", all + 1),
                Track.blank(4),
                Track.fixed("nudges", 2).goesAt(1),
                Track.blank(6),
                Track.free("worked", 9).goesAt(6));
        knobs(rows.get("knobs"));
        way(body.part(rows.get("way").afterColumns(2)));
        Map<String, Area> columns = TrackLayout.columns(
                rows.get("slopes"),
                2,
                Track.free("slopes", 29).atMost(60),
                Track.free("weight", 25).atMost(44));
        slopes(body.part(columns.get("slopes")));
        weight(body.part(columns.get("weight")));
        if (rows.containsKey("nudges")) {
            nudges(body.part(rows.get("nudges").afterColumns(2)));
        }
        WorkedOut.draw(body, cursor, rows, 2, () -> figure.steps(model()));
    }

    private void knobs(Area row) {
        new KnobWord(knobs.at("name")).draw(body, 3, row.y());
        new KnobWord(knobs.at("steps")).drawLeft(body, row.end(), row.y());
    }

    /** Draws the stations with the selected matrix highlighted, and below them the backward pass from L to it. */
    private void way(Canvas canvas) {
        List<String> shown = canvas.width() >= WIDE
                ? STATIONS
                : STATIONS.stream()
                        .filter(station -> !WEIGHTLESS.contains(station))
                        .toList();
        String arrow = canvas.width() >= WIDE ? ARROW : " ► ";
        String own = model().tensor().word().replace("attn_", "").replace("mlp_", "");
        int x = 0;
        int from = 0;
        for (String station : shown) {
            boolean first = x == 0;
            canvas.put(x, 0, first ? "" : arrow, Tone.GRID);
            x += first ? 0 : canvas.width(arrow);
            canvas.put(x, 0, station, station.equals("L") ? Tone.TEXT : Tone.DIM);
            if (List.of(station.split(" ")).contains(own)) {
                from = x + (station.equals(own) ? 0 : station.indexOf(own));
                canvas.put(from, 0, own, Tone.SECOND, Weight.BOLD);
            }
            x += station.length();
        }
        int end = x - 1;
        canvas.put(from, 1, "◄" + "─".repeat(end - from), Tone.RESULT);
        String words = canvas.fitting(end - from - 4, " times every slope on the way ", " × slopes ", "");
        canvas.middle((from + end) / 2, 1, words, Tone.RESULT, Weight.PLAIN);
        canvas.put(end, 1, "1", Tone.RESULT, Weight.BOLD);
    }

    /** Draws one row per matrix: its number of weights and the norm of its gradient. */
    private void slopes(Canvas canvas) {
        Vector norms = answer.norms();
        KnobView matrix = knobs.at("matrix");
        canvas.put(2, 0, "matrix", Tone.DIM);
        canvas.right(COUNT, 0, "of", Tone.DIM);
        canvas.right(LENGTH, 0, "|∂L/∂W|", Tone.DIM);
        Tensor[] tensors = Tensor.values();
        for (int i = 0; i < tensors.length; i++) {
            Tensor tensor = tensors[i];
            int y = 1 + i;
            boolean lit = tensor == model().tensor();
            Tone tone = lit ? Tone.TEXT : Tone.DIM;
            KnobView entry = matrix.entry(lit);
            entry.mark(canvas, 0, y);
            canvas.put(2, y, tensor.word(), tone, lit ? Weight.BOLD : Weight.PLAIN);
            int count = BackpropModel.shape().slice(tensor, 0).count();
            canvas.right(COUNT, y, Style.GROUPED.column(count, COUNT), tone);
            canvas.right(LENGTH, y, cursor.number(NORMS, norms.get(i), 7), tone);
            int room = canvas.width() - LENGTH - 1;
            String bar = canvas.glyphs().bar(norms.get(i) / LONGEST * room, room);
            canvas.put(LENGTH + 1, y, cursor.hides(NORMS) ? "" : bar, lit ? Tone.RESULT : Tone.FIRST);
            entry.pick(canvas, new Area(0, y, canvas.width(), 1), i);
        }
    }

    private void weight(Canvas canvas) {
        new Readout(canvas)
                .knob(knobs.at("matrix"))
                .knob(knobs.at("row"))
                .knob(knobs.at("column"))
                .row("w", cursor.sentence(WEIGHT, answer), Tone.TEXT)
                .row("∂L/∂w", cursor.text(GRADIENT, answer, BackpropFigure::six), Tone.RESULT, Weight.BOLD)
                .gap(1)
                .knob(knobs.at("eps").withTone(Tone.SECOND))
                .row("nudged", cursor.text(FORWARD, answer, BackpropFigure::six), Tone.SECOND)
                .row("off by", cursor.text(OFF, answer, BackpropFigure::six), Tone.DIM)
                .row("|∇L|", cursor.column(NORM, answer, 9), Tone.TEXT);
    }

    /** Draws the slope for smaller and smaller nudges, which come closer; each costs one more forward pass. */
    private void nudges(Canvas canvas) {
        canvas.put(0, 0, "nudge ε", Tone.DIM);
        canvas.put(0, 1, canvas.fitting(NUDGED - 1, "(L(w+ε)−L(w))/ε", "dL/eps"), Tone.DIM);
        int pitch = Math.min(12, (canvas.width() - NUDGED) / NUDGES.length);
        for (int i = 0; i < NUDGES.length; i++) {
            boolean here = NUDGES[i] == model().eps();
            int end = NUDGED + (i + 1) * pitch;
            canvas.right(end, 0, Decimal.shortest(NUDGES[i]), here ? Tone.SECOND : Tone.DIM);
            String forward = cursor.hides(FORWARD) ? ViewState.HIDDEN : BackpropFigure.six(model().forward(NUDGES[i]));
            canvas.right(end, 1, forward, here ? Tone.SECOND : Tone.TEXT);
        }
    }
}
