package dev.nabla.gpt;

import java.util.Map;

/**
 * A training of which only the held-out loss at the end matters. While it trains, only its present state is in the
 * cache of {@link TrainingRun}, and nothing afterwards, so that many such runs do not push the states of others out.
 * Losses are those of {@link TrainingRun#heldOut}. Thread-safe.
 */
public record FinishedRun(Recipe recipe) implements RunKey<Trainer.TrainingState> {
    /** A monitor for each run that {@link #loss} has trained lately. */
    private static final Map<FinishedRun, Object> TRAINING = TrainingCache.lruMap(256);

    @Override
    public Corpus corpus() {
        return recipe.corpus();
    }

    @Override
    public Shape shape() {
        return recipe.shape();
    }

    @Override
    public int of() {
        return recipe.of();
    }

    @Override
    public long flops() {
        return recipe.flops();
    }

    @Override
    public boolean keepsFrames() {
        return false;
    }

    /** Trains to the end and reads held-out names for about {@code flops} operations. Returns whether it is done. */
    public boolean finish(long flops) {
        HeldOutLoss known = known();
        if (flops == 0 || known.isComplete(corpus())) {
            return known.isComplete(corpus());
        }
        Trainer.TrainingState kept = TrainingRun.MEMORY.nearest(this, of());
        Trainer.TrainingState from = kept == null ? Trainer.TrainingState.at(recipe, Snapshot.first(recipe)) : kept;
        Trainer.TrainingState place =
                TrainingRun.MEMORY.advance(this, from, () -> new Trainer(recipe, from), of(), flops);
        if (place.step() < of()) {
            return false;
        }
        HeldOutLoss read = known.continued(
                place.snapshot().weights(), recipe.cut(), place.split().heldOut(), flops);
        TrainingRun.EXAMS.put(key(), read);
        if (read.isComplete(corpus())) {
            TrainingRun.MEMORY.forget(this::equals);
        }
        return read.isComplete(corpus());
    }

    /** Returns how many steps of an unfinished training have been taken; 0 before and after it. */
    public int steps() {
        Trainer.TrainingState kept = TrainingRun.MEMORY.nearest(this, of());
        return kept == null ? 0 : kept.step();
    }

    /** Returns whether the loss is known, so that {@link #loss} returns at once. */
    public boolean isDone() {
        return known().isComplete(corpus());
    }

    /**
     * Returns the held-out loss at the end, in nats per token; trains first, however long it takes. NaN if the weights
     * have become infinite. Of several threads that ask for the loss of equal runs one trains and the others wait.
     */
    public double loss() {
        HeldOutLoss known = known();
        return known.isComplete(corpus()) ? known.loss() : trained().loss();
    }

    private HeldOutLoss trained() {
        synchronized (TRAINING.computeIfAbsent(this, run -> new Object())) {
            HeldOutLoss known = known();
            while (!known.isComplete(corpus())) {
                finish(Long.MAX_VALUE);
                known = known();
            }
            return known;
        }
    }

    private TrainingRun.ExamKey key() {
        return new TrainingRun.ExamKey(recipe, of());
    }

    private HeldOutLoss known() {
        return TrainingRun.EXAMS.getOrDefault(key(), HeldOutLoss.NONE);
    }
}
