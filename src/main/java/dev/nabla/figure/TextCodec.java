package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.function.Function;

/**
 * A value entered as text, such as a function of x. The arrow keys step through the presets, and from a typed value
 * go to the first one.
 *
 * @param presets the values that the arrow keys reach; empty if the value can only be typed
 * @param choices all possible texts if there are only a few, else empty
 * @param rows whether the presets are rows of the picture
 */
public record TextCodec<V>(
        List<V> presets,
        List<String> choices,
        Function<String, V> reader,
        Function<V, Value> writer,
        boolean rows,
        Bounds bounds)
        implements Codec<V> {
    public TextCodec(List<V> presets, Function<String, V> reader, Function<V, Value> writer) {
        this(presets, List.of(), reader, writer, false, Bounds.NONE);
    }

    /** Returns a copy whose presets are rows of the picture, the first one at the top. */
    public TextCodec<V> inRows() {
        return new TextCodec<>(presets, choices, reader, writer, true, bounds);
    }

    @Override
    public V read(Value given) {
        V read = reader.apply(given.text());
        if (writer.apply(read).parts().isEmpty()) {
            Codec.requireSingle(given, "bad_value");
        }
        if (given instanceof Value.Flag && !(writer.apply(read) instanceof Value.Flag)) {
            throw BadInput.usage("bad_value", "is " + given.text() + "; give a text");
        }
        return read;
    }

    @Override
    public Value value(V now) {
        return writer.apply(now);
    }

    @Override
    public String shown(V now, int cells) {
        return Decimal.typeset(value(now).accept(new KnobText()));
    }

    @Override
    public int stops(V now) {
        return presets.isEmpty() ? 0 : 1;
    }

    @Override
    public V nudge(V now, int part, int across, int up, Stride stride) {
        return drag(now, part, presets.indexOf(now) + (double) stride.whole(across), 0);
    }

    @Override
    public V drag(V now, int part, double x, double y) {
        return presets.get((int) Math.max(0, Math.min(presets.size() - 1, Math.round(x))));
    }

    /** Writes counts with digits grouped in threes, and flags as yes or no. */
    private static final class KnobText extends TextVisitor {
        KnobText() {
            super(",", ";");
        }

        @Override
        public String whole(long n) {
            return Decimal.grouped(n);
        }

        @Override
        public String flag(boolean yes) {
            return yes ? "yes" : "no";
        }
    }
}
