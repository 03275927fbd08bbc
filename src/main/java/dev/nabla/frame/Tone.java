package dev.nabla.frame;

/**
 * The meaning of a cell, to which a palette assigns a colour. Each symbol of the maths has the same tone in picture,
 * formula, table and sentence.
 */
public enum Tone {
    /** The input: a, a row of A, p. */
    FIRST,
    /** The second input: b, a column of B, y, the path, the focused knob. */
    SECOND,
    /** A result: the dot product, the tangent, the most likely token, success. */
    RESULT,
    /** A warning: diverging, NaN, a negative change. */
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
