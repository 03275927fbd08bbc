package dev.nabla.figure;

import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value that a fact or a knob can hold: a single one, or a {@link Listed list} of values.
 *
 * <p>Code that treats kinds differently is a {@link Visitor}, so that it does not compile until it handles a new kind
 * too.
 */
public sealed interface Value {
    /** As it would be typed; numbers read back to the same doubles. */
    default String text() {
        return accept(TextVisitor.TYPED);
    }

    /** What the form makes of this kind of value. */
    <T, X extends Exception> T accept(Visitor<T, X> form) throws X;

    /** The values of a list, in order, each made when it is asked for; none of a single value. */
    default List<Value> parts() {
        return List.of();
    }

    /**
     * How many positions lead to a number in it: 1 for a list of numbers, 2 for rows of them, 0 for everything else.
     */
    default int dimensions() {
        return 0;
    }

    /** The number that it is, if it is a single number. */
    default OptionalDouble number() {
        return OptionalDouble.empty();
    }

    /** The text that it is, if it is a single word or a function. */
    default Optional<String> word() {
        return Optional.empty();
    }

    /** Its numbers row by row, those of a list or a single number in one row; no rows if it holds no number. */
    default List<Vector> rows() {
        return List.of();
    }

    /** Why it does not exist; empty if it does. */
    default Optional<String> absence() {
        return Optional.empty();
    }

    default boolean isAbsent() {
        return absence().isPresent();
    }

    /** The values at the {@link #places}, row by row; itself if it has no dimensions. */
    default List<Value> cells() {
        List<Value> cells = new ArrayList<>();
        collect(cells);
        return cells;
    }

    private void collect(List<Value> cells) {
        if (dimensions() == 0) {
            cells.add(this);
            return;
        }
        for (Value part : parts()) {
            part.collect(cells);
        }
    }

    /**
     * The positions of the {@link #cells}, from 1: {@code [2]} in a list, {@code [1, 2]} in rows, {@code []} without
     * dimensions.
     */
    default List<List<Integer>> places() {
        if (dimensions() == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> places = new ArrayList<>();
        int position = 1;
        for (Value part : parts()) {
            for (List<Integer> within : part.places()) {
                List<Integer> place = new ArrayList<>(List.of(position));
                place.addAll(within);
                places.add(place);
            }
            position++;
        }
        return places;
    }

    /**
     * A case for each kind of value.
     *
     * @param <T> what a value becomes
     * @param <X> what may go wrong
     */
    interface Visitor<T, X extends Exception> {
        T real(double x) throws X;

        T whole(long n) throws X;

        T word(String text) throws X;

        default T function(Expression f) throws X {
            return word(f.toString());
        }

        T flag(boolean yes) throws X;

        T absent(String why) throws X;

        /** A list of a kind that has no case of its own. */
        T list(Listed list) throws X;

        default T wholes(Wholes wholes) throws X {
            return list(wholes);
        }

        default T reals(Reals reals) throws X {
            return list(reals);
        }

        default T rows(Rows rows) throws X {
            return list(rows);
        }
    }

    /** A real number. */
    record Real(double value) implements Value {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.real(value);
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }

        @Override
        public List<Vector> rows() {
            return List.of(Vector.of(value));
        }
    }

    /** A count or a position; positions count from 1. */
    record Whole(long value) implements Value {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.whole(value);
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }

        @Override
        public List<Vector> rows() {
            return List.of(Vector.of(value));
        }
    }

    /** A word. */
    record Word(String text) implements Value {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.word(text);
        }

        @Override
        public Optional<String> word() {
            return Optional.of(text);
        }
    }

    /** A function, which is the same in whatever form it is written. */
    record Function(Expression f) implements Value {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.function(f);
        }

        @Override
        public Optional<String> word() {
            return Optional.of(text());
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements Value {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.flag(value);
        }
    }

    /** A value that does not exist, and why. */
    record Absent(String why) implements Value {
        public static final String TEXT = "none";

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.absent(why);
        }

        @Override
        public Optional<String> absence() {
            return Optional.of(why);
        }
    }

    /** Values of one kind in order. */
    sealed interface Listed extends Value {
        int size();

        /** The value at a position, from 0. */
        Value part(int i);

        @Override
        default List<Value> parts() {
            return new AbstractList<>() {
                @Override
                public Value get(int i) {
                    return part(i);
                }

                @Override
                public int size() {
                    return Listed.this.size();
                }
            };
        }

        @Override
        default int dimensions() {
            return 1;
        }
    }

    /** Counts or positions in order. */
    record Wholes(List<Integer> values) implements Listed {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public Value part(int i) {
            return new Whole(values.get(i));
        }

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.wholes(this);
        }

        @Override
        public List<Vector> rows() {
            return values.isEmpty() ? List.of() : List.of(Vector.of(values.size(), values::get));
        }
    }

    /** Numbers in order. */
    record Reals(Vector values) implements Listed {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public Value part(int i) {
            return new Real(values.get(i));
        }

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.reals(this);
        }

        @Override
        public List<Vector> rows() {
            return List.of(values);
        }
    }

    /** Rows of numbers. */
    record Rows(List<Vector> rows) implements Listed {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public Value part(int i) {
            return new Reals(rows.get(i));
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.rows(this);
        }
    }

    /** Words in order, told as a whole: no position leads to one of them. */
    record Words(List<String> words) implements Listed {
        @Override
        public int size() {
            return words.size();
        }

        @Override
        public Value part(int i) {
            return new Word(words.get(i));
        }

        @Override
        public int dimensions() {
            return 0;
        }

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.list(this);
        }
    }
}
