package dev.nabla.figure.matmul;

import dev.nabla.figure.Subscript;
import java.util.List;

/**
 * What the matrices of FIG.03 are called.
 *
 * @param a the left factor
 * @param b the right factor
 * @param c the product
 * @param column whether b and c are columns, whose entries need one subscript
 */
record MatmulNames(String a, String b, String c, boolean column) {
    static final MatmulNames PRODUCT = new MatmulNames("A", "B", "C", false);
    static final MatmulNames LAYER = new MatmulNames("W", "x", "y", true);

    String a(int i, int k) {
        return cell(a, i, k);
    }

    String b(int k, int j) {
        return column ? b + Subscript.of(k) : cell(b, k, j);
    }

    String c(int i, int j) {
        return column ? c + Subscript.of(i) : cell(c, i, j);
    }

    private static String cell(String matrix, int i, int j) {
        return Subscript.of(matrix, List.of(i + 1, j + 1));
    }
}
