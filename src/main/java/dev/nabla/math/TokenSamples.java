package dev.nabla.math;

import java.util.Arrays;

/**
 * Repeatable samples from a distribution: draw number i is a pure function of the seed and i.
 *
 * <p>A uniform number comes from the SplitMix64 sequence (Steele, Lea, Flood 2014); the token is the first whose
 * cumulative probability exceeds it.
 *
 * @param p n probabilities that sum to 1
 * @param count number of draws, &ge; 0
 * @param seed any number; equal seeds give equal draws, and a larger count only appends draws
 */
public record TokenSamples(Vector p, int count, long seed) {

    /** Returns how often each token was drawn: n whole numbers that sum to {@link #count}. */
    public int[] counts() {
        int[] counts = new int[p.size()];
        for (int token : tokens()) {
            counts[token]++;
        }
        return counts;
    }

    /** Returns the token of every draw, counted from 0. */
    public int[] tokens() {
        double[] cumulative = new double[p.size()];
        double sum = 0;
        for (int j = 0; j < cumulative.length; j++) {
            sum += p.get(j);
            cumulative[j] = sum;
        }
        int[] tokens = new int[count];
        for (int i = 0; i < count; i++) {
            tokens[i] = token(Noise.uniform(seed, i), cumulative);
        }
        return tokens;
    }

    /**
     * Returns the first token whose cumulative probability exceeds u, by binary search; if rounding leaves none, the
     * last token with a probability above 0.
     */
    private static int token(double u, double[] cumulative) {
        double wanted = Math.min(u, Math.nextDown(cumulative[cumulative.length - 1]));
        int found = Arrays.binarySearch(cumulative, wanted);
        int token = found < 0 ? -found - 1 : found;
        while (cumulative[token] <= wanted) {
            token++;
        }
        return token;
    }
}
