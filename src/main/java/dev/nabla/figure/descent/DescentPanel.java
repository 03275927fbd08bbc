package dev.nabla.figure.descent;

import dev.nabla.figure.Knob;
import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Trajectory.Status;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The numbers of FIG.05: learning rate and its ruler, the other knobs, the run compared with, and the step. */
final class DescentPanel {
    private final Trajectory run;
    private final Descent descent;
    private final Optional<Trajectory> pinned;
    private final ViewState<Descent> cursor;
    private final Layout layout;
    private final Canvas canvas;
    private final boolean compact;
    private final Readout out;
    private final StepRule rule;

    DescentPanel(Trajectory run, Optional<Trajectory> pinned, ViewState<Descent> cursor, Layout layout, Canvas canvas) {
        this.run = run;
        this.descent = run.descent();
        this.pinned = pinned;
        this.cursor = cursor;
        this.layout = layout;
        this.canvas = canvas;
        this.compact = layout == Layout.COMPACT;
        this.out = new Readout(canvas);
        this.rule = new StepRule(descent);
    }

    /** Draws from the top and returns the first row that is still free. */
    int draw() {
        int ruler = compact ? 2 : 3;
        out.knob(compact ? "η rate" : "η learning rate", DescentFigure.rate(descent.eta()), cursor.on("eta"));
        new EtaRuler(run, cursor.on("eta"), canvas.part(new Area(2, 1, canvas.width() - 3, ruler))).draw();
        out.gap(ruler);
        out.knob(compact ? "drop θ" : "drop at θ", Readout.point(first(descent.start()), 6), cursor.on("start"));
        settings(compact ? 1 : layout == Layout.WIDE ? 5 : 2);
        pinned.ifPresentOrElse(this::comparison, () -> out.gap(1));
        if (layout == Layout.WIDE) {
            List<String> formula = rule.formula();
            formula.forEach(line -> out.row(line, "", Tone.DIM));
            out.gap(2 - formula.size());
        }
        state();
        return out.y();
    }

    /** The rarer knobs: as many as there is room for, the focused one among them. */
    private void settings(int room) {
        List<Knob<Descent, ?>> rare = new DescentFigure()
                .knobs().stream()
                        .filter(knob -> knob.stops(descent) > 0
                                && !List.of("eta", "start").contains(knob.name()))
                        .toList();
        int focus = 0;
        for (int i = 0; i < rare.size(); i++) {
            focus = cursor.on(rare.get(i).name()) ? i : focus;
        }
        int from = Math.max(0, Math.min(focus - room + 1, rare.size() - room));
        for (Knob<Descent, ?> knob : rare.subList(from, Math.min(rare.size(), from + room))) {
            out.knob(knob.name(), Decimal.typeset(knob.text(descent)), cursor.on(knob.name()));
        }
        out.gap(Math.max(0, room - rare.size()));
    }

    /** The run compared with, by the sign it has in the picture, its rule and rate: {@code ■ momentum η 0.10  L 0.023}. */
    private void comparison(Trajectory other) {
        Descent kept = other.descent();
        String rule = "■ " + kept.optimizer().method().name().toLowerCase(Locale.ROOT);
        String rate = (compact ? " " : " η ") + Decimal.drawn(kept.eta(), 2, 5);
        String loss = Decimal.drawn(other.loss(), 3, 8);
        out.row(rule + rate, compact ? loss : "L " + loss, Tone.FIRST);
        canvas.put(2, out.y() - 1, "■", Tone.FIRST, Weight.BOLD);
    }

    private void state() {
        Vector gradient = descent.gradient(run.theta());
        out.row("step t", String.valueOf(descent.steps()), Tone.TEXT);
        out.row(compact ? "θ" : "position θ", Readout.point(first(run.theta()), 6), Tone.SECOND);
        out.row(compact ? "∇L" : "gradient ∇L", Readout.point(first(gradient), 6), Tone.TEXT);
        if (!compact) {
            out.row(rule.isPlain() ? "move −η∇L" : "next move", Readout.point(first(move()), 6), Tone.RESULT);
        }
        double loss = run.loss();
        out.row(
                compact ? "loss L" : "loss L(θ)",
                Decimal.drawn(loss, 3, 9),
                Double.isFinite(loss) ? Tone.TEXT : Tone.WARN,
                Weight.BOLD);
        Status status = run.status();
        String factor =
                descent.factor().isPresent() ? Decimal.drawn(descent.factor().getAsDouble(), 3, 7) : "none";
        out.row(compact ? "factor" : rule.factor(), factor, status == Status.DIVERGING ? Tone.WARN : Tone.TEXT);
        String word = status.isBad() ? status.word().toUpperCase(Locale.ROOT) : status.word();
        out.row("status", word, DescentPicture.tone(status), Weight.REVERSE);
    }

    private Vector move() {
        Vector from = run.theta();
        double[] move = new double[from.size()];
        for (int i = 0; i < move.length; i++) {
            move[i] = run.next().get(i) - from.get(i);
        }
        return Vector.of(move);
    }

    /** The first two components, which is all a line has room for. */
    private static Vector first(Vector v) {
        return v.size() <= 2 ? v : Vector.of(v.get(0), v.get(1));
    }
}
