package dev.nabla.gpt;

/**
 * What determines a run to the last bit. {@link TrainingCache} keeps the run's states under it.
 *
 * @param <S> type of the states
 */
interface RunKey<S extends RunState> {
    Corpus corpus();

    Shape shape();

    /** Returns the number of steps of the whole run. */
    int of();

    /** Returns the approximate additions and multiplications of a step. */
    long flops();

    /** Returns whether states along the run are kept, to return to them; otherwise only the last one. */
    default boolean keepsFrames() {
        return true;
    }
}
