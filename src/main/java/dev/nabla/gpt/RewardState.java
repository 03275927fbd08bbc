package dev.nabla.gpt;

import java.util.List;

/**
 * The state of a training by reward after a number of steps; with the recipe it determines all later steps.
 *
 * @param step steps taken
 * @param updates how many of them changed the weights; a group without differences changes nothing
 * @param mean Adam's mean of each gradient
 * @param square Adam's mean square of each gradient
 * @param groups the means of each step's group
 */
public record RewardState(int step, int updates, Weights weights, Weights mean, Weights square, List<GroupMean> groups)
        implements RunState {
    /** Bytes of a group's means: an object with two numbers, and a reference to it. */
    private static final long GROUP = 40;

    public RewardState {
        groups = List.copyOf(groups);
    }

    /**
     * Means over the group of a step, computed before its update.
     *
     * @param reward mean reward
     * @param moved how far the model was from the first one, in nats: the mean {@link Drift#expected}
     */
    public record GroupMean(double reward, double moved) {}

    static RewardState first(Weights base) {
        Weights zero = Weights.zero(base.shape());
        return new RewardState(0, 0, base, zero, zero, List.of());
    }

    /** Returns false once a weight is infinite or NaN; training cannot recover. */
    public boolean isFinite() {
        return weights.isFinite();
    }

    @Override
    public int through() {
        return 0;
    }

    @Override
    public long bytes() {
        return 3L * Double.BYTES * weights.shape().parameters() + GROUP * step;
    }

    @Override
    public long sharedBytes() {
        return 0;
    }
}
