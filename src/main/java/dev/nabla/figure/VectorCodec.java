package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Optional;

/**
 * A list of numbers that are nudged singly, or a point of the plane that moves both ways.
 *
 * @param kind how the keys reach the components
 */
public record VectorCodec(Range reach, NudgeMode kind, Bounds bounds) implements Codec<Vector> {

    /** How the keys reach the components. */
    public enum NudgeMode {
        /** Each component is a place of its own. */
        LIST,
        /** Each component is a place of its own. Their number follows from other knobs. */
        FITTED,
        /** Two components move together, right and up. Any other number of them is reached like {@link #LIST}. */
        POINT,
        /** Each component is a share. When one changes, the others keep their ratios, and the sum stays 1. */
        SHARES,
        /** The keys do not stop here; the value is only typed or given. */
        GIVEN
    }

    @Override
    public Vector read(Value given) {
        return vector(given);
    }

    /**
     * Returns the given numbers, or reads them from the text.
     *
     * @throws BadInput if the value is neither a vector nor a text of numbers
     */
    public static Vector vector(Value given) {
        List<Vector> rows = given.rows();
        return rows.isEmpty() ? Numerals.vector(given.text()) : only(rows);
    }

    /**
     * Returns the numbers of a table with a single row or a single column.
     *
     * @throws BadInput if it has several rows and several columns
     */
    public static Vector only(List<Vector> rows) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        if (rows.stream().allMatch(row -> row.size() == 1)) {
            return Vector.of(rows.stream().mapToDouble(row -> row.get(0)).toArray());
        }
        throw BadInput.usage(
                "not_a_vector",
                "has " + rows.size() + " rows of " + rows.get(0).size()
                        + " numbers; a vector is one row or one column");
    }

    @Override
    public Value value(Vector now) {
        return new Value.Reals(now);
    }

    @Override
    public Optional<Range> range() {
        return Optional.of(reach);
    }

    @Override
    public double number(Vector now, int part) {
        return part < now.size() ? now.get(part) : Double.NaN;
    }

    @Override
    public String shown(Vector now, int part, int cells) {
        return reach.column(now.get(part), cells);
    }

    @Override
    public int stops(Vector now) {
        return kind == NudgeMode.GIVEN ? 0 : movesUp(now) ? 1 : now.size();
    }

    @Override
    public int components(Vector now) {
        return kind == NudgeMode.FITTED ? 0 : now.size();
    }

    @Override
    public boolean movesUp(Vector now) {
        return kind == NudgeMode.POINT && now.size() == 2;
    }

    @Override
    public Vector nudge(Vector now, int part, int across, int up, Stride stride) {
        Vector moved = with(now, part, reach.moved(now.get(part), stride.tenths(across)));
        return movesUp(now) ? moved.with(1, reach.moved(now.get(1), stride.tenths(up))) : moved;
    }

    @Override
    public Vector drag(Vector now, int part, double x, double y) {
        Vector moved = with(now, part, reach.snapped(x));
        return movesUp(now) ? moved.with(1, reach.snapped(y)) : moved;
    }

    private Vector with(Vector now, int part, double x) {
        if (kind != NudgeMode.SHARES) {
            return now.with(part, x);
        }
        int others = now.size() - 1;
        double rest = now.with(part, 0).sum();
        Vector shares = now.map(share -> rest > 0 ? share / rest * (1 - x) : (1 - x) / others);
        return others == 0 ? now : shares.with(part, x);
    }
}
