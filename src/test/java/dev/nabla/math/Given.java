package dev.nabla.math;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Vectors and matrices for properties. */
public final class Given {
    /** Any finite double and those at the edges. */
    static final Arbitrary<Double> WILD = Arbitraries.oneOf(
            Arbitraries.doubles(), Arbitraries.of(1e308, -1e308, Double.MAX_VALUE, 0.0, -0.0, 5e-324));

    private Given() {}

    static Arbitrary<Vector> vectors(Arbitrary<Double> entries, int most) {
        return entries.list().ofMinSize(1).ofMaxSize(most).map(Given::vector);
    }

    /** Whole logits, whose sums and shares of sums are exact. */
    static Arbitrary<Vector> wholeVectors() {
        return vectors(Arbitraries.integers().between(-300, 300).map(Integer::doubleValue), 20);
    }

    /** Logits of which some are masked, but not all. */
    static Arbitrary<Vector> logits(int most) {
        Arbitrary<Double> logit = Arbitraries.oneOf(
                Arbitraries.doubles().between(-20, 20), WILD, Arbitraries.of(Double.NEGATIVE_INFINITY));
        return vectors(logit, most).filter(v -> v.max() > Double.NEGATIVE_INFINITY);
    }

    static Arbitrary<Matrix> matrices(int rows, int columns, Arbitrary<Double> entries) {
        return entries.list().ofSize(rows * columns).map(list -> matrix(list, 0, rows, columns));
    }

    /** So many of the numbers from one on. */
    static Matrix matrix(List<Double> numbers, int from, int rows, int columns) {
        return Matrix.of(rows, i -> vector(numbers.subList(from + i * columns, from + (i + 1) * columns)));
    }

    static Vector vector(List<Double> numbers) {
        return Vector.of(array(numbers));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
