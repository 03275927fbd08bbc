package dev.nabla.figure.descent;

import dev.nabla.figure.Knob;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Trajectory.Status;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws FIG.05: the surface on the left; the ruler of learning rates, the other knobs, the numbers of the step and L(t) on the right. */
final class DescentPicture {
    private final Descent descent;
    private final Trajectory run;
    private final Optional<Trajectory> pinned;
    /** The least loss of both runs, or 0 where none is negative. */
    private final double least;

    private final ViewState<Descent> cursor;
    private final StepRule rule;
    private final Canvas map;
    private final Canvas panel;
    /** Rows that the panel has room for beyond those of the smallest one. */
    private final Map<String, Area> extra;

    DescentPicture(Descent descent, ViewState<Descent> cursor, Canvas body) {
        this.descent = descent;
        this.run = descent.run();
        this.pinned = cursor.pinned().map(Descent::run);
        this.least = Stream.concat(Stream.of(run), pinned.stream())
                .flatMapToDouble(shown -> shown.losses().stream())
                .filter(loss -> loss < 0 && Double.isFinite(loss))
                .min()
                .orElse(0);
        this.cursor = cursor;
        this.rule = new StepRule(descent);
        Map<String, Area> places = Split.columns(
                body.area().afterColumns(1),
                1,
                Track.free("map", 31).sharing(2),
                Track.free("panel", 27).atMost(40));
        this.map = body.part(places.get("map"));
        this.panel = body.part(places.get("panel"));
        this.extra = Split.rows(
                panel.area(),
                0,
                Track.fixed("always", 15),
                Track.fixed("ticks", 1).goesAt(1),
                Track.fixed("setting", 1).goesAt(3),
                Track.fixed("settings", 3).goesAt(5),
                Track.fixed("formula", 2).goesAt(4),
                Track.fixed("move", 1).goesAt(2),
                Track.fixed("gap", 1).goesAt(6));
    }

    void draw() {
        int dimensions = descent.surface().dimensions();
        if (dimensions == 2) {
            new Landscape(run, pinned.filter(this::isOnTheSameSurface), map).draw();
        } else {
            String size = dimensions == 1 ? "one dimension" : dimensions + " dimensions";
            String whole = "L(t): a surface of " + size + " has no picture here";
            map.put(1, 0, map.fitting(map.width() - 1, whole, "L(t), in " + size), Tone.DIM);
            losses(map.part(map.area().afterRows(2)));
        }
        Readout out = new Readout(panel);
        knobs(out);
        pinned.ifPresentOrElse(other -> comparison(out, other), () -> out.gap(1));
        List<String> formula = rule.formula();
        if (has("formula") && formula.stream().allMatch(line -> panel.width(line) + 2 <= panel.width())) {
            formula.forEach(line -> out.row(line, "", Tone.DIM));
            out.gap(2 - formula.size());
        }
        state(out);
        chart(out.gap(has("gap") ? 1 : 0));
    }

    private boolean has(String rows) {
        return extra.containsKey(rows);
    }

    private boolean isOnTheSameSurface(Trajectory other) {
        return other.descent().surface().equals(descent.surface());
    }

    private void knobs(Readout out) {
        int ruler = has("ticks") ? 3 : 2;
        out.knob("η learning rate", DescentFigure.rate(descent.eta()), cursor.on("eta"));
        new EtaRuler(run, cursor.on("eta"), panel.part(new Area(2, 1, panel.width() - 3, ruler))).draw();
        out.gap(ruler).knob("drop at θ", point(descent.start()), cursor.on("start"));
        settings(out, 1 + (has("setting") ? 1 : 0) + (has("settings") ? 3 : 0));
    }

