package dev.nabla.figure;

import dev.nabla.frame.Scale;

/**
 * Columns of the table of FIG.06; an end is the column after the last cell.
 *
 * @param slider first and {@code sliderEnd} last cell of the sliders
 * @param exp first cell of the exponentials, negative for none
 * @param bar first and {@code barEnd} last cell of the bars
 * @param changeEnd end of the changes
 */
record SoftmaxGrid(int slider, int sliderEnd, int valueEnd, int exp, int bar, int barEnd, int pEnd, int changeEnd) {
    static SoftmaxGrid of(Layout layout, int width) {
        return switch (layout) {
            case WIDE -> new SoftmaxGrid(12, 42, 51, 53, 63, width - 18, width - 10, width - 1);
            case NORMAL -> new SoftmaxGrid(12, 28, 36, 38, 45, width - 16, width - 9, width - 1);
            default -> new SoftmaxGrid(11, 23, 30, -1, 32, width - 16, width - 9, width - 1);
        };
    }

    Scale slider(double lo, double hi) {
        return Scale.linear(lo, hi, slider, sliderEnd);
    }

    int barWidth() {
        return barEnd - bar + 1;
    }
}
