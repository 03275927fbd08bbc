package dev.nabla.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A function of two variables at the middle of every dot of a plot and one dot beyond its edges.
 *
 * <p>A huge plot has too many dots to ask for each: then every few are asked, and straight lines lead from one to the next.
 */
public final class Heights {
    private static final int MOST_EXACT = 21_000;
    private static final int MOST_ASKED = 10_000;
    private static final int SAMPLE = 5_000;

    private final int across;
    private final int down;
    private final IntToDoubleFunction x;
    private final IntToDoubleFunction y;
    private final double[] heights;

    private Heights(int across, int down, IntToDoubleFunction x, IntToDoubleFunction y) {
        this.across = across;
        this.down = down;
        this.x = x;
        this.y = y;
        this.heights = new double[(across + 2) * (down + 2)];
    }

    static Heights of(DoubleBinaryOperator f, int across, int down, IntToDoubleFunction x, IntToDoubleFunction y) {
        Heights all = new Heights(across, down, x, y);
        int dots = all.heights.length;
        int stride = dots <= MOST_EXACT ? 1 : (int) Math.ceil(Math.sqrt((double) dots / MOST_ASKED));
        for (int py = -1; py <= down; py++) {
            if (isAsked(py, stride, down)) {
                all.ask(f, py, stride);
            }
        }
        for (int py = -1; py <= down; py++) {
            if (!isAsked(py, stride, down)) {
                all.fill(py, stride);
            }
        }
        return all;
    }

    private static boolean isAsked(int dot, int stride, int last) {
        return (dot + 1) % stride == 0 || dot == last;
    }

    private void ask(DoubleBinaryOperator f, int py, int stride) {
        int from = -1;
        for (int px = -1; px <= across; px++) {
            if (isAsked(px, stride, across)) {
                heights[index(px, py)] = f.applyAsDouble(x.applyAsDouble(px), y.applyAsDouble(py));
                for (int between = from + 1; between < px; between++) {
                    double share = (double) (between - from) / (px - from);
                    heights[index(between, py)] = between(at(from, py), at(px, py), share);
                }
                from = px;
            }
        }
    }

    /** A row that was not asked for, from the two next to it that were. */
    private void fill(int py, int stride) {
        int above = (py + 1) / stride * stride - 1;
        int below = Math.min(down, above + stride);
        double share = (double) (py - above) / (below - above);
        for (int px = -1; px <= across; px++) {
            heights[index(px, py)] = between(at(px, above), at(px, below), share);
        }
    }

    private static double between(double a, double b, double share) {
        return a + share * (b - a);
    }

    private int index(int px, int py) {
        return (py + 1) * (across + 2) + px + 1;
    }

    double at(int px, int py) {
        return heights[index(px, py)];
    }

    /** The height that a share of the plot lies below, told from a sample of it; NaN if no height is finite. */
    public double quantile(double share) {
        int stride = heights.length / SAMPLE + 1;
        double[] sorted = IntStream.range(0, heights.length / stride)
                .mapToDouble(i -> heights[i * stride])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }

    /** The lowest places, each as x and y, from left to right: lower than everything within so many dots around. */
    public List<double[]> basins(int dots) {
        List<double[]> basins = new ArrayList<>();
        for (int px = dots; px < across - dots; px++) {
            for (int py = dots; py < down - dots; py++) {
                double here = at(px, py);
                boolean low = here <= at(px - 1, py) && here <= at(px + 1, py);
                if (low && here <= at(px, py - 1) && here <= at(px, py + 1) && isBasin(px, py, dots)) {
                    double aside = vertex(at(px - 1, py), at(px, py), at(px + 1, py));
                    double below = vertex(at(px, py - 1), at(px, py), at(px, py + 1));
                    basins.add(new double[] {
                        between(x.applyAsDouble(px), x.applyAsDouble(px + 1), aside),
                        between(y.applyAsDouble(py), y.applyAsDouble(py + 1), below)
                    });
                }
            }
        }
        return basins;
    }

    /** How far from the middle, in dots, the parabola through three neighbours is lowest. */
    private static double vertex(double before, double here, double after) {
        return (before - after) / (2 * (before - 2 * here + after));
    }

    private boolean isBasin(int px, int py, int dots) {
        double here = at(px, py);
        for (int by = -dots; by <= dots; by++) {
            for (int aside = -dots; aside <= dots; aside++) {
                boolean earlier = aside < 0 || aside == 0 && by < 0;
                double there = at(px + aside, py + by);
                boolean itself = aside == 0 && by == 0;
                if (!itself && !(earlier ? here < there : here <= there)) {
                    return false;
                }
            }
        }
        return true;
    }
}
