package dev.nabla.figure;

import dev.nabla.math.Decimal;
import dev.nabla.math.Numerals;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A knob that holds one real number. */
public record NumberKnob<M extends Record>(
        Label label, Range range, ToDoubleFunction<M> get, BiFunction<M, Double, M> set, Predicate<M> active)
        implements Knob<M> {

    public NumberKnob(Label label, Range range, ToDoubleFunction<M> get, BiFunction<M, Double, M> set) {
        this(label, range, get, set, model -> true);
    }

    @Override
    public int stops(M model) {
        return active.test(model) ? 1 : 0;
    }

    @Override
    public Value value(M model) {
        return new Value.Real(get.applyAsDouble(model));
    }

    @Override
    public M parse(M model, String text) {
        return set.apply(model, Numerals.number(text));
    }

    @Override
    public M take(M model, Value value) {
        if (value instanceof Value.Whole whole) {
            return set.apply(model, (double) whole.value());
        }
        return value instanceof Value.Real real ? set.apply(model, real.value()) : Knob.super.take(model, value);
    }

    @Override
    public String text(M model) {
        return Decimal.shortest(get.applyAsDouble(model));
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        return set.apply(model, range.moved(get.applyAsDouble(model), (long) across * stride.tenths()));
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return set.apply(model, range.snapped(x));
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.applyAsDouble(from));
    }
}
