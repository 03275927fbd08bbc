package dev.nabla.figure;

import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Pairs of numbers like {@code 400:0.001,600:0.0005}; {@code none} if there are none.
 *
 * @param nudge what the keys change; empty if they do not stop here
 */
public record PairsCodec(Optional<PairNudge> nudge) implements Codec<List<Vector>> {
    /**
     * A number of the pairs that the keys change.
     *
     * @param now the number
     * @param changed returns the pairs with another number
     */
    public record PairNudge(Range reach, double now, DoubleFunction<List<Vector>> changed) {
        private List<Vector> moved(long tenths) {
            return changed.apply(reach.moved(now, tenths));
        }
    }

    @Override
    public List<Vector> read(Value given) {
        List<Vector> rows = given.rows();
        boolean none = rows.isEmpty() && given.text().strip().equals(Value.Absent.TEXT);
        return rows.isEmpty() && !none ? Numerals.pairs(given.text()) : rows;
    }

    @Override
    public Value value(List<Vector> now) {
        return now.isEmpty() ? new Value.Absent("there are no pairs") : new Value.Pairs(now);
    }

    @Override
    public int stops(List<Vector> now) {
        return nudge.isPresent() ? 1 : 0;
    }

    @Override
    public List<Vector> nudge(List<Vector> now, int part, int across, int up, Stride stride) {
        return nudge.map(number -> number.moved(stride.tenths(across))).orElse(now);
    }

    /** Returns the value as it is, because no place on a picture means a pair. */
    @Override
    public List<Vector> drag(List<Vector> now, int part, double x, double y) {
        return now;
    }
}
