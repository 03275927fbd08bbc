package dev.nabla.figure;

import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Optional;

/** A matrix whose entries are nudged singly; its places count row by row from 0. */
public record MatrixCodec(Range reach) implements Codec<Matrix> {
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
