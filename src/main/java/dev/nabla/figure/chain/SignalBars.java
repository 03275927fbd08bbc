package dev.nabla.figure.chain;

import dev.nabla.figure.part.KnobTable;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.math.Vector;
import java.util.stream.DoubleStream;

/**
 * Draws the signals of a path as bars. If a slope is negative, they have a zero line in the middle and negative signals
 * point left.
 *
 * @param longest size of the signal whose bar is full
 */
record SignalBars(KnobTable table, Canvas canvas, double longest, boolean signed) {
    /**
     * Creates the bars of a path.
     *
     * @param shown the signals that have a bar; the largest finite one is full, unless all are smaller than 1
     */
    static SignalBars of(KnobTable table, Canvas canvas, Vector slopes, DoubleStream shown) {
        double longest = shown.map(Math::abs).filter(Double::isFinite).reduce(1, Math::max);
        return new SignalBars(table, canvas, longest, slopes.stream().anyMatch(slope -> slope < 0));
    }

    /** Draws a signal; an infinite one is as long as the longest. */
    void draw(int y, double signal, Tone positive) {
        double share = Double.isInfinite(signal) ? Math.signum(signal) : signal / longest;
        if (!signed) {
            table.bar("bar", y, share, positive);
            return;
        }
        Area bar = table.column("bar");
        int side = (bar.width() - 1) / 2;
        Tone block = positive == Tone.SECOND ? Tone.PATH2 : positive; // all bars of a column are blocks
        new SignedBar(share, side, signal < 0 ? Tone.WARN : block).draw(canvas, bar.x() + side, y);
    }
}
