package dev.nabla.frame;

import dev.nabla.frame.Plot.DrawOrder;
import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers as columns on a logarithmic axis of whole decades, the oldest on the left, the newest in another tone.
 *
 * <p>With {@code others} to compare with, both are curves with a mark at the end: the values solid with {@code ●}, the
 * others dotted with {@code ■}. In ASCII the others are {@code *} over the columns.
 *
 * <p>If there are more numbers than columns, each column shows the last number of its share. A number that is not
 * finite is a {@code ×} at the top. Zero has no logarithm and no column.
 *
 * @param values the numbers, none of them negative
 * @param newest tone of the last column
 * @param others numbers to compare with; may be empty
 */
public record Columns(List<Double> values, Tone newest, List<Double> others) {
    private static final int LABEL = 6;

    public Columns(List<Double> values, Tone newest) {
        this(values, newest, List.of());
    }

    /** Draws into the whole canvas: axis labels in the first six columns, then the axis, then the columns. */
    public void draw(Canvas canvas) {
        Axis axis = Axis.of(Stream.concat(values.stream(), others.stream()).toList());
        int height = canvas.height();
        canvas.right(LABEL, 0, Axis.label(axis.high), Tone.DIM);
        canvas.right(LABEL, height - 1, Axis.label(axis.low), Tone.DIM);
        for (int y = 0; y < height; y++) {
            canvas.glyph(LABEL, y, y == 0 || y == height - 1 ? '┤' : '│', Tone.GRID, Weight.PLAIN);
        }
        Canvas room = canvas.part(new Area(LABEL + 1, 0, canvas.width() - LABEL - 1, height));
        if (others.isEmpty() || canvas.glyphs() == Glyphs.ASCII) {
            columns(room, axis);
        } else {
            curves(room, axis);
        }
    }

    private void columns(Canvas canvas, Axis axis) {
        int count = Math.max(values.size(), others.size());
        int shown = Math.min(count, canvas.width());
        int pitch = shown == 0 ? 1 : Math.max(1, Math.min(2, canvas.width() / shown));
        for (int i = 0; i < shown; i++) {
            int from = (int) ((long) i * count / shown);
            int last = (int) ((long) (i + 1) * count / shown) - 1;
            if (from < values.size()) {
                int index = Math.min(last, values.size() - 1);
                Tone tone = index == values.size() - 1 ? newest : Tone.DIM;
                column(canvas, i * pitch, values.get(index), axis.length(values.get(index), canvas.height()), tone);
            }
            if (from < others.size()) {
                double length = axis.length(others.get(Math.min(last, others.size() - 1)), canvas.height());
                int up = (int) Math.min(canvas.height(), Math.ceil(length));
                canvas.glyph(i * pitch, canvas.height() - up, up == 0 ? ' ' : '•', Tone.FIRST, Weight.BOLD);
            }
        }
    }

    private void curves(Canvas canvas, Axis axis) {
        int last = Math.max(1, Math.max(values.size(), others.size()) - 1);
        Plot plot = Plot.of(canvas, 0, last, axis.low, axis.high);
        int stride = 1 + last / (2 * canvas.width());
        for (int i = stride; i < others.size(); i += stride) {
            double from = Math.log10(others.get(i - stride));
            plot.dotted(i - stride, from, i, Math.log10(others.get(i)), Tone.FIRST, DrawOrder.CONSTRUCTION);
        }
        for (int i = stride; i < values.size(); i += stride) {
            double from = Math.log10(values.get(i - stride));
            plot.line(i - stride, from, i, Math.log10(values.get(i)), newest, DrawOrder.DATA);
        }
        plot.stamp();
        end(plot, others, '■', Tone.FIRST);
        end(plot, values, '●', newest);
    }

    /** Marks the last number that has a logarithm. */
    private static void end(Plot plot, List<Double> numbers, char glyph, Tone tone) {
        int last = numbers.size() - 1;
        while (last > 0 && !Double.isFinite(Math.log10(numbers.get(last)))) {
            last--;
        }
        plot.mark(last, Math.log10(numbers.get(last)), glyph, tone, Weight.BOLD);
    }

    private static void column(Canvas canvas, int x, double value, double length, Tone tone) {
        int bottom = canvas.height() - 1;
        if (!Double.isFinite(value)) {
            canvas.glyph(x, 0, '×', Tone.WARN, Weight.BOLD);
            return;
        }
        String column = canvas.glyphs().column(length, canvas.height());
        for (int i = 0; i < column.length(); i++) {
            canvas.glyph(x, bottom - i, column.charAt(i), tone, Weight.PLAIN);
        }
    }

    /** An axis from 10^low to 10^high. */
    private record Axis(int low, int high) {
        static Axis of(List<Double> numbers) {
            DoubleSummaryStatistics seen = numbers.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(v -> v > 0 && Double.isFinite(v))
                    .summaryStatistics();
            if (seen.getCount() == 0) {
                return new Axis(-1, 1);
            }
            int high = (int) Math.ceil(Math.log10(seen.getMax()));
            return new Axis(Math.min((int) Math.floor(Math.log10(seen.getMin())), high - 2), high);
        }

        /** Returns the length of a column in cells, at least 0.01 for a number above 0. */
        double length(double value, int height) {
            return value > 0 ? Math.max((Math.log10(value) - low) / (high - low) * height, 0.01) : 0;
        }

        static String label(int exponent) {
            return exponent >= -2 && exponent <= 3
                    ? BigDecimal.ONE.scaleByPowerOfTen(exponent).toPlainString()
                    : "1e" + (exponent < 0 ? "−" : "") + Math.abs(exponent);
        }
    }
}
