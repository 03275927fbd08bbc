package dev.nabla.output;

/** Whether the terminal's background, which is never painted, is dark or light. */
public enum Theme {
    DARK,
    LIGHT
}
