package dev.nabla.figure;

/** A view of a figure. */
public enum Mode {
    PICTURE,
    /** Sentences and numbers. */
    TEXT,
    /** The worked solution. */
    STEPS,
    /** The {@code nabla solve} line that gives the same numbers. */
    COMMAND
}
