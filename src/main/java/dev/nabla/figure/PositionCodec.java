package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;

/**
 * A cell of a matrix, moved by all four arrow keys.
 *
 * @param last the cell in the last row and column; row 0 if there is no matrix
 */
public record PositionCodec(MatrixIndex last) implements Codec<PositionCodec.MatrixIndex> {

    /** A row and a column, counted from 1. */
    public record MatrixIndex(int row, int column) {}

    @Override
    public MatrixIndex read(Value given) {
        String text = given.text();
        try {
            Vector numbers = Numerals.vector(text);
            if (numbers.size() == 2 && numbers.stream().allMatch(x -> x >= 1 && x == Math.rint(x))) {
                return kept(numbers.get(0), numbers.get(1));
            }
        } catch (BadInput unreadable) {
            // the error is thrown below
        }
        throw BadInput.usage("bad_cell", "'" + text + "' is not a cell; type row,column, like 1,2");
    }

    @Override
    public Value value(MatrixIndex now) {
        return new Value.Reals(Vector.of(now.row(), now.column()));
    }

    /** Returns 1, or 0 while there is no matrix. */
    @Override
    public int stops(MatrixIndex now) {
        return last.row() > 0 ? 1 : 0;
    }

    @Override
    public boolean choosesCell() {
        return true;
    }

    @Override
    public boolean movesUp(MatrixIndex now) {
        return true;
    }

    @Override
    public MatrixIndex nudge(MatrixIndex now, int part, int across, int up, Stride stride) {
        return kept(now.row() - (double) stride.whole(up), now.column() + (double) stride.whole(across));
    }

    @Override
    public MatrixIndex drag(MatrixIndex now, int part, double x, double y) {
        return kept(Math.rint(y), Math.rint(x));
    }

    private MatrixIndex kept(double row, double column) {
        return new MatrixIndex(kept(row, last.row()), kept(column, last.column()));
    }

    private static int kept(double position, int most) {
        return Double.isNaN(position) ? 1 : (int) Math.max(1, Math.min(most, position));
    }
}
