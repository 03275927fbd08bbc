package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.Locale;

/**
 * Everything that determines the result of a training, to the last bit.
 *
 * @param corpus the names
 * @param shape size of the model
 * @param eta learning rate of the first step, above 0; it decreases linearly to 0
 * @param of steps of the whole schedule, 1 to 100,000
 * @param batch names per step, 1 to 1,024
 * @param seed of the initial weights, the order of the names, and sampling
 * @param rule how a gradient becomes a step
 * @param cut part of the model that is left out
 * @throws BadInput if eta, of or batch is out of range
 */
public record Recipe(
        Corpus corpus, Shape shape, double eta, int of, int batch, long seed, UpdateRule rule, Ablation cut) {
    /** Number of steps of the standard schedule. */
    public static final int STANDARD_STEPS = 1000;

    public static final int MOST_STEPS = 100_000;
    public static final int MOST_BATCH = 1024;

    /** How a gradient becomes a step. */
    public enum UpdateRule {
        /** Adam, described at {@link Trainer}: a step of about eta whatever the size of the gradient. */
        ADAM,
        /** Plain gradient descent: a step of eta times the gradient. */
        SGD
    }

    /** A part of the model that can be left out, to see what it contributes. */
    public enum Ablation {
        NONE,
        /** No attention: y = x. */
        HEADS,
        /** No MLP: the next x = y. */
        MLP,
        /** No residual connections: attention and MLP replace their input instead of adding to it. */
        RESIDUAL,
        /** No normalization. */
        NORM,
        /** No position embedding. */
        PLACE,
        /** No causal mask: each letter also sees those after it. */
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

    /**
     * Returns microgpt.py's recipe: one layer, 16 numbers, 4 heads, one name per step, Adam with eta 0.01, seed 1. With
     * 26 letters it has 4,192 weights.
     */
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

    /** Returns the learning rate of a step, counted from 0: eta (1 - step/of); 0.006 at step 400 of 1,000. */
    public double etaAt(int step) {
        return eta * (1 - step / (double) of);
    }

    /**
     * Returns the approximate additions and multiplications of a step: the update, and per name in the batch 7
     * positions (6 letters and the end).
     */
    public long flops() {
        return batch * shape.flops(7) + Trainer.UPDATE * shape.parameters();
    }
}
