package dev.nabla.frame;

/** The emphasis of a cell. REVERSE is only for the focused value and the result. */
public enum Weight {
    PLAIN,
    BOLD,
    REVERSE
}
