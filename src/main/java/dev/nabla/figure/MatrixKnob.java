package dev.nabla.figure;

import dev.nabla.math.Matrix;
import dev.nabla.math.Numerals;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A knob that holds a matrix, nudged entry by entry; its places count row by row. */
public record MatrixKnob<M extends Record>(
        Label label, Range range, Function<M, Matrix> get, BiFunction<M, Matrix, M> set) implements Knob<M> {

    @Override
    public int stops(M model) {
        Matrix matrix = get.apply(model);
        return matrix.rows() * matrix.columns();
    }

    @Override
    public Value value(M model) {
        return new Value.Rows(get.apply(model).toRows());
    }

    @Override
    public M parse(M model, String text) {
        return set.apply(model, Numerals.matrix(text));
    }

    @Override
    public M take(M model, Value value) {
        return value instanceof Value.Rows rows
                ? set.apply(model, Matrix.of(rows.rows()))
                : Knob.super.take(model, value);
    }

    @Override
    public String text(M model) {
        return get.apply(model).toString();
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        Matrix old = get.apply(model);
        return set.apply(model, old.with(part, range.moved(old.get(part), (long) across * stride.tenths())));
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return set.apply(model, get.apply(model).with(part, range.snapped(x)));
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
