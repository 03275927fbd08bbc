package dev.nabla.figure.part;

import dev.nabla.figure.Codec.Reals.Kind;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.math.Vector;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The inputs that softmax, sampling and the loss have in common. */
public final class LogitKnobs {
    public static final Range TEMPERATURES = new Range(0.1, 10, 0.05);

    private LogitKnobs() {}

    public static <M extends Record> Knob<M, ?> logits(Function<M, Vector> get, BiFunction<M, Vector, M> set) {
        return KnobInfo.question("logits", "z", "raw scores, like 2.1,0.5,-1,-0.5; -inf masks a token")
                .vector(new Range(-4, 4, 0.1), Kind.LIST, get, set);
    }

    public static <M extends Record> Knob<M, ?> tau(Function<M, Double> get, BiFunction<M, Double, M> set) {
        return KnobInfo.question("tau", "τ", "temperature, above 0: below 1 sharpens, above 1 flattens, like 0.5")
                .real(TEMPERATURES, get, set);
    }
}
