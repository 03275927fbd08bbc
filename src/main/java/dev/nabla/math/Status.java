package dev.nabla.math;

/** What a run of descent is doing. */
public enum Status {
    IDLE("idle"),
    DESCENDING("descending"),
    ZIGZAG("zigzag"),
    CONVERGED("converged"),
    /** From wall to wall without end. */
    ON_THE_EDGE("on the edge"),
    DIVERGING("diverging"),
    OVERFLOWED("overflowed"),
    /** The ball has left the places where L has a value. */
    UNDEFINED("undefined");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether it goes wrong. */
    public boolean isBad() {
        return this == DIVERGING || this == OVERFLOWED || this == UNDEFINED;
    }
}
