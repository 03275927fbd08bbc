package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.Locale;

/**
 * All that decides what a training comes to, to the last bit.
 *
 * @param corpus the names
 * @param shape the model
 * @param eta the learning rate of the first step, &gt; 0; it falls in a line to 0
 * @param of steps of the whole schedule, 1 to 100,000
 * @param batch names a step, 1 to 1,024
 * @param seed of the weights, the order of names and the dice
 * @param rule how slopes become a step
 * @param cut the part that is left out
 */
public record Recipe(
        Corpus corpus, Shape shape, double eta, int of, int batch, long seed, UpdateRule rule, Ablation cut) {
    /** Steps of the standard schedule. */
    public static final int STANDARD_STEPS = 1000;

    public static final int MOST_STEPS = 100_000;
    public static final int MOST_BATCH = 1024;

    /** How slopes become a step. */
    public enum UpdateRule {
        /** A step of about eta whatever the slope, as {@link Trainer} tells. */
        ADAM,
        /** Plain descent: eta times the slope. */
        SGD
    }

    /** A part of the model that can be left out, to see what it was for. */
    public enum Ablation {
        NONE,
        /** No attention: x1 = x0. */
        HEADS,
        /** No MLP: x2 = x1. */
        MLP,
        /** Attention and MLP replace what they are given instead of adding to it. */
        RESIDUAL,
        /** No normalization anywhere. */
        NORM,
        /** No embedding of the place. */
        PLACE,
        /** Each letter sees those that come after it. */
        MASK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Recipe {
        BadInput.require(eta > 0 && Double.isFinite(eta), "not_positive", "eta", eta, "must be above 0, like 0.01");
        BadInput.requireWhole(1, MOST_STEPS, "of", of, "a whole number of steps");
        BadInput.requireWhole(1, MOST_BATCH, "batch", batch, "a whole number of names");
        if (shape.vocab() != corpus.vocab()) {
            throw new IllegalArgumentException(shape.vocab() + " tokens for " + corpus.vocab());
        }
    }

    /** microgpt.py's recipe: one layer of 16 numbers and 4 heads, a name a step, Adam from 0.01 on, seed 1; 4,192 weights for 26 letters. */
    public static Recipe standard(Corpus corpus) {
        Shape shape = new Shape(corpus.vocab(), 16, 4, 16, 1);
        return new Recipe(corpus, shape, 0.01, STANDARD_STEPS, 1, 1, UpdateRule.ADAM, Ablation.NONE);
    }

    public static Recipe standard() {
        return standard(Corpus.standard());
    }

    public Recipe withCorpus(Corpus other) {
        Shape same = new Shape(other.vocab(), shape.nEmbd(), shape.nHead(), shape.blockSize(), shape.nLayer());
        return new Recipe(other, same, eta, of, batch, seed, rule, cut);
    }

    public Recipe withShape(Shape other) {
        return new Recipe(corpus, other, eta, of, batch, seed, rule, cut);
    }

    public Recipe withEta(double other) {
        return new Recipe(corpus, shape, other, of, batch, seed, rule, cut);
    }

    public Recipe withOf(int other) {
        return new Recipe(corpus, shape, eta, other, batch, seed, rule, cut);
    }

    public Recipe withBatch(int other) {
        return new Recipe(corpus, shape, eta, of, other, seed, rule, cut);
    }

    public Recipe withSeed(long other) {
        return new Recipe(corpus, shape, eta, of, batch, other, rule, cut);
    }

    public Recipe withRule(UpdateRule other) {
        return new Recipe(corpus, shape, eta, of, batch, seed, other, cut);
    }

    public Recipe withCut(Ablation other) {
        return new Recipe(corpus, shape, eta, of, batch, seed, rule, other);
    }

    /** The learning rate of a step, counted from 0: eta (1 - step/of); 0.006 at step 400 of 1,000. */
    public double etaAt(int step) {
        return eta * (1 - step / (double) of);
    }

    /** About what a step costs, in additions and multiplications: a usual name of 6 letters for each of the batch, and the update. */
    public long flops() {
        return batch * shape.flops(7) + Trainer.UPDATE * shape.parameters();
    }
}
