package dev.nabla.figure;

import dev.nabla.math.Vector;
import java.util.List;

/** What a fact or a knob can hold. */
public sealed interface Value {
    /** A real number. */
    record Real(double value) implements Value {}

    /** A count or a position; positions count from 1. */
    record Whole(long value) implements Value {}

    /** Counts or positions in order. */
    record Wholes(List<Integer> values) implements Value {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /** Numbers in order. */
    record Reals(Vector values) implements Value {}

    /** Rows of numbers. */
    record Rows(List<Vector> rows) implements Value {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** A word. */
    record Word(String word) implements Value {}

    /** Yes or no. */
    record Flag(boolean value) implements Value {}

    /** Words in order. */
    record Words(List<String> words) implements Value {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** A value that does not exist, and why. */
    record Absent(String why) implements Value {}
}
