package dev.nabla.gpt;

import java.util.Arrays;

/**
 * What a training has come to after a number of steps; what it is to do next follows from this and the recipe.
 *
 * @param step steps taken, which is also the next step counted from 0
 * @param mean what Adam remembers of each weight's slopes g, {@code mean = 0.85 mean + 0.15 g} from 0 on; with plain descent 0
 * @param square and {@code square = 0.99 square + 0.01 g^2}
 * @param losses of the steps taken, each before the step that it led to: as many as there are steps
 */
public record Snapshot(int step, Weights weights, Weights mean, Weights square, Losses losses) {
    /** Before the first step. */
    public static Snapshot first(Recipe recipe) {
        Weights zero = Weights.zero(recipe.shape());
        return new Snapshot(0, Weights.random(recipe.shape(), recipe.seed()), zero, zero, Losses.of(new double[0]));
    }

    /** What the last step, if there was one, took off each weight: by what Adam remembers, or eta times these slopes. */
    public Weights lastStep(Recipe recipe, Weights slopes) {
        double eta = recipe.etaAt(step - 1);
        Trainer.TrainingStep adam = Trainer.TrainingStep.of(eta, step);
        double[] taken = slopes.toArray();
        for (int i = 0; i < taken.length; i++) {
            taken[i] =
                    recipe.rule() == Recipe.UpdateRule.ADAM ? adam.length(mean.get(i), square.get(i)) : eta * taken[i];
        }
        return Weights.of(recipe.shape(), taken);
    }

    /** False once training has gone astray: what follows is NaN for ever. */
    public boolean isFinite() {
        return weights.isFinite();
    }

    /** The first of some numbers, compared by value; those of one training lie in one array, where each step adds its own. */
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

        /** All, in nats, the first step's first; the caller's own. */
        public double[] toArray() {
            return Arrays.copyOf(all, count);
        }

        /** {@code 0.98 old + 0.02 new} after each step, from the first loss on. */
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
