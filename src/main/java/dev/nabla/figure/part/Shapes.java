package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;

/** Texts about the shape of a matrix, rows times columns: {@code 2×3}. */
public final class Shapes {
    private Shapes() {}

    public static String of(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }

    /** Draws the name of a matrix in its tone, and its shape two cells after the start of the name. */
    public static void named(Canvas canvas, int x, int y, String name, Tone tone, Matrix matrix) {
        canvas.put(x, y, name, tone, Weight.BOLD);
        canvas.put(x + 2, y, of(matrix), Tone.DIM);
    }

    /**
     * Returns the matrix.
     *
     * @throws BadInput if an entry is not finite
     */
    public static Matrix finite(Matrix matrix) {
        if (!matrix.isFinite()) {
            throw BadInput.maths("not_finite", matrix + ": every entry must be finite");
        }
        return matrix;
    }

    /** Returns an error message with shapes that are typed {@code 2x3} written as {@code 2×3}. */
    public static String withTimesSigns(String complaint) {
        return complaint.replaceAll("(?<=\\d)x(?=\\d)", "×");
    }
}
