package dev.nabla.figure;

import dev.nabla.math.expression.Numerals;
import java.util.Optional;

/**
 * A whole number: a count of steps or draws, a seed or a position.
 *
 * @param rows whether it counts rows of the picture
 * @param more text after the bounds in the error message; {@code $} stands for the typed number
 * @param bounds the bounds for all models, which include lo and hi
 * @param coarse how far {@link Stride#COARSE} moves it
 */
public record WholeCodec(long lo, long hi, boolean rows, String more, Bounds bounds, long coarse)
        implements Codec<Long> {
    public WholeCodec(long lo, long hi, boolean rows, String more, Bounds bounds) {
        this(lo, hi, rows, more, bounds, Stride.COARSE.whole(1));
    }

    @Override
    public Long read(Value given) {
        Codec.requireSingle(given, "bad_number");
        return Numerals.whole(given.text(), lo, hi, more);
    }

    @Override
    public Value value(Long now) {
        return new Value.Whole(now);
    }

    @Override
    public Optional<Range> range() {
        return Optional.of(new Range(lo, hi, 1));
    }

    @Override
    public double number(Long now, int part) {
        return now;
    }

    @Override
    public Long nudge(Long now, int part, int across, int up, Stride stride) {
        long by = stride == Stride.COARSE ? across * coarse : stride.whole(across);
        return kept(by > hi - now ? hi : by < lo - now ? lo : now + by);
    }

    @Override
    public Long drag(Long now, int part, double x, double y) {
        return kept(Math.round(x));
    }

    private long kept(long count) {
        return Math.max(lo, Math.min(hi, count));
    }
}
