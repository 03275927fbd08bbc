package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The hand-derived gradients beside central differences. */
class LayerPropertyTest {
    private static final double H = 0x1p-17;

    @Property(tries = 200)
    void everyGradientOfALayerIsTheNumericOne(@ForAll("layers") Layer layer) {
        // A difference across the kink of relu is the slope of neither side.
        Assume.that(layer.beforeRelu().row(0).stream().noneMatch(a -> Math.abs(a) < 1e-3));
        Layer.Gradient g = layer.gradient();
        List<Matrix> parts = parts(layer);
        List<Matrix> slopes = List.of(g.x(), g.wq(), g.wk(), g.wv(), g.w1(), g.w2());
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < slopes.get(part).rows() * slopes.get(part).columns(); i++) {
                double numeric = (loss(layer, part, i, H) - loss(layer, part, i, -H)) / (2 * H);
                assertThat(slopes.get(part).get(i))
                        .as("part %s entry %s", part, i)
                        .isCloseTo(numeric, within(1e-7));
            }
        }
    }

    private static List<Matrix> parts(Layer layer) {
        return List.of(layer.x(), layer.wq(), layer.wk(), layer.wv(), layer.w1(), layer.w2());
    }

    private static double loss(Layer layer, int part, int entry, double by) {
        List<Matrix> m = IntStream.range(0, 6)
                .mapToObj(i -> {
                    Matrix own = parts(layer).get(i);
                    return i == part ? own.with(entry, own.get(entry) + by) : own;
                })
                .toList();
        return new Layer(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), layer.truth(), layer.mixing())
                .loss()
                .nats();
    }

    @Property(tries = 200)
    void everyGradientOfAttentionIsTheNumericOne(
            @ForAll("entries") List<Double> entries, @ForAll boolean causal, @ForAll("entries") List<Double> slopes) {
        Attention attention = new Attention(
                matrix(entries, 0, 3, 2), matrix(entries, 6, 4, 2), matrix(entries, 14, 4, 2), causal, 0.7);
        Matrix dOut = matrix(slopes, 0, 3, 2);
        Attention.Gradient g = attention.gradient(dOut);
        List<Matrix> gradients = List.of(g.q(), g.k(), g.v());
        int at = 0;
        for (Matrix gradient : gradients) {
            for (int i = 0; i < gradient.rows() * gradient.columns(); i++, at++) {
                double numeric =
                        (weighed(entries, at, H, causal, dOut) - weighed(entries, at, -H, causal, dOut)) / (2 * H);
                assertThat(gradient.get(i)).isCloseTo(numeric, within(1e-7));
            }
        }
    }

    /** sum dOut out, whose gradient by out is dOut. */
    private static double weighed(List<Double> entries, int at, double by, boolean causal, Matrix dOut) {
        List<Double> moved = new ArrayList<>(entries);
        moved.set(at, moved.get(at) + by);
        Matrix out = new Attention(matrix(moved, 0, 3, 2), matrix(moved, 6, 4, 2), matrix(moved, 14, 4, 2), causal, 0.7)
                .out();
        return Sum.of(6, i -> dOut.get(i) * out.get(i));
    }

    private static Matrix matrix(List<Double> entries, int from, int rows, int columns) {
        return Matrix.owning(
                columns,
                entries.subList(from, from + rows * columns).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    @Provide
    Arbitrary<List<Double>> entries() {
        return Arbitraries.doubles().between(-2, 2).ofScale(2).list().ofSize(36);
    }

    @Provide
    Arbitrary<Layer> layers() {
        return entries().flatMap(e -> Arbitraries.of(true, false)
                .map(mixing -> new Layer(
                        matrix(e, 0, 3, 2),
                        matrix(e, 6, 2, 2),
                        matrix(e, 10, 2, 2),
                        matrix(e, 14, 2, 2),
                        matrix(e, 18, 2, 3),
                        matrix(e, 24, 3, 4),
                        2,
                        mixing)));
    }
}
