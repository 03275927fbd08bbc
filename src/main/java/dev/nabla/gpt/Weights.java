package dev.nabla.gpt;

import dev.nabla.math.Matrix;
import dev.nabla.math.Noise;
import dev.nabla.math.Vector;
import java.util.Arrays;

/** A number for each parameter of a shape, compared by value; immutable. Slopes and moments have the same form. */
public final class Weights {
    /** How far the first weights spread. */
    private static final double SPREAD = 0.08;

    private final Shape shape;
    private final double[] values;

    private Weights(Shape shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** Copies the values. */
    public static Weights of(Shape shape, double[] values) {
        if (values.length != shape.parameters()) {
            throw new IllegalArgumentException(values.length + " values for " + shape.parameters());
        }
        return new Weights(shape, values.clone());
    }

    /** The weights before any step: weight i is 0.08 normal(seed, i). */
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

    /** Number i, counted through all matrices. */
    public double get(int i) {
        return values[i];
    }

    /** All of them, the caller's own. */
    public double[] toArray() {
        return values.clone();
    }

    /** All of them, for those who only read. */
    double[] values() {
        return values;
    }

    /** One matrix; the layer, from 0, counts for those of which each layer has one. */
    public Matrix matrix(Shape.Tensor tensor, int layer) {
        Shape.Slice slice = shape.slice(tensor, layer);
        int n = slice.columns();
        return Matrix.of(
                slice.rows(),
                i -> Vector.of(Arrays.copyOfRange(values, slice.from() + i * n, slice.from() + (i + 1) * n)));
    }

    /** A copy with number i replaced. */
    public Weights with(int i, double value) {
        double[] others = values.clone();
        others[i] = value;
        return new Weights(shape, others);
    }

    /** The length of all as one vector: sqrt of the sum of squares, added in their order. */
    public double norm() {
        return norm(0, values.length);
    }

    /** The length of one matrix as a vector. */
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

    /** False once training has gone astray: some number is infinite or NaN. */
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
