package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Layer;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Run;
import dev.nabla.math.Vector;
import java.util.List;

/** A run on a map: lines between its steps, fading into the past, and a mark where each landed; the compared run dotted. */
final class Trail {
    private static final int MOST_MARKS = 24;
    private static final int MOST_SEGMENTS = 400;

    private final List<Vector> path;
    private final boolean pinned;
    private final Plot plot;
    private final Canvas canvas;

    Trail(Run run, boolean pinned, Plot plot, Canvas canvas) {
        this.path = run.path();
        this.pinned = pinned;
        this.plot = plot;
        this.canvas = canvas;
    }

    void lines() {
        for (int t = Math.max(1, path.size() - MOST_SEGMENTS); t < path.size(); t++) {
            Vector a = path.get(t - 1);
            Vector b = path.get(t);
            if (pinned) {
                plot.dotted(a.get(0), a.get(1), b.get(0), b.get(1), Tone.FIRST, Layer.CONSTRUCTION);
            } else {
                plot.line(a.get(0), a.get(1), b.get(0), b.get(1), age(t), Layer.DATA);
            }
        }
    }

    private Tone age(int t) {
        int left = path.size() - 1 - t;
        return pinned ? Tone.FIRST : left < 2 ? Tone.PATH2 : left < 6 ? Tone.PATH1 : Tone.PATH0;
    }

    /** Where each step landed; outside the view an arrow at the edge. In ASCII the steps are numbered, the compared ones lettered. */
    void marks() {
        if (path.size() > MOST_MARKS && !pinned) {
            plot.mark(path.get(0).get(0), path.get(0).get(1), '○', Tone.TEXT, Weight.PLAIN);
        }
        for (int t = Math.max(0, path.size() - MOST_MARKS); t < path.size() - 1; t++) {
            Vector at = path.get(t);
            if (plot.shows(at.get(0), at.get(1))) {
                plot.mark(at.get(0), at.get(1), mark(t), t == 0 ? Tone.TEXT : age(t), Weight.PLAIN);
            } else if (at.isFinite()) {
                edge(at, age(t), Weight.PLAIN);
            }
        }
    }

    private char mark(int t) {
        if (canvas.glyphs() == Glyphs.ASCII) {
            return (char) (pinned ? 'a' + t % 26 : '0' + t % 10);
        }
        return t == 0 ? '○' : pinned ? '·' : '•';
    }

    /** Where the compared run ended. */
    void end(String label) {
        Vector at = path.get(path.size() - 1);
        if (!at.isFinite()) {
            return;
        }
        if (plot.shows(at.get(0), at.get(1))) {
            int x = plot.column(at.get(0));
            plot.mark(at.get(0), at.get(1), '■', Tone.FIRST, Weight.BOLD);
            boolean right = x + 1 + canvas.width(label) <= canvas.width();
            if (canvas.glyphs() != Glyphs.ASCII) {
                canvas.put(right ? x + 1 : x - canvas.width(label), plot.row(at.get(1)), label, Tone.FIRST);
            }
        } else {
            edge(at, Tone.FIRST, Weight.BOLD);
        }
    }

    /** An arrow where a point beyond the edge lies. */
    void edge(Vector at, Tone tone, Weight weight) {
        boolean upright = beyond(at) == 1;
        char arrow = upright ? (at.get(1) > 0 ? '▲' : '▼') : at.get(0) > 0 ? '►' : '◄';
        canvas.glyph(column(at), row(at), arrow, tone, weight);
    }

    /** The component that is farther outside, in halves of the view. */
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
