package dev.nabla.tui;

/** Something the learner has just done that the journal is to keep. */
sealed interface Note {
    /** A section was read to its end. */
    record Read(String section) implements Note {}

    /** An answer was given that counts. */
    record Answered(Attempt attempt) implements Note {}

    /** A goal was reached for the first time. */
    record Met(String goal) implements Note {}
}
