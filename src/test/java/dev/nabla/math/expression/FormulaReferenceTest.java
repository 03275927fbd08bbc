package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.Descent;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import dev.nabla.math.Reference;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas beside sympy's derivatives with 40 digits and numpy's descents on them (formula.py). */
class FormulaReferenceTest {
    static Stream<String[]> rows() {
        return Reference.rows("formula.csv").stream();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("rows")
    void valueSlopesAndStepsAreThoseOfSympyAndNumpy(
            String formula,
            String start,
            double value,
            String gradient,
            String steepest,
            String optimizer,
            double eta,
            String after1,
            String after7,
            String after25) {
        Formula f = Formula.parse(formula);
        Vector at = Reference.vector(start);
        same(Vector.of(f.loss(at, Precision.FLOAT64)), Vector.of(value), 1e-14);
        same(f.gradient(at, Precision.FLOAT64), Reference.vector(gradient), 1e-13);
        if (at.size() == 2) {
            assertThat(f.steepest(at)).hasValueCloseTo(Reference.number(steepest), within(1e-7));
        }
        Optimizer rule = Optimizer.SGD.with(Method.valueOf(optimizer.toUpperCase(Locale.ROOT)));
        List<Vector> path =
                new Descent(eta, at, f, 25, rule, 0, 1, Precision.FLOAT64).run().path();
        same(path.get(1), Reference.vector(after1), 1e-13);
        same(path.get(7), Reference.vector(after7), 1e-12);
        same(path.get(25), Reference.vector(after25), 1e-11);
    }

    private static void same(Vector ours, Vector theirs, double off) {
        assertThat(ours.size()).isEqualTo(theirs.size());
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i)).isCloseTo(theirs.get(i), within(off * Math.max(1, Math.abs(theirs.get(i)))));
        }
    }
}
