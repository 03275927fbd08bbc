package dev.nabla.figure;

import dev.nabla.math.Expression;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A knob that holds a function of x: any that can be typed; the keys go through a few of them. */
public record ExpressionKnob<M extends Record>(
        Label label, List<Expression> presets, Function<M, Expression> get, BiFunction<M, Expression, M> set)
        implements Knob<M> {
    public ExpressionKnob {
        presets = List.copyOf(presets);
    }

    @Override
    public int stops(M model) {
        return 1;
    }

    @Override
    public Value value(M model) {
        return new Value.Word(text(model));
    }

    @Override
    public M parse(M model, String text) {
        return set.apply(model, Expression.parse(text));
    }

    @Override
    public String text(M model) {
        return get.apply(model).toString();
    }

    /** From a function of one's own the keys lead back to the first. */
    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        return drag(model, part, presets.indexOf(get.apply(model)) + (double) across * stride.whole(), 0);
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        int nearest = (int) Math.max(0, Math.min(presets.size() - 1, Math.round(x)));
        return set.apply(model, presets.get(nearest));
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
