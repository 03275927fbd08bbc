package dev.nabla.math;

/**
 * Random numbers as a pure function: number i of a seed is always the same, on every JDK (SplitMix64 of Steele, Lea,
 * Flood 2014).
 */
public final class Noise {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Noise() {}

    /** Returns the i-th uniform number of the seed, 0 &le; u &lt; 1, a multiple of 2^-53. */
    public static double uniform(long seed, long i) {
        long z = seed + (i + 1) * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 11) * 0x1.0p-53;
    }

    /** Returns the i-th standard normal number of the seed (Box and Muller 1958): mean 0, variance 1. */
    public static double normal(long seed, long i) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(seed, 2 * i)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(seed, 2 * i + 1));
    }
}
