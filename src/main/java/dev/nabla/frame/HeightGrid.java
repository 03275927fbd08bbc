package dev.nabla.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The values of a function of two variables at the middle of every dot of a plot, and one dot beyond its edges.
 *
 * <p>In a large plot (more than 21,000 dots) only every few dots are computed, and the others are interpolated
 * linearly.
 */
public final class HeightGrid {
    private static final int MOST_EXACT = 21_000;
    private static final int MOST_ASKED = 10_000;
    private static final int SAMPLE = 5_000;

    private final int across;
    private final int down;
    private final IntToDoubleFunction x;
    private final IntToDoubleFunction y;
    private final double[] heights;

    HeightGrid(DoubleBinaryOperator f, int across, int down, IntToDoubleFunction x, IntToDoubleFunction y) {
        this.across = across;
        this.down = down;
        this.x = x;
        this.y = y;
        this.heights = new double[(across + 2) * (down + 2)];
        int dots = heights.length;
        int stride = dots <= MOST_EXACT ? 1 : (int) Math.ceil(Math.sqrt((double) dots / MOST_ASKED));
        double[][] rows = new double[(down + 1) / stride + 2][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(f, y.applyAsDouble(i * stride - 1), stride);
        }
        for (int i = 0; i < down + 2; i++) {
            for (int j = 0; j < across + 2; j++) {
                double above = rows[i / stride][j];
                heights[i * (across + 2) + j] = between(above, rows[i / stride + 1][j], (double) (i % stride) / stride);
            }
        }
    }

    /** Returns the heights along a row; every {@code stride}-th is computed, the others are interpolated. */
    private double[] row(DoubleBinaryOperator f, double at, int stride) {
        double[] computed = new double[(across + 1) / stride + 2];
        for (int j = 0; j < computed.length; j++) {
            computed[j] = f.applyAsDouble(x.applyAsDouble(j * stride - 1), at);
        }
        double[] row = new double[across + 2];
        for (int j = 0; j < row.length; j++) {
            row[j] = between(computed[j / stride], computed[j / stride + 1], (double) (j % stride) / stride);
        }
        return row;
    }

    /** Returns a + share (b - a); for share 0 it is a, even if b is not finite. */
    private static double between(double a, double b, double share) {
        return share == 0 ? a : a + share * (b - a);
    }

    double at(int px, int py) {
        return heights[(py + 1) * (across + 2) + px + 1];
    }

    /**
     * Returns the heights below which the given shares of the plot lie, estimated from a sample; NaN if no height is
     * finite.
     *
     * @param shares from 0 to 1
     */
    public double[] quantiles(double... shares) {
        int stride = heights.length / SAMPLE + 1;
        double[] sorted = IntStream.range(0, heights.length / stride)
                .mapToDouble(i -> heights[i * stride])
                .filter(Double::isFinite)
                .toArray();
        Arrays.sort(sorted);
        return DoubleStream.of(shares)
                .map(share -> sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))])
                .toArray();
    }

    /** Returns the local minima as x and y, from left to right: lower than all dots up to {@code dots} dots away. */
    public List<double[]> basins(int dots) {
        List<double[]> basins = new ArrayList<>();
        for (int px = dots; px < across - dots; px++) {
            for (int py = dots; py < down - dots; py++) {
                if (isLowest(px, py, 1) && isLowest(px, py, dots)) {
                    basins.add(new double[] {x.applyAsDouble(px), y.applyAsDouble(py)});
                }
            }
        }
        return basins;
    }

    /**
     * Returns whether a dot is the lowest within {@code dots} dots. Of equal heights the first counts, from left to
     * right, then from top to bottom.
     */
    private boolean isLowest(int px, int py, int dots) {
        double here = at(px, py);
        for (int by = -dots; by <= dots; by++) {
            for (int aside = -dots; aside <= dots; aside++) {
                boolean earlier = aside < 0 || aside == 0 && by < 0;
                double there = at(px + aside, py + by);
                if (!(earlier ? here < there : here <= there)) {
                    return false;
                }
            }
        }
        return true;
    }
}
