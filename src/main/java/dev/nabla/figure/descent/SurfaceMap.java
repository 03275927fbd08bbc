package dev.nabla.figure.descent;

import static dev.nabla.figure.descent.DescentFigure.THETA;

import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.LossSurface;
import dev.nabla.math.Precision;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Trajectory.RunStatus;
import dev.nabla.math.Vector;
import java.util.Optional;

/**
 * Draws a surface of two parameters from above. It shows contours, the path (older steps fainter), the ball, and where
 * the ball lands next.
 *
 * @param pinned the pinned run to compare with; it must be on the same surface
 * @param isPlain whether the next landing is left out, and the ball cannot be dropped elsewhere
 */
record SurfaceMap(
        Trajectory run, Optional<Trajectory> pinned, boolean isPlain, ViewState<DescentModel> cursor, Canvas canvas) {
    /** Least half width of the view. */
    private static final double HALF_VIEW = 3;
    /** How far above or below the bottom a start may be, in half widths of the view. */
    private static final double HEIGHT = 0.7;
    /** How far above or below the middle of the view a start may be, in half heights. */
    private static final double INSIDE = 0.9;
    /** Style of a coordinate or a distance. */
    private static final Style POINT = THETA.style().places(2);
    /** Width of a coordinate or a distance, in cells. */
    private static final int FIELD = 8;

    /**
     * Returns half the width of the view: 3, doubled until the start is inside, at most {@link #HEIGHT} of that above
     * or below the bottom. It does not depend on the height of the canvas, which a question takes rows from. The view
     * never follows the ball, so a diverging run visibly leaves it.
     */
    private static double halfView(Vector start) {
        double half = HALF_VIEW;
        while (Math.abs(start.get(0)) > half || Math.abs(start.get(1)) > half * HEIGHT) {
            half *= 2;
        }
        return half;
    }

    /** Returns the y in the middle of a view of this half height: 0, or moved until the start is {@link #INSIDE}. */
    private static double middle(Vector start, double halfHeight) {
        double y = start.get(1);
        return Math.signum(y) * Math.max(0, Math.abs(y) - INSIDE * halfHeight);
    }

    void draw() {
        Vector start = run.descent().start();
        double half = halfView(start);
        Plot plot = Plot.square(canvas, -half, half, halfHeight -> middle(start, halfHeight));
        TrailDrawing trail = new TrailDrawing(run.path(), false, plot, canvas);
        LossSurface surface = run.descent().surface();
        Contours contours = new Contours((x, y) -> surface.loss(Vector.of(x, y), Precision.FLOAT64), plot);
        Optional<TrailDrawing> other = pinned.map(kept -> new TrailDrawing(kept.path(), true, plot, canvas));
        contours.draw();
        other.ifPresent(TrailDrawing::lines);
        trail.lines();
        Optional<Ghost> ghost = cursor.guess().ghost();
        boolean compared = cursor.guess().isAnswered() && run.descent().steps() > 0;
        ghost.filter(laid -> compared).ifPresent(laid -> apart(laid.at(), run.theta(), plot));
        plot.stamp();
        contours.label(canvas);
        other.ifPresent(TrailDrawing::marks);
        trail.marks();
        pinned.ifPresent(kept -> trail.mark(kept.theta(), '■', Tone.FIRST, Weight.BOLD));
        ghost.ifPresent(laid -> ghost(laid, compared, trail));
        ball(run.theta(), trail);
        boolean lays = ghost.isPresent() && !cursor.guess().isAnswered();
        if (lays || !isPlain) {
            String taken = lays ? Focus.GHOST.knob() : "start";
            canvas.handle(new Handle(taken, 0, canvas.area(), plot.columns(), plot.rows()));
        }
    }

    /** Draws the ghost. Once the ball has landed, its label gives the distance to the ball. */
    private void ghost(Ghost laid, boolean compared, TrailDrawing trail) {
        String name = compared ? " " + POINT.column(laid.from(run.theta()), FIELD) + " off " : " ghost ";
        int width = canvas.width(name);
        int at = trail.column(laid.at());
        boolean left =
                at >= width && (compared && run.theta().get(0) >= laid.at().get(0) || at + width >= canvas.width());
        canvas.put(left ? at - width : at + 1, trail.row(laid.at()), name, compared ? Tone.WARN : Tone.SECOND);
        trail.mark(laid.at(), '○', Tone.SECOND, Weight.BOLD);
    }

    /** Draws a dotted line from the ghost to the ball. */
    private static void apart(Vector ghost, Vector theta, Plot plot) {
        plot.dotted(ghost.get(0), ghost.get(1), theta.get(0), theta.get(1), Tone.WARN, Plot.DrawOrder.DATA);
    }

    private void ball(Vector theta, TrailDrawing trail) {
        if (!theta.isFinite() || run.status() == RunStatus.UNDEFINED) {
            trail.mark(theta, '×', Tone.WARN, Weight.BOLD);
            canvas.middle(canvas.width() / 2, canvas.height() * 3 / 4, " the ball is gone ", Tone.WARN, Weight.BOLD);
            return;
        }
        Plot plot = trail.plot();
        if (!isPlain && !cursor.hides(THETA)) {
            plot.mark(run.next().get(0), run.next().get(1), '×', Tone.RESULT, Weight.BOLD);
        }
        boolean seen = plot.shows(theta.get(0), theta.get(1));
        trail.mark(theta, '●', seen ? Tone.SECOND : Tone.WARN, Weight.BOLD);
        if (!seen) {
            int far = trail.beyond(theta);
            String label = "● θ" + Subscript.of(far) + " = " + POINT.places(1).column(theta.get(far), FIELD);
            int x = Math.min(trail.column(theta) + 2, canvas.width() - canvas.width(label));
            canvas.put(x, trail.row(theta), label, Tone.WARN, Weight.BOLD);
        }
    }
}
