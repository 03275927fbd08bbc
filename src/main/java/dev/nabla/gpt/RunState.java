package dev.nabla.gpt;

/** A state from which a run can go on. */
interface RunState {
    /** Returns the number of steps taken. */
    int step();

    /** Returns how many names of the next step have been processed; 0 between two steps. */
    int through();

    /** Returns the memory of the arrays that belong to this state alone, in bytes. */
    long bytes();

    /** Returns the memory of the arrays that all states of the run share, in bytes. */
    long sharedBytes();

    /** A run in progress. */
    interface RunInProgress<S extends RunState> {
        /** Does a part of a step, and returns its approximate additions and multiplications. */
        long advance();

        /** Returns the number of steps taken. */
        int step();

        /** Returns the state reached. */
        S place();
    }
}
