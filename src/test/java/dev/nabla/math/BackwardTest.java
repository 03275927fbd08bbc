package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every gradient is what central differences say, entry by entry. */
class BackwardTest {
    private static final double H = 0x1p-12;

    private static void isSlope(Matrix gradient, Matrix at, ToDoubleFunction<Matrix> loss) {
        assertThat(gradient.shape()).isEqualTo(at.shape());
        for (int e = 0; e < at.rows() * at.columns(); e++) {
            double rise = loss.applyAsDouble(at.with(e, at.get(e) + H)) - loss.applyAsDouble(at.with(e, at.get(e) - H));
            assertThat(gradient.get(e)).isCloseTo(rise / (2 * H), within(1e-4 * Math.max(1, at.largest())));
        }
    }

    /** What a loss is that changes with a result as upstream says. */
    private static double along(Matrix result, Matrix upstream) {
        return result.with(upstream, (x, slope) -> x * slope).vectors().stream()
                .mapToDouble(Vector::sum)
                .sum();
    }

    @Property(tries = 100)
    void ofAProduct(@ForAll("four") List<Matrix> m) {
        Vector bias = m.get(2).row(0);
        Matrix upstream = m.get(3);
        Matmul.Gradient gradient = new Matmul(m.get(0), m.get(1), bias).gradient(upstream);
        isSlope(gradient.a(), m.get(0), a -> along(new Matmul(a, m.get(1), bias).c(), upstream));
        isSlope(gradient.b(), m.get(1), b -> along(new Matmul(m.get(0), b, bias).c(), upstream));
        isSlope(
                Matrix.of(new Matmul(m.get(0), m.get(1), bias).biasGradient(upstream)),
                Matrix.of(bias),
                b -> along(new Matmul(m.get(0), m.get(1), b.row(0)).c(), upstream));
    }

    @Property(tries = 100)
    void ofAttention(@ForAll("four") List<Matrix> m, @ForAll boolean causal) {
        Matrix q = m.get(0);
        Matrix k = m.get(1).transposed();
        Matrix v = m.get(2).transposed();
        Matrix upstream = Matrix.of(q.rows(), i -> Vector.of(v.columns(), j -> i - 2 * j + 0.5));
        Attention.Gradient gradient = new Attention(q, k, v, causal && q.rows() <= k.rows(), 0.7).gradient(upstream);
        boolean masked = causal && q.rows() <= k.rows();
        isSlope(
                gradient.q(),
                q,
                x -> along(new Attention(x, k, v, masked, 0.7).stages().out(), upstream));
        isSlope(
                gradient.k(),
                k,
                x -> along(new Attention(q, x, v, masked, 0.7).stages().out(), upstream));
        isSlope(
                gradient.v(),
                v,
                x -> along(new Attention(q, k, x, masked, 0.7).stages().out(), upstream));
    }

    /** Rows of the Jacobian, the loss of a target and its divergence, which differ by what does not change. */
    @Property(tries = 100)
    void ofSoftmaxAndATarget(@ForAll("four") List<Matrix> m, @ForAll("taus") double tau) {
        Matrix logits = Matrix.of(m.get(0).row(0));
        Matrix jacobian = new Softmax(logits.row(0), tau).jacobian();
        for (int j = 0; j < logits.columns(); j++) {
            int share = j;
            isSlope(Matrix.of(jacobian.row(j)), logits, z -> new Softmax(z.row(0), tau)
                    .p()
                    .get(share));
        }
        Vector target = new Softmax(logits.row(0).map(z -> z * z / 4), 1).p();
        Loss soft = new Loss(logits.row(0), 1, tau, Optional.of(target));
        isSlope(Matrix.of(soft.gradient()), logits, z -> soft.withLogits(z.row(0))
                .nats());
        isSlope(Matrix.of(soft.gradient()), logits, z -> soft.withLogits(z.row(0))
                .klNats());
        Reference.close(soft.numericGradient(), soft.gradient(), 1e-6, 1 / tau);
        assertThat(soft.klNats()).isNotNegative();
    }

    @Property(tries = 100)
    void ofAFormulaTwice(@ForAll("four") List<Matrix> m) {
        Expression f = Expression.parseLoss("sin(x) y + x1^2 exp(x2/4) + sigmoid(x1 x2)");
        Vector at = Vector.of(m.get(0).get(0) / 3, m.get(1).get(0) / 3);
        Matrix hessian = f.hessian(at);
        for (int i = 0; i < 2; i++) {
            int slope = i;
            isSlope(Matrix.of(hessian.row(i)), Matrix.of(at), x -> f.gradient(x.row(0), Precision.FLOAT64)
                    .get(slope));
        }
    }

    @Provide
    Arbitrary<Double> taus() {
        return Arbitraries.of(0.5, 1.0, 3.0);
    }

    /** A m x n, B n x p, a row of p and m x p, of numbers from -3 to 3. */
    @Provide
    Arbitrary<List<Matrix>> four() {
        Arbitrary<Double> entries = Arbitraries.integers().between(-12, 12).map(i -> i / 4.0);
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 4);
        return sides.flatMap(m -> sides.flatMap(n -> sides.flatMap(p -> entries.list()
                .ofSize(m * n + n * p + p + m * p)
                .map(all -> List.of(
                        Given.matrix(all, 0, m, n),
                        Given.matrix(all, m * n, n, p),
                        Given.matrix(all, m * n + n * p, 1, p),
                        Given.matrix(all, m * n + n * p + p, m, p))))));
    }
}
