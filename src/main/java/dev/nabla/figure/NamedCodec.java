package dev.nabla.figure;

import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** Numbers with names. The keys reach all of them, as those of a list. */
public record NamedCodec(VectorCodec numbers, NamedNumbers named) implements Codec<Vector> {
    @Override
    public Vector read(Value given) {
        return named.read(given);
    }

    /** Returns the numbers that may be given. */
    @Override
    public Value value(Vector now) {
        List<String> names = named.taken();
        return names.isEmpty()
                ? new Value.Absent(NamedNumbers.NONE)
                : new Value.NamedReals(
                        names,
                        Vector.of(names.size(), i -> now.get(named.names().indexOf(names.get(i)))));
    }

    @Override
    public List<String> names() {
        return named.taken();
    }

    @Override
    public Optional<Range> range() {
        return numbers.range();
    }

    @Override
    public double number(Vector now, int part) {
        return numbers.number(now, part);
    }

    @Override
    public String shown(Vector now, int part, int cells) {
        return numbers.shown(now, part, cells);
    }

    @Override
    public int stops(Vector now) {
        return numbers.stops(now);
    }

    @Override
    public Vector nudge(Vector now, int part, int across, int up, Stride stride) {
        return numbers.nudge(now, part, across, up, stride);
    }

    @Override
    public Vector drag(Vector now, int part, double x, double y) {
        return numbers.drag(now, part, x, y);
    }
}
