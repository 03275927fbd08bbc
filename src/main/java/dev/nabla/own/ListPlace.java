package dev.nabla.own;

/** Where a learner's list of names lives, which limits it. */
public enum ListPlace {
    /** In one session on a class's server, where nothing of it is written. */
    SESSION(1000),
    /** On the learner's own machine. */
    MACHINE(20_000);

    private final int most;

    ListPlace(int most) {
        this.most = most;
    }

    /** Returns the largest number of lines. */
    public int most() {
        return most;
    }
}
