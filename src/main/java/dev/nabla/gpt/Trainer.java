package dev.nabla.gpt;

import java.util.Arrays;

/**
 * A training under way, a name at a time: forward, loss, back; and when the batch is through, a step.
 *
 * <p>Adam's step t, from 1, with the slope g of each weight: {@code m = 0.85 m + 0.15 g}, {@code s = 0.99 s + 0.01 g^2}, both
 * divided by what a sum that began at 0 lacks, {@code m' = m / (1 - 0.85^t)}, {@code s' = s / (1 - 0.99^t)}, and {@code w -= eta
 * m' / (sqrt(s') + 1e-8)}: the first step is eta long for any slope well above 1e-8.
 */
public final class Trainer {
    /** About what the update costs a weight, beside additions and multiplications of the passes. */
    static final int UPDATE = 16;

    private static final double BETA1 = 0.85;
    private static final double BETA2 = 0.99;
    private static final double EPSILON = 1e-8;
    private static final int SOME = 64;

    private final Recipe recipe;
    private final Corpus.Split split;
    private final double[] weights;
    private final double[] mean;
    private final double[] square;
    private final double[] slopes;
    private double[] losses;
    private final ForwardBackward pass;
    private int step;
    private int through;
    private double sum;

    /**
     * Where a training stands, maybe within a step.
     *
     * @param through names of this step's batch that are through
     * @param sum of their losses
     * @param slopes sums of theirs; between two steps those of the step that was taken
     */
    record TrainingState(Snapshot snapshot, Corpus.Split split, int through, double sum, Weights slopes) {
        /** Between two steps. */
        static TrainingState at(Recipe recipe, Snapshot snapshot) {
            return new TrainingState(
                    snapshot, recipe.corpus().split(recipe.seed()), 0, 0, Weights.zero(recipe.shape()));
        }
    }

    /** Goes on from a snapshot of this recipe. */
    public Trainer(Recipe recipe, Snapshot from) {
        this(recipe, TrainingState.at(recipe, from), from.losses().toArray());
    }

    /** Whoever goes on from a place of this recipe comes to the same losses, so all of them write into one array. */
    Trainer(Recipe recipe, TrainingState from) {
        this(recipe, from, from.snapshot.losses().all);
    }

    private Trainer(Recipe recipe, TrainingState from, double[] losses) {
        this.losses = losses;
        this.recipe = recipe;
        split = from.split;
        weights = from.snapshot.weights().toArray();
        mean = from.snapshot.mean().toArray();
        square = from.snapshot.square().toArray();
        slopes = from.slopes.toArray();
        pass = new ForwardBackward(recipe.shape(), weights, recipe.cut());
        step = from.snapshot.step();
        through = from.through;
        sum = from.sum;
    }

    /** Steps taken. */
    public int step() {
        return step;
    }

    /** Takes one name of the batch, and with the last one the step; returns about how many operations it was. */
    long advance() {
        if (through == 0) {
            Arrays.fill(slopes, 0);
        }
        int[] name = split.name((long) step * recipe.batch() + through);
        sum += pass.loss(name);
        pass.back(slopes);
        through++;
        long flops = recipe.shape().flops(recipe.shape().places(name));
        if (through < recipe.batch()) {
            return flops;
        }
        update();
        losses = step < losses.length ? losses : Arrays.copyOf(losses, 2 * step + SOME);
        losses[step] = sum / recipe.batch();
        step++;
        through = 0;
        sum = 0;
        return flops + (long) UPDATE * weights.length;
    }

    /** Takes one whole step; returns its loss, that of before it. */
    public double next() {
        int wanted = step + 1;
        while (step < wanted) {
            advance();
        }
        return losses[step - 1];
    }

    private void update() {
        for (int i = 0; recipe.batch() > 1 && i < slopes.length; i++) {
            slopes[i] /= recipe.batch();
        }
        double eta = recipe.etaAt(step);
        if (recipe.rule() == Recipe.UpdateRule.ADAM) {
            adam(TrainingStep.of(eta, step + 1));
            return;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= eta * slopes[i];
        }
    }

    /** What t steps of Adam, from 1, take off a weight for a mean and a square, which they make up for. */
    record TrainingStep(double ofMean, double ofSquare) {
        static TrainingStep of(double eta, int t) {
            return new TrainingStep(eta / (1 - StrictMath.pow(BETA1, t)), 1 / (1 - StrictMath.pow(BETA2, t)));
        }

        double length(double mean, double square) {
            return mean * ofMean / (Math.sqrt(square * ofSquare) + EPSILON);
        }
    }

    private void adam(TrainingStep step) {
        for (int i = 0; i < weights.length; i++) {
            double g = slopes[i];
            double m = BETA1 * mean[i] + (1 - BETA1) * g;
            double s = BETA2 * square[i] + (1 - BETA2) * (g * g);
            mean[i] = m;
            square[i] = s;
            weights[i] -= step.length(m, s);
        }
    }

    /** What the last whole step has left. */
    public Snapshot snapshot() {
        return place().snapshot;
    }

    TrainingState place() {
        Shape shape = recipe.shape();
        Snapshot.Losses told = new Snapshot.Losses(losses, step);
        Snapshot now = new Snapshot(
                step, Weights.of(shape, weights), Weights.of(shape, mean), Weights.of(shape, square), told);
        return new TrainingState(now, split, through, sum, Weights.of(shape, slopes));
    }
}
