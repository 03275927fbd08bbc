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
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Reads, writes, nudges and drags the values of a knob.
 *
 * <p>Nudging and dragging stay within bounds and never throw; reading throws {@link BadInput}.
 *
 * @param <V> the type of the values
 */
public sealed interface Codec<V> {
    /**
     * Returns the value that a text means. Numbers that are given as numbers are not parsed.
     *
     * @throws BadInput if it cannot be read; a {@link WholeCodec} also throws it for a number out of bounds
     */
    V read(Value given);

    /** Returns the value in the form that {@link #read} accepts. Reading its text gives the same value. */
    Value value(V now);

    /** Returns at how many places of the value the keys can stop. */
    default int stops(V now) {
        return 1;
    }

    /** Returns the size of a vector; 0 for anything else, or if the size follows from other knobs. */
    default int components(V now) {
        return 0;
    }

    /** Returns whether the up and down arrows move the value, as a point, instead of the focus. */
    default boolean movesUp(V now) {
        return false;
    }

    /** Returns whether the arrows choose a cell of a table. */
    default boolean choosesCell() {
        return false;
    }

    /**
     * Returns whether the values count rows of the picture. The up and down arrows then step through them before the
     * focus leaves the knob.
     */
    default boolean rows() {
        return false;
    }

    /** Returns all possible values if they are a few words, else an empty list. */
    default List<String> choices() {
        return List.of();
    }

    /** Returns the names of the numbers that a user can type like {@code w=2,c=1}; empty if they have none. */
    default List<String> names() {
        return List.of();
    }

    /** Returns the numbers that the knob, or each entry of its list, can hold in any model. */
    default Bounds bounds() {
        return Bounds.NONE;
    }

    /** Returns the range of a slider; empty for a value that is no number. */
    default Optional<Range> range() {
        return Optional.empty();
    }

    /** Returns the component that a slider shows, counted from 0; NaN if there is none. */
    default double number(V now, int part) {
        return Double.NaN;
    }

    /** Returns the whole value as a picture shows it in a field of {@code cells} cells. A text may be longer. */
    default String shown(V now, int cells) {
        return Decimal.typeset(value(now).text());
    }

    /**
     * Returns one component, counted from 0, for a column of {@code cells} cells. A single value is written as by
     * {@link #shown(Object, int)}.
     */
    default String shown(V now, int part, int cells) {
        return shown(now, cells);
    }

    /**
     * Returns the value after one place, counted from 0, moved by {@code across} steps to the right. A point also moves
     * by {@code up} steps up.
     */
    V nudge(V now, int part, int across, int up, Stride stride);

    /**
     * Returns the value with one place, counted from 0, at x, snapped to a step. {@code y} counts only for a value that
     * moves both ways.
     */
    V drag(V now, int part, double x, double y);

