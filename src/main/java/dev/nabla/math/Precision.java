package dev.nabla.math;

/**
 * The width of floating-point numbers: float64 is Java's double, float32 is usual in training on a GPU (largest number
 * 3.4e38).
 */
public enum Precision {
    FLOAT64,
    FLOAT32;

    /**
     * Returns x rounded to this width, ties to even. Rounding after each of + - * / and sqrt gives exactly the
     * arithmetic of this width: 53 bits are more than twice 24 plus one.
     */
    public double round(double x) {
        return this == FLOAT64 ? x : (float) x;
    }

    /** Returns the distance from 1 to the next larger number. */
    double unit() {
        return this == FLOAT64 ? Math.ulp(1.0) : Math.ulp(1f);
    }
}
