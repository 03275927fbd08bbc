package dev.nabla.figure;

import java.util.Optional;

/**
 * How many of n are kept, from 1; 0 keeps all of them, and comes after the largest count.
 *
 * @param typed reads what is typed, from 0
 */
public record KeptCodec(long n, WholeCodec typed) implements Codec<Long> {
    @Override
    public Long read(Value given) {
        return typed.read(given);
    }

    @Override
    public Value value(Long now) {
        return typed.value(now);
    }

    @Override
    public Bounds bounds() {
        return typed.bounds();
    }

    @Override
    public Optional<Range> range() {
        return Optional.of(new Range(1, n, 1));
    }

    @Override
    public double number(Long now, int part) {
        return now == 0 ? n : Math.min(now, n);
    }

    @Override
    public Long nudge(Long now, int part, int across, int up, Stride stride) {
        long to = new WholeCodec(1, n, false, "", typed.bounds())
                .nudge((long) number(now, part), part, across, up, stride);
        return to == n ? 0 : to;
    }

    @Override
    public Long drag(Long now, int part, double x, double y) {
        return x >= n - 0.5 ? 0 : Math.max(1, Math.round(x));
    }
}
