package dev.nabla.figure;

/** How far one key press moves a value, in tenths of a knob's step. */
public enum Stride {
    FINE(1),
    STEP(10),
    COARSE(100),
    /** Moves to the end of the knob's range. */
    END(10_000_000_000_000L);

    private final long tenths;

    Stride(long tenths) {
        this.tenths = tenths;
    }

    /** Returns {@code times} strides in tenths of a step. */
    long tenths(int times) {
        return times * tenths;
    }

    /** Returns {@code times} strides in whole steps; a stride counts as at least 1. */
    long whole(int times) {
        return times * Math.max(1, tenths / 10);
    }
}
