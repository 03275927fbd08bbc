package dev.nabla.figure.descent;

import static dev.nabla.figure.descent.DescentFigure.FACTOR;
import static dev.nabla.figure.descent.DescentFigure.GRADIENT;
import static dev.nabla.figure.descent.DescentFigure.LIMIT;
import static dev.nabla.figure.descent.DescentFigure.LOSS;
import static dev.nabla.figure.descent.DescentFigure.STATUS;
import static dev.nabla.figure.descent.DescentFigure.THETA;

import dev.nabla.figure.Knob;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.descent.DescentFigure.DescentResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.Descent;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Trajectory.RunStatus;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws FIG.05. On the left stands the surface. On the right stand the ruler of learning rates, the other knobs, the
 * numbers of the step and the chart L(t).
 */
final class DescentPicture {
    private final DescentModel model;
    private final Descent descent;
    /** The run to draw, with its status. */
    private final DescentResults rolled;

    private final Trajectory run;
    private final RunStatus status;
    /** The pinned run to compare with; empty if none is pinned. */
    private final Optional<DescentResults> pinned;
    /** The smallest finite loss of both runs, or 0 if no loss is negative. */
    private final double least;

    private final ViewState<DescentModel> cursor;
    private final Knobs<DescentModel> knobs;
    private final Canvas body;

    DescentPicture(DescentModel model, ViewState<DescentModel> cursor, Canvas body) {
        this.cursor = cursor;
        this.knobs = new Knobs<>(DescentKnobs.ALL, model, cursor);
        this.model = shown(model);
        this.descent = this.model.descent();
        this.rolled = DescentResults.of(this.descent);
        this.run = rolled.run();
        this.status = rolled.status();
        this.pinned =
                cursor.pinned().map(this::shown).map(DescentModel::descent).map(DescentResults::of);
        this.least = Stream.concat(Stream.of(rolled), pinned.stream())
                .flatMapToDouble(shown -> shown.run().losses().stream())
                .filter(Double::isFinite)
                .reduce(0, Math::min);
        this.body = body;
    }

    /** Returns the model to draw. While an open guess asks for θ, the ball stays at the start. */
    private DescentModel shown(DescentModel ball) {
        return cursor.hides(THETA) ? ball.withSteps(0) : ball;
    }

    void draw() {
        TrackPart.columns(
                body.part(body.area().afterColumns(1)),
                1,
                new TrackPart(Track.free(31).sharing(2), this::map),
                new TrackPart(Track.free(27).atMost(40), this::panel));
    }

    private void map(Canvas map) {
        int dimensions = descent.surface().dimensions();
        if (dimensions == 2) {
            Optional<Trajectory> beside = pinned.map(DescentResults::run)
                    .filter(other -> other.descent().surface().equals(descent.surface()));
            new SurfaceMap(run, beside, model.isPlain(), cursor, map).draw();
        } else {
            map.put(1, 0, "L(t), in " + (dimensions == 1 ? "one dimension" : dimensions + " dimensions"), Tone.DIM);
            losses(map.part(map.area().afterRows(2)));
        }
    }

    private void panel(Canvas panel) {
        if (model.isPlain()) {
            plain(panel);
            return;
        }
        List<Knob<DescentModel, ?>> others = DescentKnobs.ALL.stream()
                .filter(knob -> knob.stops(model) > 0 && !knob.name().equals("eta"))
                .toList();
        int whileTurned = cursor.isFocused("eta") ? 3 : 0;
        TrackPart.rows(
                panel,
                new TrackPart(Track.fixed(1), place -> new Readout(place).knob(knobs.at("eta"))),
                new TrackPart(Track.free(2).atMost(3).sharing(2), this::ruler),
                TrackPart.blank(2),
                new TrackPart(
                        Track.free(2).atMost(others.size()).sharing(6).goesAt(whileTurned),
                        place -> settings(others, place)),
                pinned.map(other -> new TrackPart(Track.fixed(1), place -> comparison(place, other)))
                        .orElse(TrackPart.blank(1)),
                new TrackPart(Track.free(5).atMost(6).sharing(3), this::state),
                new TrackPart(Track.free(3).goesAt(4), this::chart),
                new TrackPart(Track.free(9).goesAt(5), this::worked));
    }

    /** Draws the learning rate and the loss alone. */
    private void plain(Canvas panel) {
        TrackPart.rows(
                panel,
                new TrackPart(Track.fixed(1), place -> new Readout(place).knob(knobs.at("eta"))),
                new TrackPart(Track.fixed(1), this::ruler),
                TrackPart.blank(1),
                new TrackPart(Track.fixed(1), place -> loss(new Readout(place))));
    }

