package dev.nabla.figure.train;

import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.ShareHeights;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Draws the attention shares of one head at several moments of a training side by side, as heights.
 *
 * @param left first cell of the first square
 * @param columns the positions that are looked at, of which each square shows those that fit
 */
record HeadSquares(Canvas canvas, int left, List<HeadMoment> moments, VisibleRange columns) {
    /**
     * The head at one moment.
     *
     * @param name the step in words
     * @param shares the shares of each position, over the positions that it sees; empty if the step is to come
     */
    record HeadMoment(String name, List<Vector> shares) {
        static HeadMoment toCome(String name) {
            return new HeadMoment(name, List.of());
        }

        /** Returns a moment with all shares, of which a causal head uses those up to its own position. */
        static HeadMoment of(String name, Matrix shares, boolean causal) {
            return new HeadMoment(
                    name,
                    IntStream.range(0, shares.rows())
                            .mapToObj(t -> Vector.of(shares.row(t).toArray(), causal ? t + 1 : shares.columns()))
                            .toList());
        }
    }

    /** Returns the first cell of a square. */
    private int x(int moment) {
        return left + moment * ((canvas.width() - left) / moments.size());
    }

    /** Draws the name of each moment; it is dim if the step is to come. */
    void headings(int y) {
        for (int m = 0; m < moments.size(); m++) {
            HeadMoment moment = moments.get(m);
            canvas.put(x(m), y, moment.name(), moment.shares().isEmpty() ? Tone.GRID : Tone.TEXT);
        }
    }

    /**
     * Draws the shares of one position at all moments.
     *
     * @param position the position that looks, from 0
     * @param tone returns the tone at a moment
     */
    void row(int y, int position, IntFunction<Tone> tone) {
        for (int m = 0; m < moments.size(); m++) {
            List<Vector> rows = moments.get(m).shares();
            int seen = rows.isEmpty()
                    ? 0
                    : Math.min(columns.to(), rows.get(position).size());
            for (int j = columns.from(); j < seen; j++) {
                double share = rows.get(position).get(j);
                ShareHeights.draw(canvas, x(m) + j - columns.from(), y, 1, share, tone.apply(m));
            }
        }
    }
}
