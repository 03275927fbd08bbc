package dev.nabla.figure;

import dev.nabla.math.Formula;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A knob that holds a formula in several variables, which is typed and not turned. */
public record FormulaKnob<M extends Record>(Label label, Function<M, Formula> get, BiFunction<M, Formula, M> set)
        implements Knob<M> {
    @Override
    public int stops(M model) {
        return 0;
    }

    @Override
    public Value value(M model) {
        return new Value.Word(text(model));
    }

    @Override
    public M parse(M model, String text) {
        return set.apply(model, Formula.parse(text));
    }

    @Override
    public String text(M model) {
        return get.apply(model).toString();
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        return model;
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return model;
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
