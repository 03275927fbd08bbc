package dev.nabla.math;

import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** m rows of n real numbers, m, n &ge; 1, compared by value; immutable. Positions count from 0 here, from 1 on every surface. */
public final class Matrix {
    private final int columns;
    private final double[] values;

    private Matrix(int columns, double[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** Rows of one length. */
    public static Matrix of(List<Vector> rows) {
        if (rows.isEmpty()) {
            throw BadInput.usage("empty", "is empty: give at least one number");
        }
        int columns = rows.get(0).size();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).size() != columns) {
                throw BadInput.usage(
                        "ragged",
                        "is ragged: row 1 has " + columns + " numbers and row " + (i + 1) + " has "
                                + rows.get(i).size());
            }
        }
        double[] values = new double[rows.size() * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i / columns).get(i % columns);
        }
        return new Matrix(columns, values);
    }

    /** m x n zeros. */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(columns, new double[rows * columns]);
    }

    /** The numbers row by row; the array is taken over, not copied. */
    static Matrix owning(int columns, double[] values) {
        return new Matrix(columns, values);
    }

    public int rows() {
        return values.length / columns;
    }

    public int columns() {
        return columns;
    }

    public double get(int i, int j) {
        return values[i * columns + j];
    }

    /** The entry at a position counted row by row. */
    public double get(int position) {
        return values[position];
    }

    /** A copy with the entry at a position, counted row by row, replaced. */
    public Matrix with(int position, double value) {
        double[] copy = values.clone();
        copy[position] = value;
        return new Matrix(columns, copy);
    }

    public Vector row(int i) {
        return Vector.of(Arrays.copyOfRange(values, i * columns, (i + 1) * columns));
    }

    public Vector column(int j) {
        return Vector.of(rows(), i -> get(i, j));
    }

    public List<Vector> toRows() {
        List<Vector> rows = new ArrayList<>();
        for (int i = 0; i < rows(); i++) {
            rows.add(row(i));
        }
        return List.copyOf(rows);
    }

    /** m arrays of n numbers, the caller's own. */
    double[][] copyOfRows() {
        double[][] rows = new double[rows()][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns));
        return rows;
    }

    /** Rows become columns. */
    public Matrix transposed() {
        double[] turned = new double[values.length];
        Arrays.setAll(turned, i -> get(i % rows(), i / rows()));
        return new Matrix(rows(), turned);
    }

    /** The product of both, as {@link Matmul}: m x n times n x p is m x p. */
    public Matrix times(Matrix other) {
        return new Matmul(this, other).c();
    }

    /** The entrywise combination of two matrices of one shape. */
    public Matrix with(Matrix other, DoubleBinaryOperator f) {
        double[] combined = new double[values.length];
        Arrays.setAll(combined, i -> f.applyAsDouble(values[i], other.values[i]));
        return new Matrix(columns, combined);
    }

    /** Cut or filled with zeros to another shape. */
    public Matrix resized(int rows, int otherColumns) {
        double[] copy = new double[rows * otherColumns];
        for (int i = 0; i < Math.min(rows, rows()); i++) {
            for (int j = 0; j < Math.min(columns, otherColumns); j++) {
                copy[i * otherColumns + j] = get(i, j);
            }
        }
        return new Matrix(otherColumns, copy);
    }

    /** {@code 2x3}. */
    public String shape() {
        return rows() + "x" + columns;
    }

    /** The largest size of an entry, 0 or more. */
    double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    public boolean isFinite() {
        return Double.isFinite(largest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix && columns == matrix.columns && Arrays.equals(values, matrix.values);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(values);
    }

    /** The form that {@link Numerals#matrix} reads back to an equal matrix: {@code 1,2,3;4,5,6}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Vector row : toRows()) {
            text.append(text.length() == 0 ? "" : ";").append(row);
        }
        return text.toString();
    }
}
