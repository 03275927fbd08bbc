package dev.nabla.gpt;

import java.util.Arrays;

/**
 * The state of a training after a number of steps; with the recipe it determines all later steps.
 *
 * @param step steps taken, which is also the number of the next step, counted from 0
 * @param mean Adam's mean of each gradient g, {@code mean = 0.85 mean + 0.15 g}, 0 at first; always 0 for plain descent
 * @param square Adam's mean square, {@code square = 0.99 square + 0.01 g^2}; always 0 for plain descent
 * @param losses one per step taken, each computed before that step's update
 */
public record Snapshot(int step, Weights weights, Weights mean, Weights square, Losses losses) {
    /** Returns the state before the first step. */
    public static Snapshot first(Recipe recipe) {
        Weights zero = Weights.zero(recipe.shape());
        return new Snapshot(0, Weights.random(recipe.shape(), recipe.seed()), zero, zero, Losses.of(new double[0]));
    }

    /**
     * Returns what the last step subtracted from each weight. Meaningful only after the first step.
     *
     * @param slopes gradient of the last step; Adam uses {@link #mean} and {@link #square} instead
     */
    public Weights lastStep(Recipe recipe, Weights slopes) {
        double eta = recipe.etaAt(step - 1);
        Adam.Factors adam = Adam.Factors.of(eta, step);
        double[] taken = slopes.toArray();
        for (int i = 0; i < taken.length; i++) {
            taken[i] =
                    recipe.rule() == Recipe.UpdateRule.ADAM ? adam.length(mean.get(i), square.get(i)) : eta * taken[i];
        }
        return Weights.of(recipe.shape(), taken);
    }

    /**
     * Returns the weights after one more step of Adam.
     *
     * @param slopes gradient of that step, like that of a name that the recipe does not read next
     */
    public Weights stepped(Recipe recipe, Weights slopes) {
        double[] next = weights.toArray();
        new Adam(mean, square).update(next, slopes.values(), recipe.etaAt(step), step + 1);
        return Weights.of(recipe.shape(), next);
    }

    /** Returns false once a weight is infinite or NaN; training cannot recover. */
    public boolean isFinite() {
        return weights.isFinite();
    }

    /**
     * Losses of a training, compared by value. Snapshots of one training share one array, to which each step appends;
     * this object covers its first {@code count} entries.
     */
    public static final class Losses {
        private static final double KEPT = 0.98;

        final double[] all;
        private final int count;

        Losses(double[] all, int count) {
            this.all = all;
            this.count = count;
        }

        public static Losses of(double[] losses) {
            return new Losses(losses.clone(), losses.length);
        }

        /** Returns a copy of all losses in nats, the first step's first. */
        public double[] toArray() {
            return Arrays.copyOf(all, count);
        }

        /** Returns the running mean {@code 0.98 old + 0.02 new} after each step, starting at the first loss. */
        public static double[] smoothed(double[] losses) {
            double[] smoothed = losses.clone();
            for (int i = 1; i < smoothed.length; i++) {
                smoothed[i] = KEPT * smoothed[i - 1] + (1 - KEPT) * smoothed[i];
            }
            return smoothed;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Losses losses && Arrays.equals(all, 0, count, losses.all, 0, losses.count);
        }

        @Override
        public int hashCode() {
            return count;
        }
    }
}
