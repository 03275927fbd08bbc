package dev.nabla.gpt;

import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A training by reward in progress: REINFORCE (Williams 1992), with the mean and the spread of a group as its baseline.
 *
 * <p>A name with reward r has the mark {@code r - beta log(p / p')}, p' being its probability in the first model. Its
 * advantage A is its mark minus the group's mean, divided by the group's standard deviation. A step of Adam lowers the
 * group's mean of {@code A (-log p)}.
 */
final class RewardTrainer implements RunState.RunInProgress<RewardState> {
    /** Number of the first name to learn from; names with smaller numbers are left for looking at a model. */
    private static final int FIRST_NAME = 1 << 20;

    private final RewardRecipe recipe;
    private final double[] weights;
    private final Adam adam;
    private final double[] slopes;
    private final List<RewardState.GroupMean> groups;
    private final ForwardBackward now;
    private final ForwardBackward before;
    private int step;
    private int updates;

    /**
     * Resumes a training.
     *
     * @param base weights of the first model
     */
    RewardTrainer(RewardRecipe recipe, Weights base, RewardState from) {
        this.recipe = recipe;
        weights = from.weights().toArray();
        adam = new Adam(from.mean(), from.square());
        slopes = new double[weights.length];
        groups = new ArrayList<>(from.groups());
        now = new ForwardBackward(recipe.shape(), weights, recipe.base().cut());
        before =
                new ForwardBackward(recipe.shape(), base.values(), recipe.base().cut());
        step = from.step();
        updates = from.updates();
    }

    @Override
    public int step() {
        return step;
    }

    /** Takes a step. */
    @Override
    public long advance() {
        RewardGroup group = group();
        groups.add(group.means());
        int size = recipe.group();
        int[][] names = new int[size][];
        long flops = (long) Trainer.UPDATE * weights.length;
        for (int i = 0; i < size; i++) {
            names[i] = recipe.corpus().tokens(group.members().get(i).name().text());
            flops += recipe.flops(recipe.shape().places(names[i]));
        }
        if (!group.isEven()) {
            learn(names, group.advantages());
        }
        step++;
        return flops;
    }

    /** Samples the names of the next step. */
    RewardGroup group() {
        NameSampler sampler = new NameSampler(
                recipe.corpus(),
                Weights.of(recipe.shape(), weights),
                recipe.base().cut(),
                RewardRun.LEARNING_TAU,
                recipe.seed(),
                0,
                "");
        return RewardGroup.of(recipe, sampler, FIRST_NAME + step * recipe.group(), now, before);
    }

    private void learn(int[][] names, Vector advantages) {
        Arrays.fill(slopes, 0);
        for (int i = 0; i < names.length; i++) {
            now.loss(names[i]);
            now.backWeighted(advantages.get(i) / names.length, slopes);
        }
        updates++;
        adam.update(weights, slopes, recipe.eta(), updates);
    }

    @Override
    public RewardState place() {
        Shape shape = recipe.shape();
        return new RewardState(step, updates, Weights.of(shape, weights), adam.mean(shape), adam.square(shape), groups);
    }
}
