package dev.nabla.figure.descent;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * Draws a run on the map: lines between its steps and a mark where each step landed. Older lines are fainter. The lines
 * of a pinned run are dotted.
 *
 * @param path theta after each step, the start first
 * @param pinned whether this is the pinned run that the learner compares with
 */
record TrailDrawing(List<Vector> path, boolean pinned, Plot plot, Canvas canvas) {
    /** Number of latest points that are marked. The last of them is the ball, which {@link SurfaceMap} draws. */
    private static final int MOST_MARKS = 24;
    /** Number of latest steps that get a line. */
    private static final int MOST_SEGMENTS = 400;

    /** Draws the lines between the latest steps. */
    void lines() {
        for (int t = Math.max(1, path.size() - MOST_SEGMENTS); t < path.size(); t++) {
            Vector a = path.get(t - 1);
            Vector b = path.get(t);
            if (pinned) {
                plot.dotted(a.get(0), a.get(1), b.get(0), b.get(1), age(t), DrawOrder.CONSTRUCTION);
            } else {
                plot.line(a.get(0), a.get(1), b.get(0), b.get(1), age(t), DrawOrder.DATA);
            }
        }
    }

    /** Returns the tone of step {@code t}, fainter the older it is. */
    private Tone age(int t) {
        int left = path.size() - 1 - t;
        return pinned ? Tone.FIRST : left < 2 ? Tone.PATH2 : left < 6 ? Tone.PATH1 : Tone.PATH0;
    }

    /**
     * Marks the start and where each of the last steps landed. In ASCII, steps are digits, or letters for the pinned
     * run.
     */
    void marks() {
        for (int t = Math.max(1, path.size() - MOST_MARKS); t < path.size() - 1; t++) {
            mark(path.get(t), glyph(t), age(t), Weight.PLAIN);
        }
        mark(path.get(0), glyph(0), Tone.TEXT, Weight.BOLD);
    }

    private char glyph(int t) {
        if (canvas.glyphs() == Glyphs.ASCII) {
            return (char) (pinned ? 'a' + t % 26 : '0' + t % 10);
        }
        return pinned && t > 0 ? '·' : '•';
    }

    /**
     * Draws a glyph at a point. For a point outside the view it draws an arrow at the nearest edge. For an infinite or
     * NaN coordinate it draws nothing.
     */
    void mark(Vector at, char glyph, Tone tone, Weight weight) {
        double x = at.get(0);
        double y = at.get(1);
        if (at.isFinite() && !plot.shows(x, y)) {
            char upright = y > 0 ? '▲' : '▼';
            char level = x > 0 ? '►' : '◄';
            canvas.glyph(column(at), row(at), beyond(at) == 1 ? upright : level, tone, weight);
        } else {
            plot.mark(x, y, glyph, tone, weight);
        }
    }

    /** Returns the component, 0 or 1, that is farther outside the view, measured in half views. */
    int beyond(Vector at) {
        double across = Math.abs(at.get(0)) / plot.columns().hi();
        return Math.abs(at.get(1)) / plot.rows().hi() > across ? 1 : 0;
    }

    int column(Vector at) {
        return Math.max(0, Math.min(canvas.width() - 1, plot.column(at.get(0))));
    }

    int row(Vector at) {
        return Math.max(0, Math.min(canvas.height() - 1, plot.row(at.get(1))));
    }
}
