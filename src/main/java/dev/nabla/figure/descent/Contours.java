package dev.nabla.figure.descent;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.HeightGrid;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Contour lines of a loss of two parameters. A {@code +} marks each lowest point. The levels lie 1, 2 and 5 times
 * powers of ten above the floor of the loss.
 */
final class Contours {
    /** Number of contour levels. */
    private static final int MOST = 5;
    /** Distance, in dots, within which nothing may be lower than a basin. */
    private static final int BASIN = 6;

    private static final int[] FACTORS = {1, 2, 5};
    private static final List<Tone> TONES =
            List.of(Tone.CONTOUR1, Tone.CONTOUR1, Tone.CONTOUR2, Tone.CONTOUR2, Tone.CONTOUR3);

    private final DoubleBinaryOperator loss;
    private final Plot plot;
    private final HeightGrid heights;
    /** Contour levels, outermost first. */
    private final List<Double> levels;

    Contours(DoubleBinaryOperator loss, Plot plot) {
        this.loss = loss;
        this.plot = plot;
        this.heights = plot.heights(loss);
        double[] ends = heights.quantiles(0, 0.9);
        double lowest = ends[0];
        double rim = ends[1];
        boolean grounded = lowest >= 0 && lowest < 0.05 * rim;
        this.levels = grounded ? levels(0, rim) : levels(lowest, rim - lowest);
    }

    /**
     * Returns up to {@value #MOST} levels above the floor, largest first. The floor is first rounded down to a multiple
     * of a power of ten. Returns an empty list if {@code height} is not positive and finite.
     */
    private static List<Double> levels(double floor, double height) {
        List<Double> levels = new ArrayList<>();
        if (height > 0 && Double.isFinite(height)) {
            int top = 3 * (int) Math.floor(Math.log10(height)) + 2;
            while (roundNumber(top) > height) {
                top--;
            }
            double least = roundNumber(3 * Math.floorDiv(top - MOST + 1, 3));
            for (int i = top; i > top - MOST; i--) {
                levels.add((Math.floor(floor / least) + Math.rint(roundNumber(i) / least)) * least);
            }
        }
        return levels;
    }

    /** Returns number {@code i} of the sequence ..., 0.5, 1, 2, 5, 10, ...; step 0 is 1. */
    private static double roundNumber(int i) {
        return Double.parseDouble(FACTORS[Math.floorMod(i, 3)] + "e" + Math.floorDiv(i, 3));
    }

    void draw() {
        plot.contours(heights, levels, TONES);
    }

    /**
     * Draws a plus in each basin and the number of each level. A number stands where its contour is first crossed on a
     * straight line from the lowest basin towards a corner.
     */
    void label(Canvas canvas) {
        List<double[]> basins = heights.basins(BASIN);
        Labels labels = new Labels(canvas);
        for (double[] basin : basins) {
            labels.put(plot.column(round(basin[0])), plot.row(round(basin[1])), "+", Tone.TEXT, Weight.BOLD);
        }
        double[] lowest = basins.stream()
                .min(Comparator.comparingDouble(place -> loss.applyAsDouble(place[0], place[1])))
                .orElse(new double[] {0, 0});
        double stride = plot.columns().hi() / 400;
        double across = lowest[0] > 100 * stride ? -stride : stride;
        double up = (lowest[1] < -100 * stride ? 0.75 : -0.75) * stride;
        for (double level : levels) {
            double x = lowest[0];
            double y = lowest[1];
            while (plot.shows(x, y) && !(loss.applyAsDouble(x, y) >= level)) {
                x += across;
                y += up;
            }
            number(labels, canvas, level, plot.column(x) - 1, plot.row(y));
        }
    }

    /**
     * Writes the number of a level, unless it would hide the path. The blank on each side keeps the contour before it
     * from looking like a minus sign.
     */
    private void number(Labels labels, Canvas canvas, double level, int x, int y) {
        String text = " " + Decimal.typeset(Decimal.significant(level, 4)) + " ";
        if (plot.isFree(x, y, canvas.width(text))) {
            labels.put(x, y, text, Tone.DIM, Weight.PLAIN);
        }
    }

    /** Rounds to 6 decimals, so that rounding errors do not decide in which cell a point between two cells is drawn. */
    private static double round(double x) {
        return Math.rint(x * 1e6) / 1e6;
    }
}
