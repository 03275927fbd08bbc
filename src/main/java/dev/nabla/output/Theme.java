package dev.nabla.output;

/** The terminal's background, which is never painted. */
public enum Theme {
    DARK,
    LIGHT
}
