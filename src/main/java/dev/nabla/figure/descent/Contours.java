package dev.nabla.figure.descent;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Heights;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** The contours of a loss of two parameters, at 1, 2 and 5 times powers of ten above its floor, the lowest places marked {@code +}. */
final class Contours {
    private static final int MOST = 6;
    private static final int BASIN = 6;

    private final DoubleBinaryOperator loss;
    private final Plot plot;
    private final Heights heights;
    private final boolean grounded;
    private final List<Double> levels;

    Contours(DoubleBinaryOperator loss, Plot plot) {
        this.loss = loss;
        this.plot = plot;
        this.heights = plot.heights(loss);
        double lowest = heights.quantile(0);
        double rim = heights.quantile(0.9);
        this.grounded = lowest >= 0 && lowest < 0.05 * rim;
        this.levels = grounded ? ladder(rim) : above(lowest, ladder(rim - lowest));
    }

    /** Six levels 1-2-5, the largest first and below the rim; none where the rim is no number. */
    private static List<Double> ladder(double rim) {
        List<Double> levels = new ArrayList<>();
        double decade = Double.isFinite(rim) && rim > 0 ? Math.pow(10, Math.floor(Math.log10(rim))) : 0;
        while (levels.size() < MOST && decade > 0) {
            for (double factor : new double[] {5, 2, 1}) {
                double level = Double.parseDouble(Decimal.significant(factor * decade, 1));
                if (level <= rim && levels.size() < MOST) {
                    levels.add(level);
                }
            }
            decade /= 10;
        }
        return levels;
    }

    /** The levels counted from the lowest place, which is taken down to a multiple of the least of them. */
    private static List<Double> above(double lowest, List<Double> ladder) {
        double least = ladder.isEmpty() ? 1 : ladder.get(ladder.size() - 1);
        double floor = Math.floor(lowest / least);
        return ladder.stream()
                .map(level -> (floor + Math.rint(level / least)) * least)
                .toList();
    }

    void draw() {
        plot.contours(
                heights,
                levels,
                IntStream.range(0, levels.size()).mapToObj(this::tone).toList());
    }

    private Tone tone(int i) {
        return i * 3 < levels.size() ? Tone.CONTOUR1 : i * 3 < 2 * levels.size() ? Tone.CONTOUR2 : Tone.CONTOUR3;
    }

    /** A plus in each basin; each level's number where its contour is first crossed on the way out of the lowest one. */
    void label(Canvas canvas) {
        List<double[]> basins = heights.basins(BASIN);
        double[] lowest = basins.stream()
                .reduce((a, b) -> loss.applyAsDouble(b[0], b[1]) < loss.applyAsDouble(a[0], a[1]) ? b : a)
                .orElse(new double[] {0, 0});
        double half = plot.columns().hi();
        double across = lowest[0] > half / 4 ? -1 : 1;
        double up = lowest[1] < -half / 4 ? 0.75 : -0.75;
        List<Crossing> crossings = crossings(lowest[0], lowest[1], across, up);
        Labels labels = new Labels(canvas);
        for (double[] basin : basins) {
            labels.put(plot.column(round(basin[0])), plot.row(round(basin[1])), "+", Tone.TEXT, Weight.BOLD);
        }
        for (int i = crossings.size() - 1; i >= 0; i--) {
            number(labels, canvas, crossings.get(i));
        }
    }

    /** A level's number with a blank on each side, lest the contour before it look like a minus; none where it would hide the path. */
    private void number(Labels labels, Canvas canvas, Crossing at) {
        String text = " " + Decimal.typeset(Decimal.significant(at.level, grounded ? 2 : 4)) + " ";
        int x = plot.column(at.x) - 1;
        int y = plot.row(at.y);
        if (plot.isFree(x, y, canvas.width(text))) {
            labels.put(x, y, text, Tone.DIM, Weight.PLAIN);
        }
    }

    /** Without the last digits, which would decide the cell of a place that lies just between two. */
    private static double round(double x) {
        return Math.rint(x * 1e6) / 1e6;
    }

    private record Crossing(double level, double x, double y) {}

    /** Where a straight way from the lowest place to a corner first comes up to each level, the innermost first. */
    private List<Crossing> crossings(double x, double y, double across, double up) {
        double stride = plot.columns().hi() / 400;
        List<Crossing> crossings = new ArrayList<>();
        double highest = loss.applyAsDouble(x, y);
        for (int i = 0; plot.shows(x + i * across * stride, y + i * up * stride); i++) {
            double there = loss.applyAsDouble(x + i * across * stride, y + i * up * stride);
            for (int j = levels.size() - 1; j >= 0; j--) {
                if (highest < levels.get(j) && there >= levels.get(j)) {
                    crossings.add(new Crossing(levels.get(j), x + i * across * stride, y + i * up * stride));
                }
            }
            highest = Math.max(highest, there);
        }
        return crossings;
    }
}
