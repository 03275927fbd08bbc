package dev.nabla.figure.part;

import dev.nabla.math.Matrix;

/** Rows times columns, as they are drawn: {@code 2×3}. */
public final class Shapes {
    private Shapes() {}

    public static String of(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }

    /** A complaint with the shapes in it, which are typed {@code 2x3}, as they are drawn. */
    public static String in(String complaint) {
        return complaint.replaceAll("(?<=\\d)x(?=\\d)", "×");
    }
}
