package dev.nabla.gpt;

import dev.nabla.math.Matrix;
import dev.nabla.math.Noise;
import dev.nabla.math.Vector;
import java.util.Arrays;

/**
 * One number for each parameter of a shape, compared by value; immutable. Gradients and Adam's moments have the same
 * form.
 */
public final class Weights {
    /** Standard deviation of the initial weights. */
    private static final double SPREAD = 0.08;

    private final Shape shape;
    private final double[] values;

    private Weights(Shape shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * Creates weights from a copy of the values.
     *
     * @throws IllegalArgumentException if the number of values is not that of the shape
     */
    public static Weights of(Shape shape, double[] values) {
        if (values.length != shape.parameters()) {
            throw new IllegalArgumentException(values.length + " values for " + shape.parameters());
        }
        return new Weights(shape, values.clone());
    }

    /** Returns the initial weights: weight i is 0.08 normal(seed, i). */
    public static Weights random(Shape shape, long seed) {
        double[] values = new double[shape.parameters()];
        for (int i = 0; i < values.length; i++) {
            values[i] = SPREAD * Noise.normal(seed, i);
        }
        return new Weights(shape, values);
    }

    static Weights zero(Shape shape) {
        return new Weights(shape, new double[shape.parameters()]);
    }

    public Shape shape() {
        return shape;
    }

    /** Returns number i, counted from 0 through all matrices. */
    public double get(int i) {
        return values[i];
    }

    /** Returns a copy of all numbers. */
    public double[] toArray() {
        return values.clone();
    }

    /** Returns the internal array; do not modify it. */
    double[] values() {
        return values;
    }

    /**
     * Returns one matrix.
     *
     * @param layer from 0; ignored for a matrix outside the layers
     */
    public Matrix matrix(Shape.Tensor tensor, int layer) {
        Shape.Slice slice = shape.slice(tensor, layer);
        int n = slice.columns();
        return Matrix.of(
                slice.rows(),
                i -> Vector.of(Arrays.copyOfRange(values, slice.from() + i * n, slice.from() + (i + 1) * n)));
    }

    /** Returns a copy with number i replaced. */
    public Weights with(int i, double value) {
        double[] others = values.clone();
        others[i] = value;
        return new Weights(shape, others);
    }

    /**
     * Returns a copy in which a head is off: all that attn_wo multiplies its output by is 0.
     *
     * @param head the head, counted from 0 through all layers
     */
    public Weights withoutHead(int head) {
        Shape.Slice out = shape.slice(Shape.Tensor.ATTN_WO, head / shape.nHead());
        double[] others = values.clone();
        for (int row = 0; row < out.rows(); row++) {
            int from = out.from() + row * out.columns() + head % shape.nHead() * shape.headSize();
            Arrays.fill(others, from, from + shape.headSize(), 0);
        }
        return new Weights(shape, others);
    }

    /** Returns the Euclidean length of all numbers as one vector; the squares are added in storage order. */
    public double norm() {
        return norm(0, values.length);
    }

    /** Returns the Euclidean length of one matrix as a vector. */
    public double norm(Shape.Tensor tensor, int layer) {
        Shape.Slice slice = shape.slice(tensor, layer);
        return norm(slice.from(), slice.from() + slice.count());
    }

    private double norm(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    /** Returns false if any number is infinite or NaN. */
    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights && shape.equals(weights.shape) && Arrays.equals(values, weights.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
