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

/** The contours of a loss of two parameters, at 1, 2 and 5 times powers of ten above its floor, the lowest places marked {@code +}. */
final class Contours {
    private static final int MOST = 5;
    private static final int BASIN = 6;
    private static final int[] FACTORS = {1, 2, 5};
    private static final List<Tone> TONES =
            List.of(Tone.CONTOUR1, Tone.CONTOUR1, Tone.CONTOUR2, Tone.CONTOUR2, Tone.CONTOUR3);

    private final DoubleBinaryOperator loss;
    private final Plot plot;
    private final HeightGrid heights;
    /** From the outermost to the innermost. */
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

    /** Levels up to so much above the floor, which is taken down to a multiple of a power of ten; none where that is no number. */
    private static List<Double> levels(double floor, double height) {
        List<Double> levels = new ArrayList<>();
        if (height > 0 && Double.isFinite(height)) {
            int top = 3 * (int) Math.floor(Math.log10(height)) + 2;
            while (step(top) > height) {
                top--;
            }
            double least = step(3 * Math.floorDiv(top - MOST + 1, 3));
            for (int i = top; i > top - MOST; i--) {
                levels.add((Math.floor(floor / least) + Math.rint(step(i) / least)) * least);
            }
        }
        return levels;
    }

    /** ..., 0.5, 1, 2, 5, 10, ...; step 0 is 1. */
    private static double step(int i) {
        return Double.parseDouble(FACTORS[Math.floorMod(i, 3)] + "e" + Math.floorDiv(i, 3));
    }

    void draw() {
        plot.contours(heights, levels, TONES);
    }

    /** A plus in each basin; each level's number where its contour is first crossed on the way from the lowest one to a corner. */
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

    /** A level's number with a blank on each side, lest the contour before it look like a minus; none where it would hide the path. */
    private void number(Labels labels, Canvas canvas, double level, int x, int y) {
        String text = " " + Decimal.typeset(Decimal.significant(level, 4)) + " ";
        if (plot.isFree(x, y, canvas.width(text))) {
            labels.put(x, y, text, Tone.DIM, Weight.PLAIN);
        }
    }

    /** Without the last digits, which would decide the cell of a place that lies just between two. */
    private static double round(double x) {
        return Math.rint(x * 1e6) / 1e6;
    }
}
