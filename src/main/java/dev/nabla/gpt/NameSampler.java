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
 * Names from a model, letter by letter: softmax of the scores over tau, a dart for each letter, until the end is hit or the
 * model has no more places.
 *
 * <p>The dart of name j at place t is {@code uniform(seed, 2^41 + j T + t)}: the same dice meet every model, so that what it says
 * after more training can be compared.
 *
 * @param corpus what its tokens mean
 * @param cut the part that the model has been trained without
 * @param tau temperature, &gt; 0
 * @param seed of the dice
 * @param topK how many of the likeliest tokens a dart can hit; 0 for all
 * @param begin letters to go on from
 */
public record NameSampler(
        Corpus corpus, Weights weights, Recipe.Ablation cut, double tau, long seed, int topK, String begin) {
    /** Where a seed's noise for the dice begins. */
    private static final long DICE = 1L << 41;

    public NameSampler {
        boolean fine = tau > 0 && Double.isFinite(tau);
        BadInput.require(fine, "not_positive", "tau", tau, "must be above 0, like 0.5");
        BadInput.requireWhole(0, Integer.MAX_VALUE, "top_k", topK, "how many tokens to keep, 0 for all,");
        letters(corpus, begin);
    }

    /** With microgpt.py's temperature, the recipe's seed and nothing to go on from. */
    public static NameSampler of(Recipe recipe, Weights weights) {
        return new NameSampler(recipe.corpus(), weights, recipe.cut(), 0.5, recipe.seed(), 0, "");
    }

    private static int[] letters(Corpus corpus, String begin) {
        try {
            return corpus.letters(begin);
        } catch (BadInput unknown) {
            throw unknown.forInput("begin");
        }
    }

    /**
     * A dart and what it was thrown at.
     *
     * @param dart 0 &le; u &lt; 1
     * @param shares of the tokens, in their order
     * @param token that it hit
     */
    public record Throw(double dart, Vector shares, int token) {
        /** The share that was hit. */
        public double p() {
            return shares.get(token);
        }
    }

    /**
     * A name and how it came about.
     *
     * @param text its letters, those it began with among them; empty if the end was hit at once
     * @param darts a throw for each letter that was not given, and for the end, if it was hit
     */
    public record GeneratedName(String text, List<Throw> darts) {
        /** How likely it was to come out so: the product of the shares that were hit. */
        public double p() {
            return darts.stream().mapToDouble(Throw::p).reduce(1, (some, next) -> some * next);
        }
    }

    /** The names from one, counted from 0, to before another; those of 1,000 steps with seed 1 begin marty, lia, ronia. */
    public List<GeneratedName> names(int from, int to) {
        ForwardBackward pass = new ForwardBackward(weights.shape(), weights.values(), cut);
        return IntStream.range(from, to).mapToObj(which -> name(pass, which)).toList();
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

    /** The first token whose shares up to it exceed the dart; the end if rounding, or a model that has gone astray, leaves none. */
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
