package dev.nabla.figure.descent;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.Stream;

/** A run on a map: lines between its steps, fading into the past, and a mark where each landed; the compared run dotted. */
final class Trail {
    private static final int MOST_MARKS = 24;
    private static final int MOST_SEGMENTS = 400;

    private final List<Vector> path;
    private final boolean pinned;
    private final Plot plot;
    private final Canvas canvas;

    Trail(Trajectory run, boolean pinned, Plot plot, Canvas canvas) {
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
        for (int t = Math.max(1, path.size() - MOST_MARKS); t < path.size() - 1; t++) {
            Vector at = path.get(t);
            if (plot.shows(at.get(0), at.get(1))) {
                plot.mark(at.get(0), at.get(1), mark(t), age(t), Weight.PLAIN);
            } else if (at.isFinite()) {
                edge(at, age(t), Weight.PLAIN);
            }
        }
        plot.mark(path.get(0).get(0), path.get(0).get(1), mark(0), Tone.TEXT, Weight.PLAIN);
    }

    private char mark(int t) {
        if (canvas.glyphs() == Glyphs.ASCII) {
            return (char) (pinned ? 'a' + t % 26 : '0' + t % 10);
        }
        return t == 0 ? '○' : pinned ? '·' : '•';
    }

    /** Where the compared run ended, and what it is called where the name hides neither a line nor one of these points. */
    void end(String label, List<Vector> kept) {
        Vector at = path.get(path.size() - 1);
        if (!at.isFinite()) {
            return;
        }
        if (!plot.shows(at.get(0), at.get(1))) {
            edge(at, Tone.FIRST, Weight.BOLD);
            return;
        }
        plot.mark(at.get(0), at.get(1), '■', Tone.FIRST, Weight.BOLD);
        int width = canvas.width(label);
        int x = plot.column(at.get(0));
        int y = plot.row(at.get(1));
        if (canvas.glyphs() != Glyphs.ASCII) {
            Stream.of(y, y - 1, y + 1)
                    .flatMap(row -> Stream.of(new Area(x + 1, row, width, 1), new Area(x - width, row, width, 1)))
                    .filter(place -> isFree(place, kept))
                    .findFirst()
                    .ifPresent(place -> canvas.put(place.x(), place.y(), label, Tone.FIRST));
        }
    }

    private boolean isFree(Area place, List<Vector> kept) {
        boolean inside = place.x() >= 0 && place.x() + place.width() <= canvas.width();
        boolean hides =
                kept.stream().anyMatch(point -> place.contains(plot.column(point.get(0)), plot.row(point.get(1))));
        return inside && place.y() >= 0 && !hides && plot.isFree(place.x(), place.y(), place.width());
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
