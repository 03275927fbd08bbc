package dev.nabla.figure;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Descent.Status;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;

/** Draws FIG.05: the bowl on the left; the ruler of learning rates, the numbers of the step and L(t) on the right. */
final class DescentPicture {
    private final Descent descent;
    private final Cursor<Descent> cursor;
    private final Canvas body;
    private final Layout layout;
    private final List<Vector> path;
    private final Vector theta;
    private final Status status;

    DescentPicture(Descent descent, Cursor<Descent> cursor, Canvas body) {
        this.descent = descent;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.path = descent.path();
        this.theta = path.get(path.size() - 1);
        this.status = descent.status(path);
    }

    void draw() {
        int panel =
                switch (layout) {
                    case WIDE -> 40;
                    case NORMAL -> 34;
                    default -> 27;
                };
        int picture = body.width() - panel - 2;
        Canvas left = body.part(new Area(1, 0, picture, body.height()));
        if (theta.size() == 2) {
            new Bowl(descent, cursor, path, left).draw();
        } else {
            left.put(1, 0, "L(t): a bowl of " + theta.size() + " dimensions has no picture, its loss has", Tone.DIM);
            new Columns(losses(), statusTone()).draw(left.part(left.area().afterRows(2)));
        }
        panel(body.part(new Area(picture + 2, 0, panel, body.height())));
    }

    private void panel(Canvas canvas) {
        boolean compact = layout == Layout.COMPACT;
        Readout out = new Readout(canvas);
        out.knob(compact ? "η rate" : "η learning rate", DescentFigure.rate(descent.eta()), cursor.on("eta"));
        new EtaRuler(descent, cursor.on("eta"), canvas.part(new Area(2, 1, canvas.width() - 3, compact ? 2 : 3)))
                .draw();
        out.gap(compact ? 2 : 3);
        out.knob(compact ? "drop θ" : "drop at θ", Readout.point(first(descent.start()), 6), cursor.on("start"));
        settings(out, compact ? 1 : layout == Layout.WIDE ? 5 : 2);
        pinned(out);
        if (layout == Layout.WIDE) {
            out.row("θ ← θ − η·∇L(θ)", "", Tone.DIM).gap(1);
        }
        state(out, compact);
        chart(out, canvas);
    }

    private void chart(Readout out, Canvas canvas) {
        out.gap(layout == Layout.WIDE ? 1 : 0);
        String steps = "0 to " + descent.steps();
        out.row("L(t)", layout == Layout.COMPACT ? steps : "log scale, steps " + steps, Tone.DIM);
        Area rest = canvas.area().afterRows(out.y());
        new Columns(losses(), statusTone()).draw(canvas.part(new Area(1, rest.y(), canvas.width() - 2, rest.height())));
    }

    /** The rarer knobs: as many as there is room for, the focused one among them. */
    private void settings(Readout out, int room) {
        List<Knob<Descent>> rare = new DescentFigure()
                .knobs().stream()
                        .filter(knob -> knob.stops(descent) > 0
                                && !List.of("eta", "start").contains(knob.name()))
                        .toList();
        int focus = 0;
        for (int i = 0; i < rare.size(); i++) {
            focus = cursor.on(rare.get(i).name()) ? i : focus;
        }
        int from = Math.max(0, Math.min(focus - room + 1, rare.size() - room));
        for (Knob<Descent> knob : rare.subList(from, Math.min(rare.size(), from + room))) {
            String name = knob.label().symbol().equals("rule") ? "optimizer" : knob.name();
            out.knob(name, Decimal.typeset(knob.text(descent)), cursor.on(knob.name()));
        }
        out.gap(Math.max(0, room - rare.size()));
    }

    private void pinned(Readout out) {
        if (cursor.pinned().isPresent()) {
            Descent other = cursor.pinned().get();
            List<Vector> run = other.path();
            String loss = "L " + Decimal.drawn(other.loss(run.get(run.size() - 1)), 3, 8);
            out.row("pinned η " + Decimal.drawn(other.eta(), 2, 5), loss, Tone.FIRST);
        } else {
            out.gap(1);
        }
    }

    private void state(Readout out, boolean compact) {
        Vector gradient = descent.gradient(theta);
        out.row("step t", String.valueOf(descent.steps()), Tone.TEXT);
        out.row(compact ? "θ" : "position θ", Readout.point(first(theta), 6), Tone.SECOND);
        out.row(compact ? "∇L" : "gradient ∇L", Readout.point(first(gradient), 6), Tone.TEXT);
        if (!compact) {
            out.row("move −η∇L", Readout.point(first(gradient.map(g -> -descent.eta() * g)), 6), Tone.RESULT);
        }
        double loss = descent.loss(theta);
        out.row(
                compact ? "loss L" : "loss L(θ)",
                Decimal.drawn(loss, 3, 9),
                Double.isFinite(loss) ? Tone.TEXT : Tone.WARN,
                Weight.BOLD);
        String factor =
                descent.factor().isPresent() ? Decimal.drawn(descent.factor().getAsDouble(), 3, 7) : "none";
        out.row(compact ? "factor" : "factor 1−ηλ", factor, status == Status.DIVERGING ? Tone.WARN : Tone.TEXT);
        boolean bad = status == Status.DIVERGING || status == Status.OVERFLOWED;
        String word = bad ? status.word().toUpperCase(Locale.ROOT) : status.word();
        out.row("status", word, statusTone(), Weight.REVERSE);
    }

    private List<Double> losses() {
        return path.stream().map(descent::loss).toList();
    }

    private Tone statusTone() {
        return switch (status) {
            case DIVERGING, OVERFLOWED -> Tone.WARN;
            case ON_THE_EDGE, ZIGZAG -> Tone.SECOND;
            default -> Tone.RESULT;
        };
    }

    /** The first two components, which is all a line has room for. */
    private static Vector first(Vector v) {
        return v.size() <= 2 ? v : Vector.of(v.get(0), v.get(1));
    }
}
