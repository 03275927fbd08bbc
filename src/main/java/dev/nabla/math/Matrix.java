package dev.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;

/**
 * A matrix of m rows of n real numbers, m, n &ge; 1. Positions count from 0 here, from 1 in all input and output.
 *
 * @param vectors the rows, of one length
 * @throws BadInput if there is none, or one is longer than another
 */
public record Matrix(List<Vector> vectors) {
    public Matrix {
        vectors = List.copyOf(vectors);
        if (vectors.isEmpty()) {
            throw BadInput.usage("empty", "is empty: give at least one number");
        }
        int columns = vectors.get(0).size();
        for (int i = 1; i < vectors.size(); i++) {
            int size = vectors.get(i).size();
            if (size != columns) {
                throw BadInput.usage(
                        "ragged", "is ragged: row 1 has " + columns + " numbers and row " + (i + 1) + " has " + size);
            }
        }
    }

    /** Returns a matrix of m rows, row i being f(i). */
    public static Matrix of(int m, IntFunction<Vector> f) {
        List<Vector> rows = new ArrayList<>(m);
        for (int i = 0; i < m; i++) {
            rows.add(f.apply(i));
        }
        return new Matrix(rows);
    }

    public static Matrix of(Vector... rows) {
        return new Matrix(List.of(rows));
    }

    public int rows() {
        return vectors.size();
    }

    public int columns() {
        return vectors.get(0).size();
    }

    public double get(int i, int j) {
        return vectors.get(i).get(j);
    }

    /** Returns the entry at a position, counted row by row from 0. */
    public double get(int position) {
        return get(position / columns(), position % columns());
    }

    /** Returns a copy with the entry at a position, counted row by row from 0, replaced. */
    public Matrix with(int position, double value) {
        List<Vector> rows = new ArrayList<>(vectors);
        rows.set(position / columns(), row(position / columns()).with(position % columns(), value));
        return new Matrix(rows);
    }

    public Vector row(int i) {
        return vectors.get(i);
    }

    public Vector column(int j) {
        return Vector.of(rows(), i -> get(i, j));
    }

    /** Returns the transpose. */
    public Matrix transposed() {
        return of(columns(), this::column);
    }

    /** Returns the product as {@link Matmul} computes it: m x n times n x p is m x p. */
    public Matrix times(Matrix other) {
        return new Matmul(this, other).c();
    }

    /** Returns the matrix with f applied to each entry. */
    public Matrix map(DoubleUnaryOperator f) {
        return of(rows(), i -> row(i).map(f));
    }

    /** Returns f of the entries of two matrices of the same shape, entry by entry. */
    public Matrix with(Matrix other, DoubleBinaryOperator f) {
        return of(rows(), i -> Vector.of(columns(), j -> f.applyAsDouble(get(i, j), other.get(i, j))));
    }

    /** Returns a copy cut or filled with zeros to another shape. */
    public Matrix resized(int m, int n) {
        return of(m, i -> i < rows() ? Vector.of(row(i).toArray(), n) : Vector.filled(n, 0));
    }

    /**
     * Returns this matrix, or if it is 1x1 an m x n matrix filled with its number.
     *
     * @param name name of this input, for the error message
     * @param shaped name of the matrix with the wanted shape
     * @throws BadInput {@code shape_mismatch} if it has another shape
     */
    public Matrix spread(String name, String shaped, int m, int n) {
        if (rows() == 1 && columns() == 1) {
            return of(m, i -> Vector.filled(n, get(0)));
        }
        if (rows() != m || columns() != n) {
            throw BadInput.mismatch(
                    name,
                    "is " + shape() + " and " + shaped + " is " + m + "x" + n + ": give it that shape, or one number");
        }
        return this;
    }

    /** Returns the shape, like {@code 2x3}. */
    public String shape() {
        return rows() + "x" + columns();
    }

    /** Returns the largest absolute value of an entry. */
    double largest() {
        double largest = 0;
        for (Vector row : vectors) {
            largest = Math.max(largest, row.largest());
        }
        return largest;
    }

    public boolean isFinite() {
        return Double.isFinite(largest());
    }

    /** Returns the text that {@code Numerals.matrix} parses to an equal matrix: {@code 1,2,3;4,5,6}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Vector row : vectors) {
            text.append(text.length() == 0 ? "" : ";").append(row);
        }
        return text.toString();
    }
}
