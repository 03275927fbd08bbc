package dev.nabla.own;

/** What a screen asks of the program that has files. */
public sealed interface ModelRequest {
    /** Reads more lines from a file. */
    record ReadLines(String file) implements ModelRequest {}

    /** Keeps the model under its name. With {@code replace} it may replace another one. */
    record KeepModel(boolean replace) implements ModelRequest {}

    /** Draws the screen as a picture into a file. */
    record DrawCard() implements ModelRequest {}
}
