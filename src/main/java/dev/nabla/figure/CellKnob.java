package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Numerals;
import dev.nabla.math.Vector;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A knob that points at a cell of a matrix, as row and column from 1; the arrows walk over the matrix.
 *
 * @param last the cell in the last row and column; row 0 where there is no matrix
 */
public record CellKnob<M extends Record>(
        Label label, Function<M, Cell> get, BiFunction<M, Cell, M> set, Function<M, Cell> last) implements Knob<M> {

    /** A row and a column, from 1. */
    public record Cell(int row, int column) {}

    /** None while there is no cell to point at. */
    @Override
    public int stops(M model) {
        return last.apply(model).row() > 0 ? 1 : 0;
    }

    @Override
    public boolean movesUp(M model) {
        return true;
    }

    @Override
    public Value value(M model) {
        return new Value.Reals(
                Vector.of(get.apply(model).row(), get.apply(model).column()));
    }

    @Override
    public M parse(M model, String text) {
        Vector numbers = numbers(text);
        if (numbers.size() != 2 || numbers.stream().anyMatch(x -> x < 1 || x != Math.rint(x))) {
            throw noCell(text);
        }
        return to(model, numbers.get(0), numbers.get(1));
    }

    private static Vector numbers(String text) {
        try {
            return Numerals.vector(text);
        } catch (BadInput unreadable) {
            throw noCell(text);
        }
    }

    private static BadInput noCell(String text) {
        return BadInput.usage("bad_cell", "'" + text + "' is not a cell; type row,column, like 1,2");
    }

    @Override
    public String text(M model) {
        return get.apply(model).row() + "," + get.apply(model).column();
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        Cell cell = get.apply(model);
        return to(model, cell.row() - (double) up * stride.whole(), cell.column() + (double) across * stride.whole());
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return to(model, Math.rint(y), Math.rint(x));
    }

    private M to(M model, double row, double column) {
        Cell most = last.apply(model);
        return set.apply(model, new Cell((int) kept(row, most.row()), (int) kept(column, most.column())));
    }

    private static double kept(double position, int most) {
        return Double.isNaN(position) ? 1 : Math.max(1, Math.min(most, position));
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
