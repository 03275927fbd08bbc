package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;

/**
 * Numbers in columns without borders, each flush right.
 *
 * @param pitch cells from column to column
 * @param places decimals
 * @param field cells of a number
 */
public record NumberColumns(Canvas canvas, int pitch, int places, int field, Tone tone) {
    private static final int MOST = 4;

    /** Draws the first rows, the numbers of the first column ending just left of {@code end}. */
    public void draw(Matrix numbers, int end, int y) {
        for (int i = 0; i < Math.min(MOST, numbers.rows()); i++) {
            for (int j = 0; j < numbers.columns(); j++) {
                canvas.right(end + j * pitch, y + i, Decimal.drawn(numbers.get(i, j), places, field), tone);
            }
        }
    }

    /** Draws numbers below each other. */
    public void down(Vector numbers, int end, int y) {
        draw(Matrix.of(numbers).transposed(), end, y);
    }
}
