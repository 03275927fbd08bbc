package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import dev.nabla.math.Spelling;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.function.Function;

/**
 * The values that a knob can hold: how they are typed, and what keys and pointer make of them.
 *
 * <p>Nudging and dragging keep within bounds and never throw; reading text throws {@link BadInput}.
 *
 * @param <V> the values
 */
public sealed interface Codec<V> {
    V parse(String text);

    Value value(V now);

    /** The text that {@link #parse} reads back to an equal value. */
    default String text(V now) {
        return value(now).text();
    }

    /** The value, which {@link #parse} would make of its text; numbers are taken as they are. */
    default V take(Value given) {
        return parse(given.text());
    }

    /** How many places of it the keys can stop at. */
    default int stops(V now) {
        return 1;
    }

    /** How many components its vector has; 0 where it holds none, or one whose size follows from other knobs. */
    default int components(V now) {
        return 0;
    }

    /** True if the up and down arrows move it, as a point, instead of the focus. */
    default boolean movesUp(V now) {
        return false;
    }

    /** All it can be, if that is one of a few words. */
    default List<String> words() {
        return List.of();
    }

    /** How many nudges a press makes. */
    default long presses(Stride stride) {
        return 1;
    }

    /** The value after a nudge of one place: {@code across} steps to the right, {@code up} steps up where it moves both ways. */
    V nudge(V now, int part, int across, int up, Stride stride);

    /** The value with the place at (x, y), snapped to a step; y counts only for what moves both ways. */
    V drag(V now, int part, double x, double y);

    /** One of a list, the first or the last where there is none. */
    private static <V> V nearest(List<V> all, double place) {
        return all.get((int) Math.max(0, Math.min(all.size() - 1, Math.round(place))));
    }

    /** A real number. */
    record Real(Range range) implements Codec<Double> {
        @Override
        public Double parse(String text) {
            return Numerals.number(text);
        }

        @Override
        public Value value(Double now) {
            return new Value.Real(now);
        }

        @Override
        public Double take(Value given) {
            if (given instanceof Value.Whole whole) {
                return (double) whole.value();
            }
            return given instanceof Value.Real real ? real.value() : parse(given.text());
        }

        @Override
        public Double nudge(Double now, int part, int across, int up, Stride stride) {
            return range.moved(now, (long) across * stride.tenths());
        }

        @Override
        public Double drag(Double now, int part, double x, double y) {
            return range.snapped(x);
        }
    }

    /** A count of steps or draws, a seed, a position. */
    record Whole(long lo, long hi) implements Codec<Long> {
        @Override
        public Long parse(String text) {
            return Numerals.whole(text, lo, hi);
        }

        @Override
        public Value value(Long now) {
            return new Value.Whole(now);
        }

        @Override
        public Long nudge(Long now, int part, int across, int up, Stride stride) {
            long by = (long) across * stride.whole();
            return kept(by > hi - now ? hi : by < lo - now ? lo : now + by);
        }

        @Override
        public Long drag(Long now, int part, double x, double y) {
            return kept(Math.round(x));
        }

        private long kept(long count) {
            return Math.max(lo, Math.min(hi, count));
        }
    }

