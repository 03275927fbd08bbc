package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Locale;

/**
 * Everything that determines the result of a training, to the last bit.
 *
 * @param corpus the names
 * @param limit the most names to learn from, at least 1: the first ones of the shuffled list
 * @param shape size of the model
 * @param schedule the learning rate of each step
 * @param batch names per step, 1 to 1,024
 * @param seed of the initial weights, the order of the names, and sampling
 * @param rule how a gradient becomes a step
 * @param cut what is left out of the model
 * @throws BadInput if limit or batch is out of range
 */
public record Recipe(
        Corpus corpus, int limit, Shape shape, Schedule schedule, int batch, long seed, UpdateRule rule, Ablation cut)
        implements RunKey<Trainer.TrainingState> {
    /** Number of steps of the standard schedule. */
    public static final int STANDARD_STEPS = 1000;

    public static final int MOST_STEPS = 100_000;
    public static final int MOST_BATCH = 1024;

    /** The limit of a training that learns from all names which are not held out. */
    public static final int ALL = Integer.MAX_VALUE;

    /** How a gradient becomes a step. */
    public enum UpdateRule {
        /** Adam (Kingma, Ba 2015): a step of about eta whatever the size of the gradient. */
        ADAM,
        /** Plain gradient descent: a step of eta times the gradient. */
        SGD
    }

    /** A part of the model. */
    public enum ModelPart {
        /** Attention; without it y = x. */
        HEADS,
        /** Without it, the next x = y. */
        MLP,
        /** Residual connections; without them attention and MLP replace their input instead of adding to it. */
        RESIDUAL,
        /** Normalization. */
        NORM,
        /** The position embedding. */
        PLACE,
        /** The causal mask; without it each letter also sees those after it. */
        MASK
    }

    /** What is left out of the model, to see what it contributes. */
    public enum Ablation {
        NONE,
        HEADS(ModelPart.HEADS),
        MLP(ModelPart.MLP),
        RESIDUAL(ModelPart.RESIDUAL),
        NORM(ModelPart.NORM),
        PLACE(ModelPart.PLACE),
        MASK(ModelPart.MASK),
        HEADS_PLACE(ModelPart.HEADS, ModelPart.PLACE);

        private final List<ModelPart> parts;

        Ablation(ModelPart... parts) {
            this.parts = List.of(parts);
        }

        /** Returns whether a part is left out. */
        public boolean without(ModelPart part) {
            return parts.contains(part);
        }

        /** Returns the word for it, like {@code none}, {@code heads} and {@code heads+place}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '+');
        }
    }

    public Recipe {
        BadInput.requireWhole(1, ALL, "names", limit, "a whole number of names");
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
        Schedule schedule = new Schedule(0.01, STANDARD_STEPS, List.of());
        return new Recipe(corpus, ALL, shape, schedule, 1, 1, UpdateRule.ADAM, Ablation.NONE);
    }

    public static Recipe standard() {
        return standard(Corpus.standard());
    }

    /**
     * Returns the recipe of a model that learns to copy: {@link RepeatingTexts}, 8 per step, two layers without MLP, 32
     * numbers, 4 heads, 2,000 steps, eta 0.01 at first and 0.005 on average.
     */
    public static Recipe copying() {
        Corpus corpus = RepeatingTexts.corpus();
        Shape shape = new Shape(corpus.vocab(), 32, 4, RepeatingTexts.LENGTH, 2);
        Schedule schedule = new Schedule(0.01, 2000, List.of());
        return new Recipe(corpus, ALL, shape, schedule, 8, 1, UpdateRule.ADAM, Ablation.MLP);
    }

    public double eta() {
        return schedule.eta();
    }

    @Override
    public int of() {
        return schedule.of();
    }

    public Recipe withCorpus(Corpus other) {
        Shape same = new Shape(other.vocab(), shape.nEmbd(), shape.nHead(), shape.blockSize(), shape.nLayer());
        return new Recipe(other, limit, same, schedule, batch, seed, rule, cut);
    }

    /**
     * Returns a copy that learns from the first {@code most} names of the shuffled list; from all that are not held out
     * if there are not more.
     */
    public Recipe withNames(int most) {
        int kept = most < learnable() ? most : ALL;
        return new Recipe(corpus, kept, shape, schedule, batch, seed, rule, cut);
    }

    public Recipe withShape(Shape other) {
        return new Recipe(corpus, limit, other, schedule, batch, seed, rule, cut);
    }

    public Recipe withEta(double other) {
        return withSchedule(schedule.withEta(other));
    }

    /** Returns a copy with another length of the schedule. Drops the changes of eta beyond it. */
    public Recipe withOf(int other) {
        return withSchedule(schedule.withOf(other));
    }

    public Recipe withSchedule(Schedule other) {
        return new Recipe(corpus, limit, shape, other, batch, seed, rule, cut);
    }

    public Recipe withBatch(int other) {
        return new Recipe(corpus, limit, shape, schedule, other, seed, rule, cut);
    }

    public Recipe withSeed(long other) {
        return new Recipe(corpus, limit, shape, schedule, batch, other, rule, cut);
    }

    public Recipe withRule(UpdateRule other) {
        return new Recipe(corpus, limit, shape, schedule, batch, seed, other, cut);
    }

    public Recipe withCut(Ablation other) {
        return new Recipe(corpus, limit, shape, schedule, batch, seed, rule, other);
    }

    /** Returns the number of names in the corpus that are not held out. */
    public int learnable() {
        return corpus.names().size() - corpus.heldOut();
    }

    /** Returns the number of names that the training learns from. */
    public int names() {
        return Math.min(limit, learnable());
    }

    /** Returns the names to learn from and those held out. The limit does not change those held out. */
    public Corpus.Split split() {
        return corpus.split(seed).limited(names());
    }

    /** Returns the learning rate of a step, counted from 0; see {@link Schedule#at}. */
    public double etaAt(int step) {
        return schedule.at(step);
    }

    /** Returns the recipe whose first {@code steps} steps are these, without the changes of eta that come later. */
    Recipe until(int steps) {
        Schedule due = schedule.until(steps);
        return due.equals(schedule) ? this : withSchedule(due);
    }

    /**
     * Returns after how many steps the states of two trainings are still the same by their recipes: up to the first
     * different change of eta, 0 if anything else differs.
     */
    public int sharedSteps(Recipe other) {
        return withSchedule(other.schedule).equals(other) ? schedule.shared(other.schedule) : 0;
    }

    /**
     * Returns the approximate additions and multiplications of a step: the update, and the passes of a batch of texts
     * of usual length.
     */
    @Override
    public long flops() {
        int places = Math.min(shape.blockSize(), corpus.usualPlaces());
        return batch * flops(places) + Trainer.UPDATE * shape.parameters();
    }

    /** Returns the additions and multiplications of a forward and a backward pass over n positions. */
    long flops(int n) {
        return shape.flops(n) - (cut.without(ModelPart.MLP) ? shape.flopsOfMlp(n) : 0);
    }
}
