package dev.nabla.figure.wish;

import dev.nabla.gpt.HeldOutLoss;
import dev.nabla.gpt.NameStats;
import dev.nabla.gpt.RewardGroup;
import dev.nabla.gpt.RewardState;
import dev.nabla.gpt.RewardState.GroupMean;
import dev.nabla.gpt.RewardStats;
import dev.nabla.math.KullbackLeibler;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a training by reward at a step. On a screen only what needs no more work belongs to it.
 *
 * @param groups the means over the group of each step up to this one
 * @param path for each of these steps the means over the groups of the last steps
 * @param first measurement of the model to begin with
 * @param now measurement of the model
 * @param tally count of the names that the model says
 */
record WishResults(
        WishModel model,
        List<GroupMean> groups,
        List<GroupMean> path,
        Optional<RewardStats> first,
        Optional<RewardStats> now,
        Optional<NameStats> tally) {
    /** Groups over which the path is smoothed. */
    private static final int SMOOTH = 10;

    /** Groups that tell where a run is now: 48 names of the standard recipe. */
    private static final int RECENT = 3;

    private static final String UNMEASURED = "the model is still being measured";

    /** Returns the results of a model for which all work is done or can be waited for, else only what is known. */
    static WishResults of(WishModel model) {
        return of(model, model.ready() == WishModel.Ready.ALL);
    }

    /** Returns the results of a model; those that need work only if they are to be waited for. */
    static WishResults of(WishModel model, boolean waits) {
        long flops = waits ? Long.MAX_VALUE : 0;
        List<GroupMean> groups = model.ready() == WishModel.Ready.NOTHING
                ? List.of()
                : model.run()
                        .approach(model.step(), flops)
                        .map(RewardState::groups)
                        .orElse(List.of());
        return new WishResults(
                model,
                groups,
                smoothed(groups),
                measured(model, 0, waits),
                measured(model, model.step(), waits),
                tally(model, flops));
    }

    private static Optional<RewardStats> measured(WishModel model, int step, boolean waits) {
        RewardStats stats = waits ? model.run().stats(step) : model.run().stats(step, 0);
        return Optional.of(stats).filter(measured -> model.run().isDone(measured, step));
    }

    private static Optional<NameStats> tally(WishModel model, long flops) {
        return Optional.of(model.run().tally(model.step(), flops)).filter(NameStats::isDone);
    }

    private static List<GroupMean> smoothed(List<GroupMean> groups) {
        List<GroupMean> path = new ArrayList<>();
        for (int end = 1; end <= groups.size(); end++) {
            int from = Math.max(0, end - SMOOTH);
            double reward = 0;
            double moved = 0;
            for (GroupMean group : groups.subList(from, end)) {
                reward += group.reward();
                moved += group.moved();
            }
            path.add(new GroupMean(reward / (end - from), moved / (end - from)));
        }
        return path;
    }

    /** Returns whether the rewards of both runs mean the same. */
    boolean isComparable(WishResults other) {
        return model.recipe().wish() == other.model.recipe().wish();
    }

    /** Returns where the model stands: as measured, else as the last groups tell; empty before the first group. */
    Optional<GroupMean> place() {
        return now.map(stats -> new GroupMean(stats.reward(), stats.moved()))
                .or(() -> path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1)));
    }

    /** Returns how far the last few groups were from the first model, in nats; empty before the first group. */
    OptionalDouble recentlyMoved() {
        return groups.subList(Math.max(0, groups.size() - RECENT), groups.size()).stream()
                .mapToDouble(GroupMean::moved)
                .average();
    }

    /** Returns the mean reward of the group of each step taken; the printed program writes the first of them. */
    Vector groupRewards() {
        return Vector.of(groups.size(), i -> groups.get(i).reward());
    }

    Optional<String> noStep() {
        return model.step() == 0 ? Optional.of("no step has been taken") : Optional.empty();
    }

    double reward() {
        return now.orElseThrow().reward();
    }

    double moved() {
        return now.orElseThrow().moved();
    }

    double heldOut() {
        return now.orElseThrow().heldOut().loss();
    }

    HeldOutLoss heldOutRewarded() {
        return model.run().heldOutRewarded(model.step());
    }

    Optional<String> noneRewarded() {
        return heldOutRewarded().names() == 0 ? Optional.of("no name held out gets a reward") : Optional.empty();
    }

    double firstReward() {
        return first.orElseThrow().reward();
    }

    /** Returns the least that any model must have moved to have this reward. */
    double least() {
        return divergence(firstReward(), reward());
    }

    /**
     * Returns the divergence, in nats, that any model needs to turn a share p of some names into a share r: {@code r
     * log(r/p) + (1-r) log((1-r)/(1-p))}. From 0.225 to 0.992 it is 1.43.
     */
    static double divergence(double p, double r) {
        return new KullbackLeibler(Vector.of(r, 1 - r), Vector.of(p, 1 - p)).nats();
    }

    Optional<String> unmeasured() {
        return now.isPresent() && first.isPresent() ? Optional.empty() : Optional.of(UNMEASURED);
    }

    Optional<String> uncounted() {
        return tally.isPresent() ? Optional.empty() : Optional.of(UNMEASURED);
    }

    Optional<String> noLeast() {
        return model.isYesOrNo()
                ? unmeasured()
                : Optional.of("there is a least only where a name is either as wished or not");
    }

    /** Returns the group of the next step. Computes it if it is not known yet. */
    RewardGroup group() {
        return model.run().group(model.step());
    }

    /** Returns the first name of that group. */
    RewardGroup.Member member() {
        return group().members().get(0);
    }

    double advantage() {
        return group().advantages().get(0);
    }

    /** Returns the slope of that name's loss towards the score of its first letter. */
    double slope() {
        return advantage() * (member().name().darts().get(0).p() - 1);
    }
}
