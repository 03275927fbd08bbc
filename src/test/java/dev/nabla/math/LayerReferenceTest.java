package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A layer and its gradient beside numpy's 80-bit ones, which know nothing of the chain rule (layer.py). */
class LayerReferenceTest {
    static Stream<List<String>> rows() {
        return Reference.rows("layer.csv").stream().map(Arrays::asList);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void forwardAndBackwardAgreeWithWiderArithmetic(List<String> row) {
        List<Matrix> parts = IntStream.range(0, 6)
                .mapToObj(i -> Reference.matrix(row.get(i)))
                .toList();
        Layer layer = new Layer(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                Integer.parseInt(row.get(6)),
                Boolean.parseBoolean(row.get(7)));
        close(Matrix.of(List.of(layer.loss().p())), Reference.matrix(row.get(8)), 1e-15);
        assertThat(layer.loss().nats()).isCloseTo(Reference.number(row.get(9)), within(4e-15));
        Layer.Gradient g = layer.gradient();
        List<Matrix> ours = List.of(g.x(), g.wq(), g.wk(), g.wv(), g.w1(), g.w2());
        for (int i = 0; i < ours.size(); i++) {
            // The difference of fourth order with h = 2^-12 is right to some h^4 = 4e-15.
            close(ours.get(i), Reference.matrix(row.get(10 + i)), 1e-12);
        }
    }

    private static void close(Matrix ours, Matrix wide, double error) {
        assertThat(ours.shape()).isEqualTo(wide.shape());
        for (int i = 0; i < wide.rows() * wide.columns(); i++) {
            assertThat(ours.get(i)).isCloseTo(wide.get(i), within(error));
        }
    }
}
