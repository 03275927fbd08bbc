package dev.nabla.figure;

/** How far one press goes, in tenths of a knob's step. */
public enum Stride {
    FINE(1),
    STEP(10),
    COARSE(100),
    /** As far as the knob goes. */
    END(10_000_000_000_000L);

    private final long tenths;

    Stride(long tenths) {
        this.tenths = tenths;
    }

    long tenths() {
        return tenths;
    }

    /** The stride in whole steps, at least 1. */
    long whole() {
        return Math.max(1, tenths / 10);
    }
}
