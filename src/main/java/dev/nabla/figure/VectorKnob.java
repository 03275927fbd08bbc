package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Numerals;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A knob that holds a vector: a list of numbers nudged one by one, or a point of the plane that moves both ways.
 *
 * @param kind how the keys reach its components
 */
public record VectorKnob<M extends Record>(
        Label label, Range range, Kind kind, Function<M, Vector> get, BiFunction<M, Vector, M> set) implements Knob<M> {

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
    public int stops(M model) {
        return kind == Kind.GIVEN ? 0 : movesUp(model) ? 1 : get.apply(model).size();
    }

    @Override
    public boolean movesUp(M model) {
        return kind == Kind.POINT && get.apply(model).size() == 2;
    }

    @Override
    public Value value(M model) {
        return new Value.Reals(get.apply(model));
    }

    @Override
    public int components(M model) {
        return kind == Kind.FITTED ? 0 : get.apply(model).size();
    }

    @Override
    public M parse(M model, String text) {
        return set.apply(model, Numerals.vector(text));
    }

    @Override
    public M take(M model, Value value) {
        if (value instanceof Value.Rows table) {
            return set.apply(model, only(table.rows()));
        }
        return value instanceof Value.Reals reals ? set.apply(model, reals.values()) : Knob.super.take(model, value);
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
    public String text(M model) {
        return get.apply(model).toString();
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        Vector old = get.apply(model);
        Vector moved = old.with(part, range.moved(old.get(part), (long) across * stride.tenths()));
        if (movesUp(model)) {
            moved = moved.with(1, range.moved(old.get(1), (long) up * stride.tenths()));
        }
        return set.apply(model, moved);
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        Vector moved = get.apply(model).with(part, range.snapped(x));
        return set.apply(model, movesUp(model) ? moved.with(1, range.snapped(y)) : moved);
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
