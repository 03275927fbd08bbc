package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.count;

import dev.nabla.figure.Codec.PositionCodec.MatrixIndex;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.Shapes;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/**
 * Two factors, a bias and the cell that is looked at in FIG.03; the shapes may not fit, which is then drawn.
 *
 * @param a the left factor
 * @param b the right factor
 * @param bias added to each row of C, or where B is one column, one number to each row
 * @param upstream how a loss changes with C, or one number for all of it
 * @param row of C that is looked at, from 0
 * @param column of C that is looked at, from 0
 * @param terms how many products have been filled in, cell by cell; 0 while nothing is being filled in
 */
public record MatmulModel(Matrix a, Matrix b, Vector bias, Matrix upstream, int row, int column, long terms) {
    public MatmulModel {
        row = Math.max(0, Math.min(a.rows() - 1, row));
        column = Math.max(0, Math.min(b.columns() - 1, column));
        terms = a.columns() == b.rows() ? Math.min(terms, (long) a.rows() * a.columns() * b.columns()) : 0;
    }

    /** The product, if the shapes fit. */
    public Optional<Matmul> product() {
        return innerFits() && Matmul.biasFits(a, b, bias) ? Optional.of(new Matmul(a, b, bias)) : Optional.empty();
    }

    /** True if it is read as y = W·x + b: one column is multiplied and something is added. */
    public boolean isLayer() {
        return b.columns() == 1 && hasBias();
    }

    boolean hasBias() {
        return bias.size() > 1 || bias.get(0) != 0;
    }

    /** Which number of the bias is added in C[i,j], from 0. */
    int biasPart(int i, int j) {
        return bias.size() == 1 ? 0 : b.columns() == 1 ? i : j;
    }

    /** The column that is looked at as x, with a bias of one number a row: y = W·x + b. */
    MatmulModel asLayer() {
        Vector kept = hasBias() && bias.size() == a.rows() ? bias : Vector.of(a.rows(), i -> i + 1);
        Matrix x = Matrix.of(b.column(column)).transposed();
        return new MatmulModel(a, x, kept, upstream, row, 0, 0);
    }

    /** A, B and C, or W, x and y. */
    MatrixNames names() {
        return isLayer() ? new MatrixNames("W", "x", "y", true) : new MatrixNames("A", "B", "C", false);
    }

    /**
     * What the matrices and their entries are called.
     *
     * @param a the left factor
     * @param b the right factor
     * @param c the product
     * @param column true if b and c are columns, whose entries need one subscript
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

    /** The rule that must hold before there is a product. */
    String rule() {
        return innerFits()
                ? "a bias has a number for each " + biasSide() + " of " + names().c + ", or one for all"
                : "a row of " + names().a + " must be as long as a column of " + names().b;
    }

    /** The two sizes that keep C from being there: the inner ones, or those of C and the bias. */
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
        return new MatmulModel(Shapes.finite(other), b, biasFor(other, b), upstream, row, column, terms);
    }

    MatmulModel withB(Matrix other) {
        return new MatmulModel(a, Shapes.finite(other), biasFor(a, other), upstream, row, column, terms);
    }

    /** The bias that goes with other matrices: one that fitted these is cut or filled with zeros until it fits those. */
    private Vector biasFor(Matrix left, Matrix right) {
        boolean stays = !Matmul.biasFits(a, b, bias) || Matmul.biasFits(left, right, bias);
        return stays ? bias : Vector.of(bias.toArray(), Matmul.biasSize(left, right));
    }

    MatmulModel withBias(Vector other) {
        return new MatmulModel(a, b, other, upstream, row, column, terms);
    }

    MatmulModel withUpstream(Matrix other) {
        return new MatmulModel(a, b, bias, Shapes.finite(other), row, column, terms);
    }

    /** The cell that is looked at, counted from 1. */
    MatrixIndex cell() {
        return new MatrixIndex(row + 1, column + 1);
    }

    MatmulModel at(MatrixIndex cell) {
        return cell.equals(cell()) ? this : new MatmulModel(a, b, bias, upstream, cell.row() - 1, cell.column() - 1, 0);
    }

    /** So many products filled in; the cell that is being filled is looked at. */
    MatmulModel withTerms(long count) {
        if (count == terms) {
            return this;
        }
        long cell = Math.max(0, count - 1) / a.columns();
        return new MatmulModel(a, b, bias, upstream, (int) (cell / b.columns()), (int) (cell % b.columns()), count);
    }

    /** How many products of C[i,j] have been filled in: all of them while nothing is being filled in. */
    int done(int i, int j) {
        long begins = ((long) i * b.columns() + j) * a.columns();
        return terms == 0 ? a.columns() : (int) Math.max(0, Math.min(a.columns(), terms - begins));
    }

    /** True when nothing is left to be filled in. */
    boolean isWhole() {
        return terms >= product().map(Matmul::multiplications).orElse(0L);
    }

    /** True if C[i,j] has all its products. */
    boolean isFilled(int i, int j) {
        return done(i, j) == a.columns();
    }
}
