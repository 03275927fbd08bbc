package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Spelling;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The values that a knob can hold: how they are read and written, and what keys and pointer make of them.
 *
 * <p>Nudging and dragging keep within bounds and never throw; reading throws {@link BadInput}.
 *
 * @param <V> the values
 */
public sealed interface Codec<V> {
    /** The value that a text means; what is given as numbers already is taken as it is. */
    V read(Value given);

    /** The value as {@link #read} takes it, from its text too. */
    Value value(V now);

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

    /** True if its values are rows of the picture: the up and down arrows go through them before they leave it. */
    default boolean rows() {
        return false;
    }

    /** All it can be, if that is one of a few words. */
    default List<String> choices() {
        return List.of();
    }

    /** The numbers it can hold in any model, or that the entries of its list can be. */
    default Bounds bounds() {
        return Bounds.NONE;
    }

    /** How far a slider goes; empty for what is no number. */
    default Optional<Range> range() {
        return Optional.empty();
    }

    /** One of its numbers, which a slider shows. */
    default double number(V now, int part) {
        return Double.NaN;
    }

    /** The whole value as a picture shows it in a field of so many cells; a text may be longer. */
    default String shown(V now, int cells) {
        return Decimal.typeset(value(now).text());
    }

    /** One of several numbers in a column of so many cells; what is one value as {@link #shown(Object, int)}. */
    default String shown(V now, int part, int cells) {
        return shown(now, cells);
    }

    /** The value after a nudge of one place: {@code across} steps to the right, {@code up} steps up where it moves both ways. */
    V nudge(V now, int part, int across, int up, Stride stride);

    /** The value with the place at (x, y), snapped to a step; y counts only for what moves both ways. */
    V drag(V now, int part, double x, double y);

    /** A real number. */
    record RealCodec(Range reach, Bounds bounds) implements Codec<Double> {
        @Override
        public Double read(Value given) {
            OptionalDouble number = given.number();
            return number.isPresent() ? number.getAsDouble() : Numerals.number(given.text());
        }

        @Override
        public Value value(Double now) {
            return new Value.Real(now);
        }

        @Override
        public Optional<Range> range() {
            return Optional.of(reach);
        }

        @Override
        public double number(Double now, int part) {
            return now;
        }

        @Override
        public String shown(Double now, int cells) {
            return reach.text(now, cells);
        }

        @Override
        public Double nudge(Double now, int part, int across, int up, Stride stride) {
            return reach.moved(now, stride.tenths(across));
        }

        @Override
        public Double drag(Double now, int part, double x, double y) {
            return reach.snapped(x);
        }
    }

    /**
     * A count of steps or draws, a seed, a position.
     *
     * @param rows whether it counts rows of the picture
     * @param more what a complaint says behind the bounds, {@code $} for the number that was typed
     * @param bounds what contains lo and hi in any model
     */
    record WholeCodec(long lo, long hi, boolean rows, String more, Bounds bounds) implements Codec<Long> {
        @Override
        public Long read(Value given) {
            return Numerals.whole(given.text(), lo, hi, more);
        }

        @Override
        public Value value(Long now) {
            return new Value.Whole(now);
        }

        @Override
        public Optional<Range> range() {
            return Optional.of(new Range(lo, hi, 1));
        }

        @Override
        public double number(Long now, int part) {
            return now;
        }

