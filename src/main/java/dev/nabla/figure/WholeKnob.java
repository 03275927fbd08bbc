package dev.nabla.figure;

import dev.nabla.math.Numerals;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A knob that counts: steps, draws, a seed, a position.
 *
 * @param most the largest count that the model allows
 */
public record WholeKnob<M extends Record>(
        Label label,
        long lo,
        ToLongFunction<M> most,
        ToLongFunction<M> get,
        BiFunction<M, Long, M> set,
        Predicate<M> active)
        implements Knob<M> {

    public WholeKnob(
            Label label, long lo, long hi, ToLongFunction<M> get, BiFunction<M, Long, M> set, Predicate<M> active) {
        this(label, lo, model -> hi, get, set, active);
    }

    @Override
    public int stops(M model) {
        return active.test(model) ? 1 : 0;
    }

    @Override
    public Value value(M model) {
        return new Value.Whole(get.applyAsLong(model));
    }

    @Override
    public M parse(M model, String text) {
        return set.apply(model, Numerals.whole(text, lo, most.applyAsLong(model)));
    }

    @Override
    public String text(M model) {
        return Long.toString(get.applyAsLong(model));
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        long now = get.applyAsLong(model);
        long hi = most.applyAsLong(model);
        long by = (long) across * stride.whole();
        return to(model, by > hi - now ? hi : by < lo - now ? lo : now + by);
    }

    /** The model with this count, kept within the bounds. */
    M to(M model, long count) {
        return set.apply(model, Math.max(lo, Math.min(most.applyAsLong(model), count)));
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return to(model, Math.round(x));
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.applyAsLong(from));
    }
}
