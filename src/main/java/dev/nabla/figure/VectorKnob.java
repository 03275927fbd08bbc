package dev.nabla.figure;

import dev.nabla.math.Numerals;
import dev.nabla.math.Vector;
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
        return value instanceof Value.Reals reals ? set.apply(model, reals.values()) : Knob.super.take(model, value);
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
