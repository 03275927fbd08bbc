package dev.nabla.gpt;

import java.util.Arrays;

/**
 * A training in progress. It processes one name at a time, forward and backward, and updates the weights after each
 * batch.
 */
public final class Trainer implements RunState.RunInProgress<Trainer.TrainingState> {
    /** Approximate operations of the update per weight, in addition to those of the passes. */
    static final int UPDATE = 16;

    private static final int SOME = 64;

    private final Recipe recipe;
    private final Corpus.Split split;
    private final double[] weights;
    private final Adam adam;
    private final double[] slopes;
    private double[] losses;
    private final ForwardBackward pass;
    private int step;
    private int through;
    private double sum;
    /** The state after the last completed step; null until it is asked for. */
    private Snapshot reached;

    /**
     * The state of a training, possibly within a step.
     *
     * @param through names of the current batch that have been processed
     * @param sum of their losses, in nats
     * @param slopes sum of their gradients; between two steps the mean gradient of the last step
     */
    record TrainingState(Snapshot snapshot, Corpus.Split split, int through, double sum, Weights slopes)
            implements RunState {
        @Override
        public int step() {
            return snapshot.step();
        }

        @Override
        public long bytes() {
            return 4L * Double.BYTES * slopes.shape().parameters();
        }

        @Override
        public long sharedBytes() {
            return (long) Double.BYTES * snapshot.losses().all.length;
        }

        /** Returns the state between two steps, without the gradient of the last one. */
        static TrainingState at(Recipe recipe, Snapshot snapshot) {
            return new TrainingState(snapshot, recipe.split(), 0, 0, Weights.zero(recipe.shape()));
        }

        /** Returns a copy whose losses are not shared, for a continuation with other losses. */
        TrainingState withOwnLosses() {
            Snapshot.Losses own = Snapshot.Losses.of(snapshot.losses().toArray());
            Snapshot same = new Snapshot(snapshot.step(), snapshot.weights(), snapshot.mean(), snapshot.square(), own);
            return new TrainingState(same, split, through, sum, slopes);
        }
    }

    /** Resumes a training at a snapshot of the same recipe. */
    public Trainer(Recipe recipe, Snapshot from) {
        this(recipe, TrainingState.at(recipe, from), from.losses().toArray());
    }

    /** Resumes a training. Shares the loss array, because every continuation of a recipe writes the same losses. */
    Trainer(Recipe recipe, TrainingState from) {
        this(recipe, from, from.snapshot.losses().all);
    }

    private Trainer(Recipe recipe, TrainingState from, double[] losses) {
        this.losses = losses;
        this.recipe = recipe;
        split = from.split;
        weights = from.snapshot.weights().toArray();
        adam = new Adam(from.snapshot.mean(), from.snapshot.square());
        slopes = from.slopes.toArray();
        pass = new ForwardBackward(recipe.shape(), weights, recipe.cut());
        step = from.snapshot.step();
        through = from.through;
        sum = from.sum;
    }

    /** Returns the number of completed steps. */
    @Override
    public int step() {
        return step;
    }

    /**
     * Processes one name, and after the last one of the batch updates the weights. Returns the approximate number of
     * operations.
     */
    @Override
    public long advance() {
        if (through == 0) {
            Arrays.fill(slopes, 0);
        }
        int[] name = split.name((long) step * recipe.batch() + through);
        sum += pass.loss(name);
        pass.back(slopes);
        through++;
        long flops = recipe.flops(recipe.shape().places(name));
        if (through < recipe.batch()) {
            return flops;
        }
        update();
        losses = step < losses.length ? losses : Arrays.copyOf(losses, 2 * step + SOME);
        losses[step] = sum / recipe.batch();
        reached = null;
        step++;
        through = 0;
        sum = 0;
        return flops + (long) UPDATE * weights.length;
    }

    /** Completes the current step and returns its loss in nats, computed before the update. */
    public double next() {
        int wanted = step + 1;
        while (step < wanted) {
            advance();
        }
        return losses[step - 1];
    }

    private void update() {
        int batch = recipe.batch();
        for (int i = 0; batch > 1 && i < slopes.length; i++) {
            slopes[i] /= batch;
        }
        double eta = recipe.etaAt(step);
        if (recipe.rule() == Recipe.UpdateRule.ADAM) {
            adam.update(weights, slopes, eta, step + 1);
            return;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= eta * slopes[i];
        }
    }

    /** Returns the state after the last completed step. */
    public Snapshot snapshot() {
        if (reached == null) {
            Shape shape = recipe.shape();
            Snapshot.Losses computed = new Snapshot.Losses(losses, step);
            reached = new Snapshot(step, Weights.of(shape, weights), adam.mean(shape), adam.square(shape), computed);
        }
        return reached;
    }

    @Override
    public TrainingState place() {
        return new TrainingState(snapshot(), split, through, sum, Weights.of(recipe.shape(), slopes));
    }
}
