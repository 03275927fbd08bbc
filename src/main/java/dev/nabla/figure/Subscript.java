package dev.nabla.figure;

/** The position of a component behind its letter. */
final class Subscript {
    private static final String DIGITS = "₁₂₃₄₅";

    private Subscript() {}

    /** A position from 0 as it is written, from 1: {@code ₁}, or {@code [12]} where there is no such sign. */
    static String of(int j) {
        return j < DIGITS.length() ? String.valueOf(DIGITS.charAt(j)) : "[" + (j + 1) + "]";
    }
}
