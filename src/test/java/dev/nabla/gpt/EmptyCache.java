package dev.nabla.gpt;

/**
 * Empties the shared cache of trainings and gives it another limit, until this is closed.
 *
 * @param limit in bytes
 * @param before the limit until then, in bytes
 */
record EmptyCache(long limit, long before) implements AutoCloseable {
    EmptyCache(long limit) {
        this(limit, TrainingRun.MEMORY.limit());
        TrainingRun.MEMORY.forget(any -> true);
        TrainingRun.MEMORY.limit(limit);
    }

    @Override
    public void close() {
        TrainingRun.MEMORY.forget(any -> true);
        TrainingRun.MEMORY.limit(before);
    }
}
