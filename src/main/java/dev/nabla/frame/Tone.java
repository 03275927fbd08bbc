package dev.nabla.frame;

/** The meaning of a cell; a palette gives it its colour. One symbol of the maths keeps one tone in picture, formula, table and sentence. */
public enum Tone {
    /** a, a row of A, p: the input. */
    FIRST,
    /** b, a column of B, y, the path, the knob under the fingers. */
    SECOND,
    /** A result: the dot product, the tangent, the likeliest token, all well. */
    RESULT,
    /** Diverging, NaN, a negative change. */
    WARN,
    /** Numbers and words. */
    TEXT,
    /** Labels beside the numbers. */
    DIM,
    /** Rules, axes, ticks. */
    GRID,
    /** Contours, from the outermost to the innermost. */
    CONTOUR1,
    CONTOUR2,
    CONTOUR3,
    /** A path, from its oldest to its newest part. */
    PATH0,
    PATH1,
    PATH2
}
