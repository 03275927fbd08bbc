package dev.nabla.figure.part;

/** How a picture speaks. */
public enum Wording {
    /** With all symbols and numbers of the figure. */
    SYMBOLS,
    /** Only with words and numbers that a learner has met at the first picture. */
    PLAIN
}
