package dev.nabla.figure;

/** How far one press goes, in tenths of a knob's step. */
public enum Stride {
    FINE(1),
    STEP(10),
    COARSE(100);

    private final int tenths;

    Stride(int tenths) {
        this.tenths = tenths;
    }

    int tenths() {
        return tenths;
    }

    /** The same for what only comes whole: at least 1. */
    int whole() {
        return Math.max(1, tenths / 10);
    }
}
