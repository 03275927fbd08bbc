package dev.nabla.math;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Sampling of the next token: softmax, then the unlikely tokens are cut off, the rest is scaled to sum 1 and drawn
 * from.
 *
 * <p>First {@code top_k} keeps the k most likely tokens (Fan, Lewis, Dauphin 2018). Of these, rescaled to sum 1,
 * {@code top_p} keeps the smallest set of most likely tokens with a mass of at least p (Holtzman et al. 2020: nucleus
 * sampling). At least one token is kept, and of equals the earlier position first. For z = (2.1, 0.5, -1, -0.5) and
 * top_k = 2: p = (0.832018, 0.167982, 0, 0).
 *
 * @param logits z, n raw scores
 * @param tau temperature, above 0 and finite
 * @param count number of draws, 0 to a million
 * @param seed of the draws
 * @param topK how many tokens to keep; 0, or more than there are, keeps all
 * @param topP mass to keep, 0 to 1; 1 keeps all
 * @throws BadInput if a number is out of its range, or as {@link Softmax}
 * @see <a href="https://arxiv.org/abs/1904.09751">Holtzman et al.: The Curious Case of Neural Text Degeneration</a>
 */
public record Sample(Vector logits, double tau, int count, long seed, int topK, double topP) {
    public static final int MOST = 1_000_000;

    public Sample {
        new Softmax(logits, tau);
        BadInput.requireWhole(0, MOST, "count", count, "a whole number");
        if (topK < 0) {
            throw BadInput.usage("out_of_range", topK + ": type a whole number; 0 keeps every token")
                    .forInput("top_k");
        }
        boolean share = topP >= 0 && topP <= 1;
        BadInput.requireRange(share, "top_p", topP, "must be from 0 to 1; 1 keeps every token");
    }

    public Sample withLogits(Vector other) {
        return new Sample(other, tau, count, seed, topK, topP);
    }

    public Sample withTau(double other) {
        return new Sample(logits, other, count, seed, topK, topP);
    }

    public Sample withCount(long other) {
        return new Sample(logits, tau, (int) other, seed, topK, topP);
    }

    public Sample withSeed(long other) {
        return new Sample(logits, tau, count, other, topK, topP);
    }

    public Sample withTopK(long other) {
        return new Sample(logits, tau, count, seed, (int) other, topP);
    }

    public Sample withTopP(double other) {
        return new Sample(logits, tau, count, seed, topK, other);
    }

    /** Returns the softmax of all tokens. */
    public Softmax softmax() {
        return new Softmax(logits, tau);
    }

    /** Returns the positions, from 0, of the tokens that top_k keeps, the most likely first. */
    public List<Integer> keptByK() {
        return IntStream.range(0, logits.size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> 0 - logits.get(j)))
                .limit(topK == 0 ? logits.size() : topK)
                .toList();
    }

    /** Returns the positions, from 0, of the tokens that top_k and top_p keep, the most likely first. */
    public List<Integer> kept() {
        List<Integer> byK = keptByK();
        if (topP == 1) {
            return byK;
        }
        Vector p = only(byK);
        CompensatedSum mass = new CompensatedSum();
        int kept = 0;
        do {
            mass.add(p.get(byK.get(kept)));
            kept++;
        } while (kept < byK.size() && mass.value() < topP);
        return byK.subList(0, kept);
    }

    /**
     * Returns the share of the unfiltered distribution that {@link #kept} holds, above 0 to 1. For top_k = 2 of the
     * example it is 0.909687.
     */
    public double keptMass() {
        Vector all = softmax().p();
        List<Integer> kept = kept();
        return CompensatedSum.of(kept.size(), i -> all.get(kept.get(i)));
    }

    /** Returns the distribution that is drawn from, n numbers that sum to 1; 0 for tokens cut off. */
    public Vector p() {
        return only(kept());
    }

    /** Returns the softmax over some of the tokens; the others are masked. */
    private Vector only(List<Integer> positions) {
        Set<Integer> kept = Set.copyOf(positions);
        Vector masked = Vector.of(logits.size(), j -> kept.contains(j) ? logits.get(j) : Double.NEGATIVE_INFINITY);
        return new Softmax(masked, tau).p();
    }

    public TokenSamples draws() {
        return new TokenSamples(p(), count, seed);
    }
}