        @Override
        public Long nudge(Long now, int part, int across, int up, Stride stride) {
            long by = stride.whole(across);
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

    /**
     * Numbers in order, nudged one by one, or a point of the plane that moves both ways.
     *
     * @param kind how the keys reach them
     */
    record VectorCodec(Range reach, NudgeMode kind, Bounds bounds) implements Codec<Vector> {

        /** How the keys reach the components. */
        public enum NudgeMode {
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
        public Vector read(Value given) {
            return vector(given);
        }

        /** The numbers given, or those of its text. */
        public static Vector vector(Value given) {
            List<Vector> rows = given.rows();
            return rows.isEmpty() ? Numerals.vector(given.text()) : only(rows);
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
        public Value value(Vector now) {
            return new Value.Reals(now);
        }

        @Override
        public Optional<Range> range() {
            return Optional.of(reach);
        }

        @Override
        public double number(Vector now, int part) {
            return part < now.size() ? now.get(part) : Double.NaN;
        }

        @Override
        public String shown(Vector now, int part, int cells) {
            return reach.column(now.get(part), cells);
        }

        @Override
        public int stops(Vector now) {
            return kind == NudgeMode.GIVEN ? 0 : movesUp(now) ? 1 : now.size();
        }

        @Override
        public int components(Vector now) {
            return kind == NudgeMode.FITTED ? 0 : now.size();
        }

        @Override
        public boolean movesUp(Vector now) {
            return kind == NudgeMode.POINT && now.size() == 2;
        }

        @Override
        public Vector nudge(Vector now, int part, int across, int up, Stride stride) {
            Vector moved = now.with(part, reach.moved(now.get(part), stride.tenths(across)));
            return movesUp(now) ? moved.with(1, reach.moved(now.get(1), stride.tenths(up))) : moved;
        }

        @Override
        public Vector drag(Vector now, int part, double x, double y) {
            Vector moved = now.with(part, reach.snapped(x));
            return movesUp(now) ? moved.with(1, reach.snapped(y)) : moved;
        }
    }

    /** A matrix, nudged entry by entry; its places count row by row. */
    record MatrixCodec(Range reach) implements Codec<Matrix> {
        @Override
        public Matrix read(Value given) {
            List<Vector> rows = given.rows();
            return rows.isEmpty() ? Numerals.matrix(given.text()) : new Matrix(rows);
        }

        @Override
        public Value value(Matrix now) {
            return new Value.Rows(now.vectors());
        }

        @Override
        public Optional<Range> range() {
            return Optional.of(reach);
        }

        @Override
        public double number(Matrix now, int part) {
            return now.get(part / now.columns(), part % now.columns());
        }

        @Override
        public String shown(Matrix now, int part, int cells) {
            return reach.column(number(now, part), cells);
        }

        @Override
        public int stops(Matrix now) {
            return now.rows() * now.columns();
        }

        @Override
        public Matrix nudge(Matrix now, int part, int across, int up, Stride stride) {
            return now.with(part, reach.moved(now.get(part), stride.tenths(across)));
        }

        @Override
        public Matrix drag(Matrix now, int part, double x, double y) {
            return now.with(part, reach.snapped(x));
        }
    }

    /**
     * A cell of a matrix, over which the arrows walk.
     *
     * @param last the cell in the last row and column; row 0 where there is no matrix
     */
    record PositionCodec(MatrixIndex last) implements Codec<PositionCodec.MatrixIndex> {

        /** A row and a column, from 1. */
        public record MatrixIndex(int row, int column) {}

        @Override
        public MatrixIndex read(Value given) {
            String text = given.text();
            try {
                Vector numbers = Numerals.vector(text);
                if (numbers.size() == 2 && numbers.stream().allMatch(x -> x >= 1 && x == Math.rint(x))) {
                    return kept(numbers.get(0), numbers.get(1));
                }
            } catch (BadInput unreadable) {
                // told below
            }
            throw BadInput.usage("bad_cell", "'" + text + "' is not a cell; type row,column, like 1,2");
        }

        @Override
        public Value value(MatrixIndex now) {
            return new Value.Reals(Vector.of(now.row(), now.column()));
        }

        /** None while there is no cell to point at. */
        @Override
        public int stops(MatrixIndex now) {
            return last.row() > 0 ? 1 : 0;
        }

        @Override
        public boolean movesUp(MatrixIndex now) {
            return true;
        }

        @Override
        public MatrixIndex nudge(MatrixIndex now, int part, int across, int up, Stride stride) {
            return kept(now.row() - (double) stride.whole(up), now.column() + (double) stride.whole(across));
        }

        @Override
        public MatrixIndex drag(MatrixIndex now, int part, double x, double y) {
            return kept(Math.rint(y), Math.rint(x));
        }

        private MatrixIndex kept(double row, double column) {
            return new MatrixIndex(kept(row, last.row()), kept(column, last.column()));
        }

        private static int kept(double position, int most) {
            return Double.isNaN(position) ? 1 : (int) Math.max(1, Math.min(most, position));
        }
    }

    /** On or off, as {@code true} and {@code false}; right turns it on, left off. */
    static Codec<Boolean> flag() {
        return new TextCodec<>(List.of(false, true), Codec::truth, Value.Flag::new);
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw BadInput.usage("unknown_word", "'" + text + "' is unknown; type true or false");
        }
        return text.equals("true");
    }

    /**
     * One of a few values, which have names.
     *
     * @param presets those of them that the keys lead to
     */
    static <V> Codec<V> named(List<String> words, List<V> values, List<V> presets) {
        Function<String, V> reader = text -> {
            if (!words.contains(text)) {
                throw BadInput.usage("unknown_word", "'" + text + "' is unknown; " + Spelling.suggest(text, words));
            }
            return values.get(words.indexOf(text));
        };
        return new TextCodec<>(
                presets, words, reader, now -> new Value.Word(words.get(values.indexOf(now))), Bounds.NONE);
    }

    /**
     * A typed text, like a function of x; the keys go through a few, and from one's own lead back to the first.
     *
     * @param presets where the keys lead; none for what is typed and not turned
     * @param choices all it can be, if that is one of a few
     */
    record TextCodec<V>(
            List<V> presets, List<String> choices, Function<String, V> reader, Function<V, Value> writer, Bounds bounds)
            implements Codec<V> {
        public TextCodec(List<V> presets, Function<String, V> reader, Function<V, Value> writer) {
            this(presets, List.of(), reader, writer, Bounds.NONE);
        }

        @Override
        public V read(Value given) {
            return reader.apply(given.text());
        }

        @Override
        public Value value(V now) {
            return writer.apply(now);
        }

        @Override
        public String shown(V now, int cells) {
            return Decimal.typeset(value(now).accept(new KnobText()));
        }

        @Override
        public int stops(V now) {
            return presets.isEmpty() ? 0 : 1;
        }

        @Override
        public V nudge(V now, int part, int across, int up, Stride stride) {
            return drag(now, part, presets.indexOf(now) + (double) stride.whole(across), 0);
        }

        @Override
        public V drag(V now, int part, double x, double y) {
            return presets.get((int) Math.max(0, Math.min(presets.size() - 1, Math.round(x))));
        }

        /** Counts in threes, and yes or no. */
        private static final class KnobText extends TextVisitor {
            KnobText() {
                super(",", ";");
            }

            @Override
            public String whole(long n) {
                return Decimal.grouped(n);
            }

            @Override
            public String flag(boolean yes) {
                return yes ? "yes" : "no";
            }
        }
    }

    /** A count that is typed; the keys go through a few. */
    static Codec<Long> sizes(long most, List<Long> presets) {
        Bounds bounds = Bounds.atLeast(1L).atMost(most);
        return new TextCodec<>(presets, List.of(), text -> Numerals.whole(text, 1, most), Value.Whole::new, bounds);
    }

    /** How far one press goes, in tenths of a knob's step. */
    enum Stride {
        FINE(1),
        STEP(10),
        COARSE(100),
        /** As far as the knob goes. */
        END(10_000_000_000_000L);

        private final long tenths;

        Stride(long tenths) {
            this.tenths = tenths;
        }

        /** So many strides. */
        long tenths(int times) {
            return times * tenths;
        }

        /** So many strides in whole steps, each at least 1. */
        long whole(int times) {
            return times * Math.max(1, tenths / 10);
        }
    }
}
