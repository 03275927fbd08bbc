package dev.nabla.figure.layer;

import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * Draws rows of numbers in right-aligned columns, with a blank before each number.
 *
 * @param from first cell
 * @param pitch width of a column, in cells
 */
record LayerColumns(Canvas canvas, int from, int pitch, Tone tone) {
    /** Returns the cell after column {@code j}, from 0. */
    int end(int j) {
        return from + (j + 1) * pitch;
    }

    /**
     * Draws a row of numbers.
     *
     * @param real whether the numbers exist; if not, dots are drawn instead
     */
    void row(int y, Vector numbers, int places, boolean real, Weight weight) {
        Tone own = real ? tone : Tone.GRID;
        boolean reversed = weight == Weight.REVERSE;
        canvas.put(from, y, reversed ? " ".repeat(numbers.size() * pitch + 1) : "", own, weight);
        for (int j = 0; j < numbers.size(); j++) {
            canvas.right(
                    end(j), y, real ? number(numbers.get(j), places, pitch - 1) : ViewState.HIDDEN + "  ", own, weight);
        }
    }

    /** Returns the same columns in another tone. */
    LayerColumns in(Tone other) {
        return new LayerColumns(canvas, from, pitch, other);
    }

    void rows(int y, Matrix numbers, int places, boolean real) {
        for (int i = 0; i < numbers.rows(); i++) {
            row(y + i, numbers.row(i), places, real, Weight.PLAIN);
        }
    }

    void labels(int y, List<String> labels) {
        for (int j = 0; j < labels.size(); j++) {
            canvas.right(end(j), y, labels.get(j), Tone.DIM);
        }
    }

    /** Formats a number with up to {@code places} decimals, fewer if the field is too narrow. */
    static String number(double x, int places, int field) {
        return places > 0 && Decimal.fixed(x, places).length() > field
                ? number(x, places - 1, field)
                : Style.number(places).column(x, field);
    }
}