    /** On or off, as {@code true} and {@code false}; right turns it on, left off. */
    static Codec<Boolean> flag() {
        return new Typed<>(List.of(false, true), Codec::truth, Value.Flag::new);
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw BadInput.usage("unknown_word", "'" + text + "' is unknown; type true or false");
        }
        return text.equals("true");
    }

    /** One of a few values, which have names, in the order in which the keys go through them. */
    record Word<V>(List<String> words, List<V> values) implements Codec<V> {

        @Override
        public V parse(String text) {
            if (!words.contains(text)) {
                throw BadInput.usage("unknown_word", "'" + text + "' is unknown; " + Spelling.suggest(text, words));
            }
            return values.get(words.indexOf(text));
        }

        @Override
        public Value value(V now) {
            return new Value.Word(words.get(values.indexOf(now)));
        }

        /** Word by word, for the model may not take every one. */
        @Override
        public long presses(Stride stride) {
            return Math.min(words.size(), stride.whole());
        }

        @Override
        public V nudge(V now, int part, int across, int up, Stride stride) {
            return nearest(values, values.indexOf(now) + (double) across);
        }

        @Override
        public V drag(V now, int part, double x, double y) {
            return nearest(values, x);
        }
    }

    /**
     * Numbers in order, nudged one by one, or a point of the plane that moves both ways.
     *
     * @param kind how the keys reach them
     */
    record Reals(Range range, Kind kind) implements Codec<Vector> {

        /** How the keys reach the components. */
        public enum Kind {
            /** One by one. */
            LIST,
            /** One by one, as many as the other knobs ask for. */
            FITTED,
            /** Both at once if there are two: right and up; otherwise one by one. */
            POINT,
            /** Not at all: it is given, not played with. */
            GIVEN
        }

        @Override
        public Vector parse(String text) {
            return Numerals.vector(text);
        }

        @Override
        public Value value(Vector now) {
            return new Value.Reals(now);
        }

        @Override
        public Vector take(Value given) {
            if (given instanceof Value.Rows table) {
                return only(table.rows());
            }
            return given instanceof Value.Reals reals ? reals.values() : parse(given.text());
        }

        /**
         * The row or the column that a table consists of.
         *
         * @throws BadInput if it has more of both
         */
        public static Vector only(List<Vector> rows) {
            if (rows.size() == 1) {
                return rows.get(0);
            }
            if (rows.stream().allMatch(row -> row.size() == 1)) {
                return Vector.of(rows.stream().mapToDouble(row -> row.get(0)).toArray());
            }
            throw BadInput.usage(
                    "not_a_vector",
                    "has " + rows.size() + " rows of " + rows.get(0).size()
                            + " numbers; a vector is one row or one column");
        }

        @Override
        public int stops(Vector now) {
            return kind == Kind.GIVEN ? 0 : movesUp(now) ? 1 : now.size();
        }

        @Override
        public int components(Vector now) {
            return kind == Kind.FITTED ? 0 : now.size();
        }

        @Override
        public boolean movesUp(Vector now) {
            return kind == Kind.POINT && now.size() == 2;
        }

        @Override
        public Vector nudge(Vector now, int part, int across, int up, Stride stride) {
            Vector moved = now.with(part, range.moved(now.get(part), (long) across * stride.tenths()));
            return movesUp(now) ? moved.with(1, range.moved(now.get(1), (long) up * stride.tenths())) : moved;
        }

        @Override
        public Vector drag(Vector now, int part, double x, double y) {
            Vector moved = now.with(part, range.snapped(x));
            return movesUp(now) ? moved.with(1, range.snapped(y)) : moved;
        }
    }

    /** A matrix, nudged entry by entry; its places count row by row. */
    record Entries(Range range) implements Codec<Matrix> {
        @Override
        public Matrix parse(String text) {
            return Numerals.matrix(text);
        }

        @Override
        public String text(Matrix now) {
            return now.toString();
        }

        @Override
        public Value value(Matrix now) {
            return new Value.Rows(now.vectors());
        }

        @Override
        public Matrix take(Value given) {
            return given instanceof Value.Rows rows ? new Matrix(rows.rows()) : parse(given.text());
        }

        @Override
        public int stops(Matrix now) {
            return now.rows() * now.columns();
        }

        @Override
        public Matrix nudge(Matrix now, int part, int across, int up, Stride stride) {
            return now.with(part, range.moved(now.get(part), (long) across * stride.tenths()));
        }

        @Override
        public Matrix drag(Matrix now, int part, double x, double y) {
            return now.with(part, range.snapped(x));
        }
    }

    /**
     * A cell of a matrix, over which the arrows walk.
     *
     * @param last the cell in the last row and column; row 0 where there is no matrix
     */
    record Position(Cell last) implements Codec<Position.Cell> {

        /** A row and a column, from 1. */
        public record Cell(int row, int column) {}

        @Override
        public Cell parse(String text) {
            Vector numbers = numbers(text);
            if (numbers.size() != 2 || numbers.stream().anyMatch(x -> x < 1 || x != Math.rint(x))) {
                throw noCell(text);
            }
            return kept(numbers.get(0), numbers.get(1));
        }

        private static Vector numbers(String text) {
            try {
                return Numerals.vector(text);
            } catch (BadInput unreadable) {
                throw noCell(text);
            }
        }

        private static BadInput noCell(String text) {
            return BadInput.usage("bad_cell", "'" + text + "' is not a cell; type row,column, like 1,2");
        }

        @Override
        public Value value(Cell now) {
            return new Value.Reals(Vector.of(now.row(), now.column()));
        }

        /** None while there is no cell to point at. */
        @Override
        public int stops(Cell now) {
            return last.row() > 0 ? 1 : 0;
        }

        @Override
        public boolean movesUp(Cell now) {
            return true;
        }

        @Override
        public Cell nudge(Cell now, int part, int across, int up, Stride stride) {
            return kept(now.row() - (double) up * stride.whole(), now.column() + (double) across * stride.whole());
        }

        @Override
        public Cell drag(Cell now, int part, double x, double y) {
            return kept(Math.rint(y), Math.rint(x));
        }

        private Cell kept(double row, double column) {
            return new Cell(kept(row, last.row()), kept(column, last.column()));
        }

        private static int kept(double position, int most) {
            return Double.isNaN(position) ? 1 : (int) Math.max(1, Math.min(most, position));
        }
    }

    /**
     * A typed text, like a function of x; the keys go through a few, and from one's own lead back to the first.
     *
     * @param presets where the keys lead; none for what is typed and not turned
     */
    record Typed<V>(List<V> presets, Function<String, V> reader, Function<V, Value> writer) implements Codec<V> {
        @Override
        public V parse(String text) {
            return reader.apply(text);
        }

        @Override
        public Value value(V now) {
            return writer.apply(now);
        }

        @Override
        public int stops(V now) {
            return presets.isEmpty() ? 0 : 1;
        }

        @Override
        public V nudge(V now, int part, int across, int up, Stride stride) {
            return nearest(presets, presets.indexOf(now) + (double) across * stride.whole());
        }

        @Override
        public V drag(V now, int part, double x, double y) {
            return nearest(presets, x);
        }
    }
}
