package dev.nabla.math;

/** Which pieces of a text are names for numbers that come later, like {@code $a[1]}. */
@FunctionalInterface
public interface Names {
    Names NONE = (text, start) -> start;

    /** Where the name that begins at a place ends; the place itself where none begins. */
    int end(String text, int start);
}
