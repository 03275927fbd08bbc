package dev.nabla.figure;

import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** A value that a fact or a knob can hold. */
public sealed interface Value {
    /** As it would be typed; numbers read back to the same doubles. */
    String text();

    /** A real number. */
    record Real(double value) implements Value {
        @Override
        public String text() {
            return Decimal.shortest(value);
        }
    }

    /** A count or a position; positions count from 1. */
    record Whole(long value) implements Value {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /** Counts or positions in order. */
    record Wholes(List<Integer> values) implements Value {
        @Override
        public String text() {
            return values.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    /** Numbers in order. */
    record Reals(Vector values) implements Value {
        @Override
        public String text() {
            return values.toString();
        }
    }

    /** Rows of numbers. */
    public record Rows(List<Vector> rows) implements Value {
        @Override
        public String text() {
            return rows.stream().map(Vector::toString).collect(Collectors.joining(";"));
        }
    }

    /** A word. */
    record Word(String text) implements Value {}

    /** A function, which is the same in whatever form it is written. */
    record Function(Expression f) implements Value {
        @Override
        public String text() {
            return f.toString();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements Value {
        @Override
        public String text() {
            return String.valueOf(value);
        }
    }

    /** Words in order. */
    record Words(List<String> words) implements Value {
        @Override
        public String text() {
            return String.join(",", words);
        }
    }

    /** A value that does not exist, and why. */
    record Absent(String why) implements Value {
        public static final String TEXT = "none";

        @Override
        public String text() {
            return TEXT;
        }
    }
}
