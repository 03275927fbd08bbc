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

    /** False once training has gone astray: what follows is NaN for ever. */
    public boolean isFinite() {
        return weights.isFinite();
    }
}
