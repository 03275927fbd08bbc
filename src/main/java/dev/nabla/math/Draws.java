package dev.nabla.math;

/**
 * Samples from a distribution, repeatable: draw number i is a pure function of the seed and i.
 *
 * <p>A uniform number comes from the SplitMix64 sequence (Steele, Lea, Flood 2014); the token is the first whose
 * cumulative probability exceeds it.
 *
 * @param p n probabilities that sum to 1
 * @param count how many draws, &ge; 0
 * @param seed any number; equal seeds give equal draws, and more draws only add to fewer
 */
public record Draws(Vector p, int count, long seed) {

    /** How often each token was drawn: n whole numbers that sum to {@link #count}. */
    public int[] counts() {
        int[] counts = new int[p.size()];
        for (int i = 0; i < count; i++) {
            counts[token(i)]++;
        }
        return counts;
    }

    /** The token of draw i, counted from 0. */
    public int token(int i) {
        double u = Noise.uniform(seed, i);
        double cumulative = 0;
        int last = 0;
        for (int j = 0; j < p.size(); j++) {
            if (p.get(j) > 0) {
                last = j;
                cumulative += p.get(j);
                if (u < cumulative) {
                    return j;
                }
            }
        }
        return last;
    }
}
