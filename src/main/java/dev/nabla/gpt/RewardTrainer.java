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

    /** Standard deviation below which the marks of a group differ only by rounding. */
    private static final double NO_SPREAD = 1e-9;

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
        int group = recipe.group();
        int first = FIRST_NAME + step * group;
        List<NameSampler.GeneratedName> sampled = sampler().names(first, first + group);
        int[][] names = new int[group][];
        double[] marks = new double[group];
        double rewards = 0;
        double moved = 0;
        long flops = (long) Trainer.UPDATE * weights.length;
        for (int i = 0; i < group; i++) {
            String name = sampled.get(i).text();
            names[i] = recipe.corpus().tokens(name);
            Drift drift = Drift.of(now, before, names[i]);
            double reward = recipe.wish().reward(name);
            marks[i] = reward - recipe.beta() * drift.ofName();
            rewards += reward;
            moved += drift.expected();
            flops += recipe.flops(recipe.shape().places(names[i]));
        }
        groups.add(new RewardState.GroupMean(rewards / group, moved / group));
        learn(names, advantages(marks));
        step++;
        return flops;
    }

    private NameSampler sampler() {
        Weights current = Weights.of(recipe.shape(), weights);
        return new NameSampler(
                recipe.corpus(), current, recipe.base().cut(), RewardRun.LEARNING_TAU, recipe.seed(), 0, "");
    }

    /** Returns the marks minus their mean over their standard deviation; zeros if they do not differ. */
    static double[] advantages(double[] marks) {
        double mean = Vector.of(marks).sum() / marks.length;
        double spread = Vector.of(marks).map(mark -> mark - mean).norm() / Math.sqrt(marks.length);
        return Vector.of(marks)
                .map(mark -> spread < NO_SPREAD ? 0 : (mark - mean) / spread)
                .toArray();
    }

    private void learn(int[][] names, double[] advantages) {
        if (Arrays.stream(advantages).allMatch(advantage -> advantage == 0)) {
            return;
        }
        Arrays.fill(slopes, 0);
        for (int i = 0; i < names.length; i++) {
            now.loss(names[i]);
            now.backWeighted(advantages[i] / names.length, slopes);
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