    private void ruler(Canvas place) {
        Area inside = new Area(2, 0, place.width() - 3, place.height());
        new EtaRuler(
                        descent,
                        knobs.at("eta"),
                        model.isPlain(),
                        cursor.hides(STATUS),
                        cursor.hides(LIMIT),
                        place.part(inside))
                .draw();
    }

    private void worked(Canvas canvas) {
        Canvas inside = canvas.part(canvas.area().afterColumns(2).afterRows(1));
        WorkedOut.draw(inside, cursor, () -> DescentSteps.of(model));
    }

    /** Draws as many of the knobs except η as fit, always including the focused one. */
    private void settings(List<Knob<DescentModel, ?>> others, Canvas canvas) {
        int focus =
                others.stream().map(Knob::name).toList().indexOf(cursor.spot().knob());
        MatrixGrid.VisibleRange shown = MatrixGrid.window(focus, canvas.height(), others.size());
        Readout out = new Readout(canvas);
        for (Knob<DescentModel, ?> knob : others.subList(shown.from(), shown.to())) {
            KnobView view = knobs.at(knob.name());
            out.knob(knob.name().equals("start") ? view.reading(point(descent.start())) : view);
        }
    }

    /**
     * Draws the row of the pinned run: its mark, learning rate, optimizer and loss, like
     * {@code ■ η 0.10 momentum  L 0.023}.
     */
    private void comparison(Canvas place, DescentResults other) {
        Descent kept = other.descent();
        String rule = kept.optimizer().method().name().toLowerCase(Locale.ROOT);
        String loss = "L " + cursor.column(LOSS, other, 8);
        new Readout(place).row("■ η " + DescentFigure.shownEta(kept) + " " + rule, loss, Tone.TEXT);
        place.put(2, 0, "■", Tone.FIRST);
    }

    private void state(Canvas canvas) {
        Readout out = new Readout(canvas)
                .row("step t", String.valueOf(descent.steps()), Tone.TEXT)
                .row("weights θ", cursor.text(THETA, rolled, DescentPicture::point), Tone.SECOND)
                .row("gradient ∇L", cursor.text(GRADIENT, rolled, DescentPicture::point), Tone.TEXT);
        loss(out);
        if (canvas.height() > 5 && descent.factor().isPresent()) {
            String left = "× " + cursor.column(FACTOR, rolled, 6);
            out.row(DescentFigure.LEFT, left, status == RunStatus.DIVERGING ? Tone.WARN : Tone.TEXT);
        }
        String word = cursor.text(STATUS, rolled, is -> status.isBad() ? is.toUpperCase(Locale.ROOT) : is);
        out.row("status", word, tone(), status.isBad() ? Weight.REVERSE : Weight.BOLD);
    }

    private void loss(Readout out) {
        Tone tone = Double.isFinite(run.loss()) ? Tone.TEXT : Tone.WARN;
        String label = model.isPlain() ? "loss L" : "loss L(θ)";
        out.row(label, cursor.sentence(LOSS, rolled), tone, Weight.BOLD);
    }

    /** Returns the first two components, because the row is too short for more. */
    private static String point(Vector v) {
        return Readout.point(v.size() <= 2 ? v : Vector.of(v.get(0), v.get(1)), 6);
    }

    private void chart(Canvas canvas) {
        int last = Math.max(
                descent.steps(), pinned.map(kept -> kept.descent().steps()).orElse(0));
        new Readout(canvas).row(least < 0 ? "L−min" : "L(t)", "log, to step " + last, Tone.DIM);
        losses(canvas.part(new Area(1, 1, canvas.width() - 2, canvas.height() - 1)));
    }

    /**
     * Draws the losses of both runs on one log scale. If a loss is negative, the smallest loss is subtracted first,
     * because a negative number has no logarithm.
     */
    private void losses(Canvas canvas) {
        List<Double> others = pinned.map(this::above).orElse(List.of());
        new Columns(above(rolled), tone(), others).draw(canvas);
    }

    private List<Double> above(DescentResults shown) {
        return shown.run().losses().stream().mapToObj(loss -> loss - least).toList();
    }

    private Tone tone() {
        boolean swings = status == RunStatus.ON_THE_EDGE || status == RunStatus.ZIGZAG;
        return status.isBad() ? Tone.WARN : swings ? Tone.SECOND : Tone.RESULT;
    }
}
