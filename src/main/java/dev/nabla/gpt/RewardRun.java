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

    private record StatsKey(RewardRecipe recipe, int step) {}

    /**
     * Returns the state after {@code step} steps; trains the missing steps, however long it takes.
     *
     * @param step 0 to {@link RewardRecipe#of}
     * @throws BadInput {@code out_of_range}
     */
    public RewardState state(int step) {
        return approach(step, Long.MAX_VALUE, TrainingRun.USUAL_BYTES).orElseThrow();
    }

    /**
     * Trains towards {@code step} for about {@code flops} operations, the first model before all else. Returns the
     * state reached. Every call with {@code flops} above 0 makes progress, by whole steps once the first model is
     * trained.
     *
     * @param bytes limit of the shared cache, if larger than the default
     * @return empty while the first model is being trained
     */
    public Optional<RewardState> approach(int step, long flops, long bytes) {
        BadInput.requireWhole(0, recipe.of(), "steps", step, "a whole number");
        long most = Math.max(TrainingRun.USUAL_BYTES, bytes);
        return base(flops, most).map(base -> runOn(base, step, flops, most));
    }

    private Optional<Weights> base(long flops, long bytes) {
        TrainingRun base = new TrainingRun(recipe.base());
        int last = recipe.base().of();
        return base.approach(last, flops, bytes) < last
                ? Optional.empty()
                : Optional.of(base.snapshot(last).weights());
    }

    private RewardState runOn(Weights base, int step, long flops, long most) {
        RewardState known = TrainingRun.MEMORY.nearest(recipe, step);
        RewardState from = known == null ? RewardState.first(base) : known;
        if (known == null) {
            TrainingRun.MEMORY.keep(recipe, from, most);
        }
        return TrainingRun.MEMORY.advance(recipe, from, () -> new RewardTrainer(recipe, base, from), step, flops, most);
    }

    /** Measures the model after {@code step} steps completely, however long it takes. */
    public RewardStats stats(int step) {
        RewardStats stats = stats(step, Long.MAX_VALUE, TrainingRun.USUAL_BYTES);
        return isDone(stats) ? stats : stats(step);
    }

    /**
     * Measures the model after {@code step} steps for about {@code flops} operations; trains to that step first, as
     * {@link #approach} does. Results are kept between calls.
     */
    public RewardStats stats(int step, long flops, long bytes) {
        StatsKey asked = new StatsKey(recipe, step);
        RewardStats known = STATS.getOrDefault(asked, RewardStats.NONE);
        if (flops == 0 || isDone(known)) {
            return known;
        }
        Optional<RewardState> reached = approach(step, flops, bytes);
        if (reached.isEmpty() || reached.get().step() < step) {
            return known;
        }
        Weights base = base(flops, bytes).orElseThrow();
        List<int[]> unseen = recipe.base().split().heldOut();
        RewardStats more = known.continued(recipe, base, reached.get().weights(), unseen, flops);
        STATS.put(asked, more);
        return more;
    }

    /** Returns whether there is nothing left to measure. */
    public boolean isDone(RewardStats stats) {
        return stats.names() == RewardStats.NAMES
                && stats.heldOut().names() == recipe.corpus().heldOut();
    }

    static void forget(Corpus corpus) {
        STATS.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
    }
}
