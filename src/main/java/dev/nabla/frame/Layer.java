package dev.nabla.frame;

/** Which dots win a cell: data hides scales and contours; layers of the same depth unite; the higher one owns the tone. */
public enum Layer {
    SCALE,
    CONTOUR,
    CONSTRUCTION,
    DATA;

    boolean isForeground() {
        return ordinal() >= CONSTRUCTION.ordinal();
    }
}