    /** A real number. */
    record RealCodec(Range reach, Bounds bounds) implements Codec<Double> {
        @Override
        public Double read(Value given) {
            requireSingle(given, "bad_number");
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
     * A whole number: a count of steps or draws, a seed or a position.
     *
     * @param rows whether it counts rows of the picture
     * @param more text after the bounds in the error message; {@code $} stands for the typed number
     * @param bounds the bounds for all models, which include lo and hi
     * @param coarse how far {@link Stride#COARSE} moves it
     */
    record WholeCodec(long lo, long hi, boolean rows, String more, Bounds bounds, long coarse) implements Codec<Long> {
        public WholeCodec(long lo, long hi, boolean rows, String more, Bounds bounds) {
            this(lo, hi, rows, more, bounds, Stride.COARSE.whole(1));
        }

        @Override
        public Long read(Value given) {
            requireSingle(given, "bad_number");
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
            long by = stride == Stride.COARSE ? across * coarse : stride.whole(across);
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
     * How many of n are kept, from 1; 0 keeps all of them, and comes after the largest count.
     *
     * @param typed reads what is typed, from 0
     */
    record KeptCodec(long n, WholeCodec typed) implements Codec<Long> {
        @Override
        public Long read(Value given) {
            return typed.read(given);
        }

        @Override
        public Value value(Long now) {
            return typed.value(now);
        }

        @Override
        public Bounds bounds() {
            return typed.bounds();
        }

        @Override
        public Optional<Range> range() {
            return Optional.of(new Range(1, n, 1));
        }

        @Override
        public double number(Long now, int part) {
            return now == 0 ? n : Math.min(now, n);
        }

        @Override
        public Long nudge(Long now, int part, int across, int up, Stride stride) {
            long to = new WholeCodec(1, n, false, "", typed.bounds())
                    .nudge((long) number(now, part), part, across, up, stride);
            return to == n ? 0 : to;
        }

        @Override
        public Long drag(Long now, int part, double x, double y) {
            return x >= n - 0.5 ? 0 : Math.max(1, Math.round(x));
        }
    }

    /**
     * A list of numbers that are nudged singly, or a point of the plane that moves both ways.
     *
     * @param kind how the keys reach the components
     */
    record VectorCodec(Range reach, NudgeMode kind, Bounds bounds) implements Codec<Vector> {

        /** How the keys reach the components. */
        public enum NudgeMode {
            /** Each component is a place of its own. */
            LIST,
            /** Each component is a place of its own. Their number follows from other knobs. */
            FITTED,
            /** Two components move together, right and up. Any other number of them is reached like {@link #LIST}. */
            POINT,
            /** Each component is a share. When one changes, the others keep their ratios, and the sum stays 1. */
            SHARES,
            /** The keys do not stop here; the value is only typed or given. */
            GIVEN
        }

        @Override
        public Vector read(Value given) {
            return vector(given);
        }

        /**
         * Returns the given numbers, or reads them from the text.
         *
         * @throws BadInput if the value is neither a vector nor a text of numbers
         */
        public static Vector vector(Value given) {
            List<Vector> rows = given.rows();
            return rows.isEmpty() ? Numerals.vector(given.text()) : only(rows);
        }

        /**
         * Returns the numbers of a table with a single row or a single column.
         *
         * @throws BadInput if it has several rows and several columns
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
            Vector moved = with(now, part, reach.moved(now.get(part), stride.tenths(across)));
            return movesUp(now) ? moved.with(1, reach.moved(now.get(1), stride.tenths(up))) : moved;
        }

        @Override
        public Vector drag(Vector now, int part, double x, double y) {
            Vector moved = with(now, part, reach.snapped(x));
            return movesUp(now) ? moved.with(1, reach.snapped(y)) : moved;
        }

        private Vector with(Vector now, int part, double x) {
            if (kind != NudgeMode.SHARES) {
                return now.with(part, x);
            }
            int others = now.size() - 1;
            double rest = now.with(part, 0).sum();
            Vector shares = now.map(share -> rest > 0 ? share / rest * (1 - x) : (1 - x) / others);
            return others == 0 ? now : shares.with(part, x);
        }
    }

    /** Numbers with names. The keys reach all of them, as those of a list. */
    record NamedCodec(VectorCodec numbers, NamedNumbers named) implements Codec<Vector> {
        @Override
        public Vector read(Value given) {
            return named.read(given);
        }

        /** Returns the numbers that may be given. */
        @Override
        public Value value(Vector now) {
            List<String> names = named.taken();
            return names.isEmpty()
                    ? new Value.Absent(NamedNumbers.NONE)
                    : new Value.NamedReals(
                            names,
                            Vector.of(names.size(), i -> now.get(named.names().indexOf(names.get(i)))));
        }

        @Override
        public List<String> names() {
            return named.taken();
        }

        @Override
        public Optional<Range> range() {
            return numbers.range();
        }

        @Override
        public double number(Vector now, int part) {
            return numbers.number(now, part);
        }

        @Override
        public String shown(Vector now, int part, int cells) {
            return numbers.shown(now, part, cells);
        }

        @Override
        public int stops(Vector now) {
            return numbers.stops(now);
        }

        @Override
        public Vector nudge(Vector now, int part, int across, int up, Stride stride) {
            return numbers.nudge(now, part, across, up, stride);
        }

        @Override
        public Vector drag(Vector now, int part, double x, double y) {
            return numbers.drag(now, part, x, y);
        }
    }

    /** A matrix whose entries are nudged singly; its places count row by row from 0. */
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
     * Pairs of numbers like {@code 400:0.001,600:0.0005}; {@code none} if there are none.
     *
     * @param nudge what the keys change; empty if they do not stop here
     */
    record PairsCodec(Optional<PairNudge> nudge) implements Codec<List<Vector>> {
        /**
         * A number of the pairs that the keys change.
         *
         * @param now the number
         * @param changed returns the pairs with another number
         */
        public record PairNudge(Range reach, double now, DoubleFunction<List<Vector>> changed) {
            private List<Vector> moved(long tenths) {
                return changed.apply(reach.moved(now, tenths));
            }
        }

        @Override
        public List<Vector> read(Value given) {
            List<Vector> rows = given.rows();
            boolean none = rows.isEmpty() && given.text().strip().equals(Value.Absent.TEXT);
            return rows.isEmpty() && !none ? Numerals.pairs(given.text()) : rows;
        }

        @Override
        public Value value(List<Vector> now) {
            return now.isEmpty() ? new Value.Absent("there are no pairs") : new Value.Pairs(now);
        }

        @Override
        public int stops(List<Vector> now) {
            return nudge.isPresent() ? 1 : 0;
        }

        @Override
        public List<Vector> nudge(List<Vector> now, int part, int across, int up, Stride stride) {
            return nudge.map(number -> number.moved(stride.tenths(across))).orElse(now);
        }

        /** Returns the value as it is, because no place on a picture means a pair. */
        @Override
        public List<Vector> drag(List<Vector> now, int part, double x, double y) {
            return now;
        }
    }

    /**
     * A cell of a matrix, moved by all four arrow keys.
     *
     * @param last the cell in the last row and column; row 0 if there is no matrix
     */
    record PositionCodec(MatrixIndex last) implements Codec<PositionCodec.MatrixIndex> {

        /** A row and a column, counted from 1. */
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
                // the error is thrown below
            }
            throw BadInput.usage("bad_cell", "'" + text + "' is not a cell; type row,column, like 1,2");
        }

        @Override
        public Value value(MatrixIndex now) {
            return new Value.Reals(Vector.of(now.row(), now.column()));
        }

        /** Returns 1, or 0 while there is no matrix. */
        @Override
        public int stops(MatrixIndex now) {
            return last.row() > 0 ? 1 : 0;
        }

        @Override
        public boolean choosesCell() {
            return true;
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

    /** Returns a codec for {@code true} and {@code false}; the right arrow turns it on, the left one off. */
    static Codec<Boolean> flag() {
        return new TextCodec<>(List.of(false, true), Codec::truth, Value.Flag::new);
    }

    /**
     * Checks that a value is no list.
     *
     * @throws BadInput if it is a list, also of a single value
     */
    static void requireSingle(Value given, String code) {
        if (!given.parts().isEmpty()) {
            throw BadInput.usage(code, "is a list; give one value");
        }
    }

    /**
     * Checks that the numbers of a value have no names.
     *
     * @throws BadInput if they have, as those of an object in JSON
     */
    static void requireUnnamed(Value given) {
        if (given instanceof Value.NamedReals) {
            throw BadInput.usage("bad_value", "is an object; give a number, a text or a list of numbers");
        }
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw BadInput.usage("unknown_word", "'" + text + "' is unknown; type true or false");
        }
        return text.equals("true");
    }

    /**
     * Returns a codec for a few named values. Its {@link #read} throws BadInput for any other word.
     *
     * @param words the names, in the order of {@code values}
     * @param presets the values that the arrow keys reach
     */
    static <V> TextCodec<V> named(List<String> words, List<V> values, List<V> presets) {
        Function<String, V> reader = text -> {
            if (!words.contains(text)) {
                throw BadInput.usage("unknown_word", "'" + text + "' is unknown; " + Spelling.suggest(text, words));
            }
            return values.get(words.indexOf(text));
        };
        return new TextCodec<>(
                presets, words, reader, now -> new Value.Word(words.get(values.indexOf(now))), false, Bounds.NONE);
    }

    /**
     * A value entered as text, such as a function of x. The arrow keys step through the presets, and from a typed value
     * go to the first one.
     *
     * @param presets the values that the arrow keys reach; empty if the value can only be typed
     * @param choices all possible texts if there are only a few, else empty
     * @param rows whether the presets are rows of the picture
     */
    record TextCodec<V>(
            List<V> presets,
            List<String> choices,
            Function<String, V> reader,
            Function<V, Value> writer,
            boolean rows,
            Bounds bounds)
            implements Codec<V> {
        public TextCodec(List<V> presets, Function<String, V> reader, Function<V, Value> writer) {
            this(presets, List.of(), reader, writer, false, Bounds.NONE);
        }

        /** Returns a copy whose presets are rows of the picture, the first one at the top. */
        public TextCodec<V> inRows() {
            return new TextCodec<>(presets, choices, reader, writer, true, bounds);
        }

        @Override
        public V read(Value given) {
            V read = reader.apply(given.text());
            if (writer.apply(read).parts().isEmpty()) {
                requireSingle(given, "bad_value");
            }
            if (given instanceof Value.Flag && !(writer.apply(read) instanceof Value.Flag)) {
                throw BadInput.usage("bad_value", "is " + given.text() + "; give a text");
            }
            return read;
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

        /** Writes counts with digits grouped in threes, and flags as yes or no. */
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

    /** Returns a codec for a typed count from 1 to {@code most}; the arrow keys step through the presets. */
    static Codec<Long> sizes(long most, List<Long> presets) {
        Bounds bounds = Bounds.atLeast(1L).atMost(most);
        return new TextCodec<>(
                presets, List.of(), text -> Numerals.whole(text, 1, most), Value.Whole::new, false, bounds);
    }

    /** How far one key press moves a value, in tenths of a knob's step. */
    enum Stride {
        FINE(1),
        STEP(10),
        COARSE(100),
        /** Moves to the end of the knob's range. */
        END(10_000_000_000_000L);

        private final long tenths;

        Stride(long tenths) {
            this.tenths = tenths;
        }

        /** Returns {@code times} strides in tenths of a step. */
        long tenths(int times) {
            return times * tenths;
        }

        /** Returns {@code times} strides in whole steps; a stride counts as at least 1. */
        long whole(int times) {
            return times * Math.max(1, tenths / 10);
        }
    }
}
