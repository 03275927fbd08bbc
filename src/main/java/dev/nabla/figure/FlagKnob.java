package dev.nabla.figure;

import dev.nabla.math.BadInput;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A knob that is on or off, as {@code true} and {@code false}; right turns it on, left off. */
public record FlagKnob<M extends Record>(Label label, Predicate<M> get, BiFunction<M, Boolean, M> set)
        implements Knob<M> {

    @Override
    public int stops(M model) {
        return 1;
    }

    @Override
    public Value value(M model) {
        return new Value.Flag(get.test(model));
    }

    @Override
    public M parse(M model, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw BadInput.usage("unknown_word", "'" + text + "' is unknown; type true or false");
        }
        return set.apply(model, text.equals("true"));
    }

    @Override
    public String text(M model) {
        return String.valueOf(get.test(model));
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        return across == 0 ? model : set.apply(model, across > 0);
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return set.apply(model, x >= 0.5);
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.test(from));
    }
}
