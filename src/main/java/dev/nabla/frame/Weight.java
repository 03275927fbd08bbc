package dev.nabla.frame;

/** How loudly a cell speaks. REVERSE is for the focused value and the result, never for a third thing on a screen. */
public enum Weight {
    PLAIN,
    BOLD,
    REVERSE
}
