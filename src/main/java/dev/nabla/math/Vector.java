package dev.nabla.math;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A vector of n real numbers, n &ge; 1, compared by value; immutable. Positions count from 0 here, from 1 in all input
 * and output.
 */
public final class Vector {
    private final double[] values;

    private Vector(double[] values) {
        if (values.length == 0) {
            throw BadInput.usage("empty", "is empty: give at least one number");
        }
        this.values = values;
    }

    public static Vector of(double... values) {
        return new Vector(values.clone());
    }

    /** Returns the first n of {@code values}, with zeros after them if there are fewer. */
    public static Vector of(double[] values, int n) {
        return new Vector(Arrays.copyOf(values, n));
    }

    /** Returns a vector of n components, component i being f(i). */
    public static Vector of(int n, IntToDoubleFunction f) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = f.applyAsDouble(i);
        }
        return new Vector(values);
    }

    /** Returns a vector of n equal components. */
    public static Vector filled(int n, double value) {
        return of(n, i -> value);
    }

    public int size() {
        return values.length;
    }

    public double get(int i) {
        return values[i];
    }

    /** Returns a copy with component i replaced. */
    public Vector with(int i, double value) {
        double[] copy = values.clone();
        copy[i] = value;
        return new Vector(copy);
    }

    /** Returns the first n components, the last one repeated if there are fewer. */
    public Vector resized(int n) {
        return of(n, i -> values[Math.min(i, values.length - 1)]);
    }

    /** Returns component i, or the only component, which then counts for every i. */
    public double getOrOnly(int i) {
        return values[values.length == 1 ? 0 : i];
    }

    /**
     * Returns this vector, or n copies of its component if it has only one.
     *
     * @param name name of this input, for the error message
     * @param sized name of the vector with the wanted size
     * @throws BadInput {@code shape_mismatch} if it has another size
     */
    public Vector spread(String name, String sized, int n) {
        if (values.length != 1 && values.length != n) {
            throw BadInput.mismatch(
                    name,
                    "has " + values.length + " components and " + sized + " has " + n
                            + ": give as many, or one number for all");
        }
        return values.length == n ? this : filled(n, values[0]);
    }

    /** Returns the vector with f applied to each component. */
    public Vector map(DoubleUnaryOperator f) {
        return of(values.length, i -> f.applyAsDouble(values[i]));
    }

    public double max() {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    public double min() {
        double min = values[0];
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    /** Returns a copy of the components. */
    public double[] toArray() {
        return values.clone();
    }

    public DoubleStream stream() {
        return Arrays.stream(values);
    }

    /** Returns the position, from 0, of the first largest component. */
    public int argmax() {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Returns the largest absolute value of a component. */
    public double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Returns the power of two of the largest absolute value: 3 for 8 to below 16. It is -1023 for a zero vector. */
    int exponent() {
        return Math.getExponent(largest());
    }

    /** Returns the vector times 2^power. */
    Vector scaled(int power) {
        return map(x -> Math.scalb(x, power));
    }

    /** Returns whether all components are finite. */
    public boolean isFinite() {
        return Double.isFinite(largest());
    }

    /** Returns the compensated sum of all components: (1e16, 1, -1e16) gives 1. */
    public double sum() {
        return CompensatedSum.of(values.length, i -> values[i]);
    }

    /** Returns the compensated mean of all components, which must sum to a finite number. */
    public double mean() {
        return sum() / values.length;
    }

    /**
     * Returns the Euclidean length |v| = sqrt(sum v[i]^2), scaled by the largest |v[i]| so that 1e200 does not overflow
     * and 1e-200 does not vanish.
     */
    public double norm() {
        double scale = largest();
        if (scale == 0 || !Double.isFinite(scale)) {
            return scale;
        }
        return scale * Math.sqrt(CompensatedSum.of(values.length, i -> values[i] / scale * (values[i] / scale)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Returns the text that {@code Numerals.vector} parses to an equal vector: {@code 2.1,0.5,-1,-0.5}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.length() == 0 ? "" : ",").append(Decimal.shortest(value));
        }
        return text.toString();
    }
}
