package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.count;

import dev.nabla.figure.PositionCodec.MatrixIndex;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.Shapes;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/**
 * Two factors, a bias and the selected cell of FIG.03. The shapes may disagree; the figure then shows the error.
 *
 * @param a the left factor
 * @param b the right factor
 * @param bias added to each row of C; if B has a single column, it has one number per row instead
 * @param upstream gradient of a loss with respect to C, or one number for all entries
 * @param row selected row of C, from 0
 * @param column selected column of C, from 0
 * @param terms number of products filled in so far, cell by cell; 0 if all cells are complete
 * @param drawn whether the plane is shown instead of the tables, where A has one
 */
public record MatmulModel(
        Matrix a, Matrix b, Vector bias, Matrix upstream, int row, int column, long terms, boolean drawn) {
    public MatmulModel {
        row = Math.max(0, Math.min(a.rows() - 1, row));
        column = Math.max(0, Math.min(b.columns() - 1, column));
        terms = a.columns() == b.rows() ? Math.min(terms, (long) a.rows() * a.columns() * b.columns()) : 0;
    }

    /** Returns the product; empty if the shapes do not fit. */
    public Optional<Matmul> product() {
        return innerFits() && Matmul.biasFits(a, b, bias) ? Optional.of(new Matmul(a, b, bias)) : Optional.empty();
    }

    /** Returns whether the product is a linear layer y = W·x + b: B has one column and the bias is not zero. */
    public boolean isLayer() {
        return b.columns() == 1 && hasBias();
    }

    /** Returns whether A takes the points of the plane to points of the plane: it is 2x2, and no bias is added. */
    boolean hasPlane() {
        return a.rows() == 2 && a.columns() == 2 && innerFits() && !hasBias();
    }

    boolean showsPlane() {
        return drawn && hasPlane();
    }

    MatmulModel withDrawn(boolean other) {
        return new MatmulModel(a, b, bias, upstream, row, column, terms, other);
    }

    boolean hasBias() {
        return bias.size() > 1 || bias.get(0) != 0;
    }

    /** Returns the index of the bias that is added to C[i,j]; all indices count from 0. */
    int biasPart(int i, int j) {
        return bias.size() == 1 ? 0 : b.columns() == 1 ? i : j;
    }

    /**
     * Returns a copy that is a linear layer y = W·x + b, where x is the selected column of B. A bias that does not have
     * one number per row is replaced by 1, 2, 3, ...
     */
    MatmulModel asLayer() {
        Vector kept = hasBias() && bias.size() == a.rows() ? bias : Vector.of(a.rows(), i -> i + 1);
        Matrix x = Matrix.of(b.column(column)).transposed();
        return new MatmulModel(a, x, kept, upstream, row, 0, 0, drawn);
    }

    /** Returns the names A, B and C, or W, x and y for a linear layer. */
    MatrixNames names() {
        return isLayer() ? new MatrixNames("W", "x", "y", true) : new MatrixNames("A", "B", "C", false);
    }

    /**
     * Names of the matrices and of their entries.
     *
     * @param a the left factor
     * @param b the right factor
     * @param c the product
     * @param column whether b and c are columns, whose entries need only one subscript
     */
    record MatrixNames(String a, String b, String c, boolean column) {
        String a(int i, int k) {
            return Subscript.of(a, List.of(i + 1, k + 1));
        }

        String b(int k, int j) {
            return Subscript.of(b, column ? List.of(k + 1) : List.of(k + 1, j + 1));
        }

        String c(int i, int j) {
            return Subscript.of(c, column ? List.of(i + 1) : List.of(i + 1, j + 1));
        }
    }

    boolean innerFits() {
        return a.columns() == b.rows();
    }

    /** Returns the shape rule that a product must satisfy. */
    String rule() {
        return innerFits()
                ? "a bias has a number for each " + biasSide() + " of " + names().c + ", or one for all"
                : "a row of " + names().a + " must be as long as a column of " + names().b;
    }

    /** Returns the two sizes that disagree: the inner sizes, or the sizes of C and the bias if the inner ones agree. */
    String mismatch() {
        String left = names().a + " has " + count(a.columns(), "column");
        String places = names().c + " has " + count(Matmul.biasSize(a, b), biasSide());
        return innerFits()
                ? places + ", it has " + count(bias.size(), "number")
                : left + " and " + names().b + " has " + count(b.rows(), "row");
    }

    private String biasSide() {
        return b.columns() == 1 ? "row" : "column";
    }

    MatmulModel resizedA(long rows, long columns) {
        return withA(a.resized((int) rows, (int) columns));
    }

    MatmulModel resizedB(long rows, long columns) {
        return withB(b.resized((int) rows, (int) columns));
    }

    MatmulModel withA(Matrix other) {
        return new MatmulModel(Shapes.finite(other), b, biasFor(other, b), upstream, row, column, terms, drawn);
    }

    MatmulModel withB(Matrix other) {
        return new MatmulModel(a, Shapes.finite(other), biasFor(a, other), upstream, row, column, terms, drawn);
    }

    /** Returns the bias for other matrices. A bias that fitted the current ones is cut or padded with zeros to fit. */
    private Vector biasFor(Matrix left, Matrix right) {
        boolean stays = !Matmul.biasFits(a, b, bias) || Matmul.biasFits(left, right, bias);
        return stays ? bias : Vector.of(bias.toArray(), Matmul.biasSize(left, right));
    }

    MatmulModel withBias(Vector other) {
        return new MatmulModel(a, b, other, upstream, row, column, terms, drawn);
    }

    MatmulModel withUpstream(Matrix other) {
        return new MatmulModel(a, b, bias, Shapes.finite(other), row, column, terms, drawn);
    }

    /** Returns the position of the selected cell, counted from 1. */
    MatrixIndex cell() {
        return new MatrixIndex(row + 1, column + 1);
    }

    MatmulModel at(MatrixIndex cell) {
        return cell.equals(cell())
                ? this
                : new MatmulModel(a, b, bias, upstream, cell.row() - 1, cell.column() - 1, 0, drawn);
    }

    /** Returns a copy with {@code count} products filled in. The cell that is being filled becomes the selected one. */
    MatmulModel withTerms(long count) {
        if (count == terms) {
            return this;
        }
        long cell = Math.max(0, count - 1) / a.columns();
        return new MatmulModel(
                a, b, bias, upstream, (int) (cell / b.columns()), (int) (cell % b.columns()), count, drawn);
    }

    /** Returns how many products of C[i,j] are filled in: all of them if {@link #terms} is 0. */
    int done(int i, int j) {
        long begins = ((long) i * b.columns() + j) * a.columns();
        return terms == 0 ? a.columns() : (int) Math.max(0, Math.min(a.columns(), terms - begins));
    }

    /** Returns whether filling in has reached the last product; also true if the shapes do not fit. */
    boolean isWhole() {
        return terms >= product().map(Matmul::multiplications).orElse(0L);
    }

    /** Returns whether all products of C[i,j] are filled in. */
    boolean isFilled(int i, int j) {
        return done(i, j) == a.columns();
    }
}