    /** The rarer knobs: as many as there is room for, the focused one among them. */
    private void settings(Readout out, int room) {
        List<Knob<Descent, ?>> rare = DescentKnobs.all().stream()
                .filter(knob ->
                        knob.stops(descent) > 0 && !List.of("eta", "start").contains(knob.name()))
                .toList();
        int focus = rare.stream().map(Knob::name).toList().indexOf(cursor.spot().knob());
        int from = Math.max(0, Math.min(focus - room + 1, rare.size() - room));
        for (Knob<Descent, ?> knob : rare.subList(from, Math.min(rare.size(), from + room))) {
            out.knob(knob.name(), Decimal.typeset(knob.text(descent)), cursor.on(knob.name()));
        }
        out.gap(Math.max(0, room - rare.size()));
    }

    /** The run compared with, by the sign it has in the picture, its rule and rate: {@code ■ momentum η 0.10  L 0.023}. */
    private void comparison(Readout out, Trajectory other) {
        Descent kept = other.descent();
        String method = "■ " + kept.optimizer().method().name().toLowerCase(Locale.ROOT);
        String rate = Decimal.drawn(kept.eta(), 2, 5);
        String loss = Decimal.drawn(other.loss(), 3, 8);
        int room = panel.width() - panel.width(loss) - 6;
        out.row(panel.fitting(room, method + " η " + rate, method + " " + rate), "L " + loss, Tone.FIRST);
        panel.put(2, out.y() - 1, "■", Tone.FIRST, Weight.BOLD);
    }

    private void state(Readout out) {
        Status status = run.status();
        double loss = run.loss();
        Vector theta = run.theta();
        out.row("step t", String.valueOf(descent.steps()), Tone.TEXT);
        out.row("position θ", point(theta), Tone.SECOND);
        out.row("gradient ∇L", point(descent.gradient(theta)), Tone.TEXT);
        if (has("move")) {
            Vector move = Vector.of(theta.size(), i -> run.next().get(i) - theta.get(i));
            out.row(rule.isPlain() ? "move −η∇L" : "next move", point(move), Tone.RESULT);
        }
        Tone tone = Double.isFinite(loss) ? Tone.TEXT : Tone.WARN;
        out.row("loss L(θ)", Decimal.drawn(loss, 3, 9), tone, Weight.BOLD);
        String factor =
                descent.factor().isPresent() ? Decimal.drawn(descent.factor().getAsDouble(), 3, 7) : "none";
        out.row(rule.factor(), factor, status == Status.DIVERGING ? Tone.WARN : Tone.TEXT);
        String word = status.isBad() ? status.word().toUpperCase(Locale.ROOT) : status.word();
        out.row("status", word, tone(status), Weight.REVERSE);
    }

    /** The first two components, which is all a line has room for. */
    private static String point(Vector v) {
        return Readout.point(v.size() <= 2 ? v : Vector.of(v.get(0), v.get(1)), 6);
    }

    private void chart(Readout out) {
        String name = least < 0 ? "L−min" : "L(t)";
        int other = pinned.map(kept -> kept.descent().steps()).orElse(0);
        String steps = "0 to " + Math.max(descent.steps(), other);
        int room = panel.width() - panel.width(name) - 4;
        out.row(name, panel.fitting(room, "log scale, steps " + steps, "steps " + steps, steps), Tone.DIM);
        losses(panel.part(new Area(1, out.y(), panel.width() - 2, panel.height() - out.y())));
    }

    /** Both runs on one scale; above the least of them where that is negative, since a negative number has no logarithm. */
    private void losses(Canvas canvas) {
        List<Double> others = pinned.map(this::above).orElse(List.of());
        new Columns(above(run), tone(run.status()), others).draw(canvas);
    }

    private List<Double> above(Trajectory shown) {
        return shown.losses().stream().mapToObj(loss -> loss - least).toList();
    }

    /** The tone of a run that does this. */
    private static Tone tone(Status status) {
        return switch (status) {
            case DIVERGING, OVERFLOWED, UNDEFINED -> Tone.WARN;
            case ON_THE_EDGE, ZIGZAG -> Tone.SECOND;
            default -> Tone.RESULT;
        };
    }
}
