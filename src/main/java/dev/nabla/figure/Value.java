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
    /** Returns the text that a user would type; numbers read back to the same doubles. */
    default String text() {
        return accept(TextVisitor.TYPED);
    }

    /** Calls the visitor's method for this kind of value. */
    <T, X extends Exception> T accept(Visitor<T, X> form) throws X;

    /** Returns the elements of a list, each created when it is accessed; empty for a single value. */
    default List<Value> parts() {
        return List.of();
    }

    /**
     * Returns how many positions select a number in the value: 1 for a list of numbers, 2 for rows of numbers, 0 for
     * everything else.
     */
    default int dimensions() {
        return 0;
    }

    /** Returns the number if the value is a single number. */
    default OptionalDouble number() {
        return OptionalDouble.empty();
    }

    /** Returns the text if the value is a single word or a function. */
    default Optional<String> word() {
        return Optional.empty();
    }

    /** Returns the numbers row by row; a list or a single number is one row. Without numbers there are no rows. */
    default List<Vector> rows() {
        return List.of();
    }

    /** Returns why the value does not exist; empty if it does. */
    default Optional<String> absence() {
        return Optional.empty();
    }

    default boolean isAbsent() {
        return absence().isPresent();
    }

    /** Returns the values at the {@link #places}, row by row; the value itself if it has no dimensions. */
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
     * Returns the positions of the {@link #cells}, counted from 1: {@code [2]} in a list, {@code [1, 2]} in rows,
     * {@code []} without dimensions.
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
     * A method for each kind of value.
     *
     * @param <T> the result
     * @param <X> the exception that a method may throw
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

        /** Visits a list that has no method of its own here. */
        T list(Listed list) throws X;

        default T wholes(Wholes wholes) throws X {
            return list(wholes);
        }

        default T reals(Reals reals) throws X {
            return list(reals);
        }

        default T named(NamedReals named) throws X {
            return reals(new Reals(named.values));
        }

        default T rows(Rows rows) throws X {
            return list(rows);
        }

        default T pairs(Pairs pairs) throws X {
            return rows(new Rows(pairs.rows));
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

    /** A word; it may be empty, like a name that ends before its first letter. */
    record Word(String text) implements Value {
        private static final String NOTHING = "(nothing)";

        /** Returns the word as a reader sees it, who cannot see an empty one. */
        public static String shown(String text) {
            return text.isEmpty() ? NOTHING : text;
        }

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> form) throws X {
            return form.word(text);
        }

        @Override
        public Optional<String> word() {
            return Optional.of(text);
        }
    }

    /** A function of x. Expressions that differ only in spacing are equal. */
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

    /** A value that does not exist, with the reason. */
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

    /** A list of values of one kind. */
    sealed interface Listed extends Value {
        int size();

        /** Returns the element at a position, counted from 0. */
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

    /** A list of counts or positions. */
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

    /** A list of real numbers. */
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

    /** Real numbers with names, which a user types like {@code w=2,c=1}. */
    record NamedReals(List<String> names, Vector values) implements Listed {
        public NamedReals {
            names = List.copyOf(names);
        }

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
            return form.named(this);
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

    /** Rows of two numbers, which a user types with a colon between them. */
    record Pairs(List<Vector> rows) implements Listed {
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
            return form.pairs(this);
        }
    }

    /** A list of words. No position selects a single word. */
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
