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

    /** So many strides. */
    long tenths(int times) {
        return times * tenths;
    }

    /** So many strides in whole steps, each at least 1. */
    long whole(int times) {
        return times * Math.max(1, tenths / 10);
    }
}
