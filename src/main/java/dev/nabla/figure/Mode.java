package dev.nabla.figure;

/** What a figure shows of itself. */
public enum Mode {
    PICTURE,
    /** Sentences and numbers. */
    TEXT,
    /** The worked solution. */
    STEPS,
    /** The {@code nabla solve} line that gives the same numbers. */
    COMMAND
}
