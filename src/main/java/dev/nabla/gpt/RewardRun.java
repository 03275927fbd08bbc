package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Random access to a training by reward: the state after any step, bit-identical in whatever order it is requested. Its
 * states are in the same cache as those of {@link TrainingRun}. Thread-safe.
 */
public record RewardRun(RewardRecipe recipe) {
    /** Temperature of the names to learn from: only at 1 is their probability the one that the update changes. */
    static final double LEARNING_TAU = 1;

    private static final Map<StatsKey, RewardStats> STATS = TrainingCache.lruMap(4096);

    private static final Map<StatsKey, List<String>> SAID = TrainingCache.lruMap(1024);

    /** Groups with the shares of all throws, about 30 kB each. */
    private static final Map<StatsKey, RewardGroup> GROUPS = TrainingCache.lruMap(16);

    /** Number of names that {@link #said} returns. */
    public static final int SHOWN = 10;

    private record StatsKey(RewardRecipe recipe, int step) {}

    /**
     * Returns the state after {@code step} steps; trains the missing steps, however long it takes.
     *
     * @param step 0 to {@link RewardRecipe#of}
     * @throws BadInput {@code out_of_range}
     */
    public RewardState state(int step) {
        return approach(step, Long.MAX_VALUE).orElseThrow();
    }

    /**
     * Trains towards {@code step} for about {@code flops} operations, the first model before all else. Returns the
     * state reached. Every call with {@code flops} above 0 makes progress, by whole steps once the first model is
     * trained.
     *
     * @return empty while the first model is being trained
     */
    public Optional<RewardState> approach(int step, long flops) {
        BadInput.requireWhole(0, recipe.of(), "steps", step, "a whole number");
        return base(flops).map(base -> runOn(base, step, flops));
    }

    private Optional<Weights> base(long flops) {
        TrainingRun base = new TrainingRun(recipe.base());
        int last = recipe.first();
        return base.approach(last, flops) < last
                ? Optional.empty()
                : Optional.of(base.snapshot(last).weights());
    }

    private RewardState runOn(Weights base, int step, long flops) {
        RewardState known = TrainingRun.MEMORY.nearest(recipe, step);
        RewardState from = known == null ? RewardState.first(base) : known;
        if (known == null) {
            TrainingRun.MEMORY.keep(recipe, from);
        }
        return TrainingRun.MEMORY.advance(recipe, from, () -> new RewardTrainer(recipe, base, from), step, flops);
    }

    /**
     * Returns the first {@value #SHOWN} names that the model says after {@code step} steps, with the dice of {@link
     * NameSampler#of}; trains to that step first, as {@link #approach} does. Results are kept between calls.
     *
     * @return empty if the work did not suffice
     */
    public Optional<List<String>> said(int step, long flops) {
        StatsKey asked = new StatsKey(recipe, step);
        List<String> known = SAID.get(asked);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RewardState> reached = approach(step, flops).filter(state -> state.step() == step);
        if (reached.isEmpty() || flops == 0) {
            return Optional.empty();
        }
        List<String> said = NameSampler.of(recipe.base(), reached.get().weights()).names(0, SHOWN).stream()
                .map(NameSampler.GeneratedName::text)
                .toList();
        SAID.put(asked, said);
        return Optional.of(said);
    }

    /**
     * Returns the names from which the step after {@code step} learns; trains to that step first. Results are kept
     * between calls.
     */
    public RewardGroup group(int step) {
        StatsKey asked = new StatsKey(recipe, step);
        RewardGroup known = GROUPS.get(asked);
        if (known == null) {
            RewardState from = state(step);
            Weights base = base(Long.MAX_VALUE).orElseThrow();
            known = new RewardTrainer(recipe, base, from).group();
            GROUPS.put(asked, known);
        }
        return known;
    }

    /**
     * Counts the names that the model says at temperature 1 after {@code step} steps, for about {@code flops}
     * operations; trains to that step first, as {@link #approach} does. Results are kept between calls.
     */
    public NameStats tally(int step, long flops) {
        Recipe base = recipe.base();
        return approach(step, flops)
                .filter(reached -> reached.step() == step)
                .map(reached -> TrainingRun.tally(
                        new NameSampler(base.corpus(), reached.weights(), base.cut(), LEARNING_TAU, base.seed(), 0, ""),
                        flops))
                .orElse(NameStats.NONE);
    }

    /** Measures the model after {@code step} steps completely, however long it takes. */
    public RewardStats stats(int step) {
        RewardStats stats = stats(step, Long.MAX_VALUE);
        return isDone(stats, step) ? stats : stats(step);
    }

    /**
     * Measures the model after {@code step} steps for about {@code flops} operations; trains to that step first, as
     * {@link #approach} does. Results are kept between calls.
     */
    public RewardStats stats(int step, long flops) {
        if (step == 0 && !recipe.equals(recipe.anyFirst())) {
            return new RewardRun(recipe.anyFirst()).stats(0, flops);
        }
        StatsKey asked = new StatsKey(recipe, step);
        RewardStats known = STATS.getOrDefault(asked, RewardStats.NONE);
        if (flops == 0 || isDone(known, step)) {
            return known;
        }
        Optional<RewardState> reached = approach(step, flops);
        if (reached.isEmpty() || reached.get().step() < step) {
            return known;
        }
        Weights base = base(flops).orElseThrow();
        List<int[]> unseen = recipe.base().split().heldOut();
        RewardStats more = known.continued(recipe, base, reached.get(), unseen, flops);
        STATS.put(asked, more);
        return more;
    }

    /**
     * Measures the model after {@code step} steps on those held-out names whose reward is above 0; trains to that step
     * first. Before any step the 183 names that end in a have a loss of 2.142.
     */
    public HeldOutLoss heldOutRewarded(int step) {
        Recipe base = recipe.base();
        List<int[]> rewarded = base.split().heldOut().stream()
                .filter(name -> recipe.wish().reward(recipe.corpus().text(name)) > 0)
                .toList();
        return HeldOutLoss.of(state(step).weights(), base.cut(), rewarded);
    }

    /** Returns whether there is nothing left to measure of the model after {@code step} steps. */
    public boolean isDone(RewardStats stats, int step) {
        return stats.isSampled(step) && stats.heldOut().isComplete(recipe.corpus());
    }

    static void forget(Corpus corpus) {
        STATS.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
        SAID.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
        GROUPS.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
    }
}
