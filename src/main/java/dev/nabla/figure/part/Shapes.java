package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;

/** Rows times columns, as they are drawn: {@code 2×3}. */
public final class Shapes {
    private Shapes() {}

    public static String of(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }

    /** A name in its tone, and behind it the shape of what it names. */
    public static void named(Canvas canvas, int x, int y, String name, Tone tone, Matrix matrix) {
        canvas.put(x, y, name, tone, Weight.BOLD);
        canvas.put(x + 2, y, of(matrix), Tone.DIM);
    }

    /** A matrix itself; throws BadInput if an entry of it is not finite. */
    public static Matrix finite(Matrix matrix) {
        if (!matrix.isFinite()) {
            throw BadInput.maths("not_finite", matrix + ": every entry must be finite");
        }
        return matrix;
    }

    /** A complaint with the shapes in it, which are typed {@code 2x3}, as they are drawn. */
    public static String withTimesSigns(String complaint) {
        return complaint.replaceAll("(?<=\\d)x(?=\\d)", "×");
    }
}
