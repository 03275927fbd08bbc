package dev.nabla.figure.descent;

import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Tone;
import dev.nabla.math.Descent;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Trajectory.Status;
import java.util.List;
import java.util.Optional;

/** Draws FIG.05: the surface on the left; the ruler of learning rates, the numbers of the step and L(t) on the right. */
final class DescentPicture {
    private final ViewState<Descent> cursor;
    private final Canvas body;
    private final Layout layout;
    private final Trajectory run;
    private final Optional<Trajectory> pinned;

    DescentPicture(Descent descent, ViewState<Descent> cursor, Canvas body) {
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.run = descent.run();
        this.pinned = cursor.pinned().map(Descent::run);
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
        int dimensions = run.descent().surface().dimensions();
        if (dimensions == 2) {
            new Landscape(run, pinned.filter(this::isOnTheSameSurface), left).draw();
        } else {
            String size = dimensions == 1 ? "one dimension" : dimensions + " dimensions";
            left.put(1, 0, "L(t): a surface of " + size + " has no picture here", Tone.DIM);
            losses(left.part(left.area().afterRows(2)));
        }
        Canvas right = body.part(new Area(picture + 2, 0, panel, body.height()));
        int y = new DescentPanel(run, pinned, cursor, layout, right).draw();
        chart(right, layout == Layout.WIDE ? y + 1 : y);
    }

    private boolean isOnTheSameSurface(Trajectory other) {
        return other.descent().surface().equals(run.descent().surface());
    }

    private void chart(Canvas panel, int y) {
        String steps = "0 to "
                + Math.max(
                        run.descent().steps(),
                        pinned.map(other -> other.descent().steps()).orElse(0));
        Readout heading = new Readout(panel).gap(y);
        String name = lowest() < 0 ? "L−min" : "L(t)";
        heading.row(name, layout == Layout.COMPACT ? steps : "log scale, steps " + steps, Tone.DIM);
        Area rest = panel.area().afterRows(heading.y());
        losses(panel.part(new Area(1, rest.y(), panel.width() - 2, rest.height())));
    }

    /** Both runs on one scale; above the least of them where that is negative, since a negative number has no logarithm. */
    private void losses(Canvas canvas) {
        double least = Math.min(0, lowest());
        List<Double> others = pinned.map(other -> above(least, other)).orElse(List.of());
        new Columns(above(least, run), tone(run.status()), others).draw(canvas);
    }

    private double lowest() {
        double other = pinned.map(DescentPicture::lowest).orElse(Double.POSITIVE_INFINITY);
        return Math.min(lowest(run), other);
    }

    private static double lowest(Trajectory run) {
        return run.losses().stream().filter(Double::isFinite).min().orElse(0);
    }

    private static List<Double> above(double least, Trajectory run) {
        return run.losses().stream().mapToObj(loss -> loss - least).toList();
    }

    /** The tone of a run that does this. */
    static Tone tone(Status status) {
        return switch (status) {
            case DIVERGING, OVERFLOWED, UNDEFINED -> Tone.WARN;
            case ON_THE_EDGE, ZIGZAG -> Tone.SECOND;
            default -> Tone.RESULT;
        };
    }
}
