package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import dev.nabla.math.Noise;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names sampled from a model letter by letter, by softmax of the scores over tau. A name ends with the end token or
 * when the block is full.
 *
 * <p>The random number of name j at position t is {@code uniform(seed, 2^41 + j T + t)}. It does not depend on the
 * model, so names before and after more training can be compared.
 *
 * @param corpus gives the tokens their characters
 * @param cut part of the model that was left out in training
 * @param tau temperature, above 0 and finite
 * @param seed of the random numbers
 * @param topK how many of the most likely tokens can be drawn; 0 for all
 * @param begin letters that every name begins with
 * @throws BadInput if tau or topK is out of range, or {@code begin} has an unknown character
 */
public record NameSampler(
        Corpus corpus, Weights weights, Recipe.Ablation cut, double tau, long seed, int topK, String begin) {
    /** The temperature of microgpt.py. */
    public static final double USUAL_TAU = 0.5;

    /** First index of a seed's noise that is used for sampling. */
    private static final long DICE = 1L << 41;

    /** Names per batch; a batch shares the buffers of one sampling pass. */
    private static final int AT_ONCE = 10;

    public NameSampler {
        boolean fine = tau > 0 && Double.isFinite(tau);
        BadInput.require(fine, "not_positive", "tau", tau, "must be above 0 and finite, like 0.5");
        BadInput.requireWhole(0, Integer.MAX_VALUE, "top_k", topK, "how many tokens to keep, 0 for all,");
        letters(corpus, begin);
    }

    /** Creates a sampler with microgpt.py's temperature 0.5, the recipe's seed, all tokens and no given letters. */
    public static NameSampler of(Recipe recipe, Weights weights) {
        return new NameSampler(recipe.corpus(), weights, recipe.cut(), USUAL_TAU, recipe.seed(), 0, "");
    }

    /** Returns a copy that goes on from some letters, with the same dice. */
    public NameSampler beginning(String letters) {
        return new NameSampler(corpus, weights, cut, tau, seed, topK, letters);
    }

    private static int[] letters(Corpus corpus, String begin) {
        try {
            return corpus.letters(begin);
        } catch (BadInput unknown) {
            throw unknown.forInput("begin");
        }
    }

    /**
     * A random number and the token it selected.
     *
     * @param dart the random number u, 0 &le; u &lt; 1
     * @param shares probabilities of the tokens, in token order
     * @param token the token drawn
     */
    public record Throw(double dart, Vector shares, int token) {
        /** Returns the probability of the drawn token. */
        public double p() {
            return shares.get(token);
        }
    }

    /**
     * A sampled name and its draws.
     *
     * @param text letters of the name, the given ones included; empty if the end token came first
     * @param darts one draw for each letter that was not given, and for the end token if it was drawn
     */
    public record GeneratedName(String text, List<Throw> darts) {
        /** Returns the product of the probabilities of all draws. */
        public double p() {
            return darts.stream().mapToDouble(Throw::p).reduce(1, (some, next) -> some * next);
        }
    }

    /**
     * Returns the names numbered {@code from} to {@code to - 1}, counted from 0. After 1,000 steps with seed 1 the
     * first are marty, lia, ronia.
     */
    public List<GeneratedName> names(int from, int to) {
        ForwardBackward pass = new ForwardBackward(weights.shape(), weights.values(), cut);
        return IntStream.range(from, to).mapToObj(which -> name(pass, which)).toList();
    }

    /**
     * Samples names from number {@code from} on until about {@code flops} operations are spent: at least a batch of
     * {@value #AT_ONCE} if {@code flops} is above 0, and none from number {@code most} on.
     */
    List<GeneratedName> names(int from, int most, long flops) {
        List<GeneratedName> sampled = new ArrayList<>();
        for (long left = flops; from + sampled.size() < most && left > 0; ) {
            int next = from + sampled.size();
            List<GeneratedName> batch = names(next, Math.min(most, next + AT_ONCE));
            sampled.addAll(batch);
            for (GeneratedName name : batch) {
                left -= weights.shape().flops(name.darts().size()) / 3; // the forward pass is a third of both
            }
        }
        return sampled;
    }

    private GeneratedName name(ForwardBackward pass, int which) {
        int places = weights.shape().blockSize();
        int[] given = letters(corpus, begin);
        int t = Math.min(given.length, places);
        int[] tokens = new int[places + 1];
        tokens[0] = corpus.end();
        System.arraycopy(given, 0, tokens, 1, t);
        int seen = 0;
        List<Throw> darts = new ArrayList<>();
        for (; t < places; t++) {
            pass.forward(tokens, seen, t + 1);
            seen = t + 1;
            Vector shares = shares(Arrays.copyOfRange(pass.z.v(), t * corpus.vocab(), (t + 1) * corpus.vocab()));
            double dart = Noise.uniform(seed, DICE + (long) which * places + t);
            int token = hit(dart, shares);
            darts.add(new Throw(dart, shares, token));
            if (token == corpus.end()) {
                break;
            }
            tokens[t + 1] = token;
        }
        return new GeneratedName(corpus.text(Arrays.copyOfRange(tokens, 1, t + 1)), darts);
    }

    private Vector shares(double[] z) {
        if (topK > 0) {
            IntStream.range(0, z.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> -z[j]))
                    .skip(topK)
                    .toList()
                    .forEach(j -> z[j] = Double.NEGATIVE_INFINITY);
        }
        DifferentiableOp.softmax(z, 0, z.length, tau);
        return Vector.of(z);
    }

    /**
     * Returns the first token whose cumulative probability exceeds {@code dart}. Returns the end token if rounding or
     * NaN leaves none.
     */
    private int hit(double dart, Vector shares) {
        double run = 0;
        for (int j = 0; j < shares.size(); j++) {
            run += shares.get(j);
            if (run > dart) {
                return j;
            }
        }
        return corpus.end();
    }
}
