package dev.nabla.gpt;

/**
 * What a training has come to after a number of steps; what it is to do next follows from this and the recipe.
 *
 * @param step steps taken, which is also the next step counted from 0
 * @param losses of the steps taken, each before the step that it led to: as many as there are steps
 */
public record Snapshot(int step, Weights weights, Moments moments, Losses losses) {

    /**
     * What Adam remembers of each weight's slopes g: {@code mean = 0.85 mean + 0.15 g} and {@code square = 0.99 square + 0.01
     * g^2}, both from 0 on. With plain descent they stay 0.
     */
    public record Moments(Weights mean, Weights square) {}

    /** Before the first step. */
    public static Snapshot first(Recipe recipe) {
        Weights zero = Weights.zero(recipe.shape());
        return new Snapshot(0, Weights.random(recipe.shape(), recipe.seed()), new Moments(zero, zero), Losses.NONE);
    }

    /** What the last step, if there was one, took off each weight: by what Adam remembers, or eta times these slopes. */
    public Weights taken(Recipe recipe, Weights slopes) {
        double eta = recipe.etaAt(step - 1);
        Trainer.Step adam = Trainer.Step.of(eta, step);
        double[] taken = slopes.toArray();
        for (int i = 0; i < taken.length; i++) {
            taken[i] = recipe.rule() == Recipe.Rule.ADAM
                    ? adam.length(moments.mean().get(i), moments.square().get(i))
                    : eta * taken[i];
        }
        return Weights.of(recipe.shape(), taken);
    }

    /** False once training has gone astray: what follows is NaN for ever. */
    public boolean isFinite() {
        return weights.isFinite();
    }
}
