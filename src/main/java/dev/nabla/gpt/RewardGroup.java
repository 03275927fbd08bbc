package dev.nabla.gpt;

import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The names that a step of a training by reward learns from.
 *
 * @param members the names, with what each of them got
 * @param advantages the mark of each name minus the group's mean, over the group's standard deviation; zeros if the
 *     marks do not differ
 */
public record RewardGroup(List<Member> members, Vector advantages) {
    /** Standard deviation below which the marks of a group differ only by rounding. */
    private static final double NO_SPREAD = 1e-9;

    public RewardGroup {
        members = List.copyOf(members);
    }

    /**
     * A sampled name of a group.
     *
     * @param drift how far the model has moved, seen on this name
     * @param mark the reward minus beta times {@link Drift#ofName}
     */
    public record Member(NameSampler.GeneratedName name, double reward, Drift drift, double mark) {}

    /** Samples names and compares them with one another. */
    static RewardGroup of(
            RewardRecipe recipe, NameSampler sampler, int first, ForwardBackward now, ForwardBackward before) {
        List<Member> members = new ArrayList<>();
        for (NameSampler.GeneratedName name : sampler.names(first, first + recipe.group())) {
            Drift drift = Drift.of(now, before, recipe.corpus().tokens(name.text()));
            double reward = recipe.wish().reward(name.text());
            members.add(new Member(name, reward, drift, reward - recipe.beta() * drift.ofName()));
        }
        Vector marks = Vector.of(members.size(), i -> members.get(i).mark());
        return new RewardGroup(members, advantages(marks));
    }

    static Vector advantages(Vector marks) {
        double mean = marks.mean();
        double spread = spread(marks);
        return marks.map(mark -> spread < NO_SPREAD ? 0 : (mark - mean) / spread);
    }

    /** Returns the standard deviation of some marks. */
    public static double spread(Vector marks) {
        double mean = marks.mean();
        return marks.map(mark -> mark - mean).norm() / Math.sqrt(marks.size());
    }

    /** Returns the reward of each name. */
    public Vector rewards() {
        return Vector.of(members.size(), i -> members.get(i).reward());
    }

    /** Returns the mark of each name. */
    public Vector marks() {
        return Vector.of(members.size(), i -> members.get(i).mark());
    }

    /** Returns whether no name is better than another, so that there is nothing to learn. */
    public boolean isEven() {
        return advantages.max() == 0 && advantages.min() == 0;
    }

    RewardState.GroupMean means() {
        double rewards = 0;
        double moved = 0;
        for (Member member : members) {
            rewards += member.reward();
            moved += member.drift().expected();
        }
        return new RewardState.GroupMean(rewards / members.size(), moved / members.size());
    }
}
