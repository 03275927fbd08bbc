package dev.nabla.gpt;

import dev.nabla.math.BadInput;

/**
 * Everything that determines a training by reward, to the last bit. It begins with the model of another training. Each
 * step samples a group of names at temperature 1, compares their rewards with one another and makes the
 * better names more likely.
 *
 * @param base training of the model to begin with
 * @param first steps of that training which have been taken, 1 to all of them
 * @param wish what is rewarded
 * @param beta how strongly the model is pulled back: the reward of a name is reduced by beta times the log of how many
 *     times more likely it is than in the first model; 0 for no pull
 * @param group names per step, 2 to {@value #MOST_GROUP}
 * @param eta learning rate of all steps, for Adam
 * @param of number of steps, 1 to {@value #MOST_STEPS}
 * @param seed of the samples to learn from
 * @throws BadInput if a number is out of range
 */
public record RewardRecipe(
        Recipe base, int first, RewardRule wish, double beta, int group, double eta, int of, long seed)
        implements RunKey<RewardState> {
    public static final double MOST_BETA = 10;
    public static final int MOST_GROUP = 64;
    public static final int MOST_STEPS = 1000;

    public RewardRecipe {
        BadInput.requireWhole(1, base.of(), "first", first, "a whole number of steps");
        boolean pull = beta >= 0 && beta <= MOST_BETA;
        BadInput.requireRange(pull, "beta", beta, "must be 0 to 10, like 0.1");
        BadInput.requireWhole(2, MOST_GROUP, "group", group, "a whole number of names");
        boolean rate = eta > 0 && Double.isFinite(eta);
        BadInput.requireRange(rate, "eta", eta, "must be above 0, like 0.003");
        BadInput.requireWhole(1, MOST_STEPS, "of", of, "a whole number of steps");
    }

    /** Returns the usual training: 200 steps of 16 names, eta 0.003, beta 0.1, from the standard model. */
    public static RewardRecipe standard() {
        Recipe base = Recipe.standard();
        return new RewardRecipe(base, base.of(), RewardRule.ENDS_IN_A, 0.1, 16, 0.003, 200, 1);
    }

    /** Returns the usual training with this wish and first model, whose state before any step is that of this one. */
    RewardRecipe anyFirst() {
        RewardRecipe usual = standard();
        return new RewardRecipe(base, first, wish, usual.beta, usual.group, usual.eta, usual.of, usual.seed);
    }

    /** Returns a copy that begins with an earlier model of the same training. */
    public RewardRecipe withFirst(int other) {
        return new RewardRecipe(base, other, wish, beta, group, eta, of, seed);
    }

    public RewardRecipe withWish(RewardRule other) {
        return new RewardRecipe(base, first, other, beta, group, eta, of, seed);
    }

    public RewardRecipe withBeta(double other) {
        return new RewardRecipe(base, first, wish, other, group, eta, of, seed);
    }

    public RewardRecipe withGroup(int other) {
        return new RewardRecipe(base, first, wish, beta, other, eta, of, seed);
    }

    public RewardRecipe withEta(double other) {
        return new RewardRecipe(base, first, wish, beta, group, other, of, seed);
    }

    public RewardRecipe withOf(int other) {
        return new RewardRecipe(base, first, wish, beta, group, eta, other, seed);
    }

    public RewardRecipe withSeed(long other) {
        return new RewardRecipe(base, first, wish, beta, group, eta, of, other);
    }

    @Override
    public Corpus corpus() {
        return base.corpus();
    }

    @Override
    public Shape shape() {
        return base.shape();
    }

    /** Returns the approximate additions and multiplications of a step with names of 6 letters. */
    @Override
    public long flops() {
        return group * flops(7) + Trainer.UPDATE * base.shape().parameters();
    }

    /**
     * Returns the additions and multiplications for one name of n positions: three forward passes, to sample it and to
     * compare both models, and a forward and a backward pass to learn from it.
     */
    long flops(int n) {
        return 2 * base.shape().flops(n);
    }
}
