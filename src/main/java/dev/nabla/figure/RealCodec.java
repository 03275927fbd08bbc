package dev.nabla.figure;

import dev.nabla.math.expression.Numerals;
import java.util.Optional;
import java.util.OptionalDouble;

/** A real number. */
public record RealCodec(Range reach, Bounds bounds) implements Codec<Double> {
    @Override
    public Double read(Value given) {
        Codec.requireSingle(given, "bad_number");
        OptionalDouble number = given.number();
        return number.isPresent() ? number.getAsDouble() : Numerals.number(given.text());
    }

    @Override
    public Value value(Double now) {
        return new Value.Real(now);
    }

    @Override
    public Optional<Range> range() {
        return Optional.of(reach);
    }

    @Override
    public double number(Double now, int part) {
        return now;
    }

    @Override
    public String shown(Double now, int cells) {
        return reach.text(now, cells);
    }

    @Override
    public Double nudge(Double now, int part, int across, int up, Stride stride) {
        return reach.moved(now, stride.tenths(across));
    }

    @Override
    public Double drag(Double now, int part, double x, double y) {
        return reach.snapped(x);
    }
}
