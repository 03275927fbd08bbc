package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.Optimizer.Memory;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Trajectory.RunStatus;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The course's own bowl L = 1/2 (0.6 x^2 + 2.2 y^2) from (-2.5, 1.5), and the edges. */
class DescentTest {
    private static final Precision WIDE = Precision.FLOAT64;
    private static final Descent COURSE = new Descent(
            0.18,
            Vector.of(-2.5, 1.5),
            new QuadraticLoss(Vector.of(0.6, 2.2)),
            0,
            Optimizer.SGD,
            0,
            1,
            Precision.FLOAT64,
            Descent.TOL);

    @Test
    void theFastestRateFollowsFromTheCurvature() {
        assertThat(COURSE.stability().orElseThrow().fastest()).isCloseTo(0.7143, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"1.35, 65, 131", "1, 239, 483"})
    void float32OverflowsWhereAGpuDoes(double eta, int infinite, int nan) {
        Descent descent = COURSE.withPrecision(Precision.FLOAT32).withEta(eta).withSteps(500);
        List<Vector> path = descent.run().path();
        assertThat(descent.run().divergedAt()).hasValue(infinite);
        assertThat(descent.loss(path.get(infinite))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(path.get(nan).stream().boxed()).contains(Double.NaN);
        assertThat(path.get(nan - 1).stream().boxed()).doesNotContain(Double.NaN);
    }

    private static Descent along(double curvature, double start, double eta, Method method, int steps) {
        return COURSE.withSurface(new QuadraticLoss(Vector.of(curvature)))
                .withStart(Vector.of(start))
                .withEta(eta)
                .withOptimizer(Optimizer.SGD.with(method))
                .withSteps(steps);
    }

    /** It halves with every step: 2^-10 is the first power below 0.001, 2^-4 the first below 0.1. */
    @Test
    void whatHalvesWithEveryStepHasConvergedAtTheTenth() {
        for (double scale : new double[] {1, 1e-200, 1e-6, 1e150}) {
            Descent halving = along(1 / 1e-5, scale, 0.5e-5, Method.SGD, 10);
            assertThat(halving.run().convergedAt()).hasValue(10);
            assertThat(halving.run().status()).isEqualTo(RunStatus.CONVERGED);
            assertThat(halving.withTol(0.1).run().convergedAt()).hasValue(4);
            assertThat(halving.withSteps(9).run().status()).isEqualTo(RunStatus.DESCENDING);
        }
    }

    /**
     * Momentum with v = 1 passes the bottom, on to -0.9; near the bottom a rate above the limit only grows; on a flat
     * bowl the run has hardly moved. None of them is at rest.
     */
    @Test
    void passingTheBottomNearnessAndAFlatSlopeAreNoRest() {
        assertThat(along(1, 1, 1, Method.MOMENTUM, 1).run().theta()).isEqualTo(Vector.of(0.0));
        assertThat(along(1, 1, 1, Method.MOMENTUM, 1).run().status()).isEqualTo(RunStatus.DESCENDING);
        assertThat(along(1, 1e-9, 2.5, Method.SGD, 1).run().status()).isEqualTo(RunStatus.DIVERGING);
        assertThat(along(1e-9, 1, 0.1, Method.SGD, 9).run().status()).isEqualTo(RunStatus.DESCENDING);
        assertThat(COURSE.withNoise(1e-9).withSteps(200).run().convergedAt()).isEmpty();
        assertThat(formula("x^2/2", 1, 1, 1).status()).isEqualTo(RunStatus.CONVERGED);
        assertThat(formula("x^2/2e9", 1, 9, 1).status()).isEqualTo(RunStatus.DESCENDING);
        assertThat(formula("tanh(x)^2", 1, 9, 20).status()).isEqualTo(RunStatus.DESCENDING);
    }

    /** It rests at 1e-3 from step 99, and is at 0.15 again at step 8000. */
    @Test
    void adamIsStirredUpAgain() {
        Descent adam = COURSE.withOptimizer(Optimizer.SGD.with(Method.ADAM));
        assertThat(adam.withSteps(300).run().status()).isEqualTo(RunStatus.CONVERGED);
        assertThat(adam.withSteps(8000).run().status()).isNotEqualTo(RunStatus.CONVERGED);
    }

    /** The same answer however long it is run on, and it stays there; where none comes it grows, or takes its time. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatHasConvergedOnABowlStaysThere(
            @ForAll @DoubleRange(min = 0.01, max = 4.2) double share,
            @ForAll @DoubleRange(min = 0, max = 0.97) double beta,
            @ForAll @DoubleRange(min = 0.05, max = 20) double flat,
            @ForAll @DoubleRange(min = -9, max = 9) double across,
            @ForAll Method method,
            @ForAll @IntRange(min = 1, max = 400) int steps) {
        Descent descent = COURSE.withSurface(new QuadraticLoss(Vector.of(flat, 20)))
                .withStart(Vector.of(across, 1))
                .withEta(share / 20)
                .withOptimizer(Optimizer.SGD
                        .with(method == Method.ADAM ? Method.SGD : method)
                        .withBeta(beta))
                .withSteps(steps);
        Trajectory run = descent.run();
        Trajectory on = descent.withSteps(3 * steps + 2000).run();
        assertThat(run.convergedAt().isPresent()).isEqualTo(run.status() == RunStatus.CONVERGED);
        run.convergedAt().ifPresent(at -> {
            assertThat(on.convergedAt()).hasValue(at);
            double most = Descent.TOL * descent.start().norm();
            assertThat(on.path().subList(at, on.path().size())).allMatch(theta -> theta.norm() <= most);
        });
        double factor = Math.abs(run.factor().orElseThrow());
        if (factor < 0.99) {
            assertThat(on.status()).isEqualTo(RunStatus.CONVERGED);
        }
        if (run.status() == RunStatus.DIVERGING && factor > 1.01) {
            assertThat(on.loss()).matches(loss -> !(loss <= run.losses().get(0)));
        }
    }

    /** Watched, not predicted: as long again. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatHasConvergedOnAFormulaStaysAsLongAgain(
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double eta,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y,
            @ForAll Method method,
            @ForAll @IntRange(min = 1, max = 200) int steps) {
        Descent descent = COURSE.withSurface(Expression.parseLoss("(x^2-9/4)^2/10+(x+2)/10+y^2/2"))
                .withStart(Vector.of(x, y))
                .withEta(eta)
                .withOptimizer(Optimizer.SGD.with(method))
                .withSteps(steps);
        Trajectory run = descent.run();
        assertThat(run.convergedAt().isPresent()).isEqualTo(run.status() == RunStatus.CONVERGED);
        run.convergedAt().ifPresent(at -> {
            List<Vector> path = descent.withSteps(2 * steps).run().path();
            Vector end = path.get(2 * steps);
            double most = Descent.TOL * ConvergenceTest.between(path.get(0), end);
            assertThat(path.subList(at, path.size())).allMatch(theta -> ConvergenceTest.between(theta, end) <= most);
        });
    }

    @Test
    void noiseIsTheSameForTheSameSeedAndNoneWithoutSpread() {
        Descent noisy = COURSE.withNoise(0.5).withSteps(20);
        assertThat(noisy.run().path())
                .isEqualTo(noisy.run().path())
                .isNotEqualTo(noisy.withSeed(2).run().path());
        assertThat(noisy.withSeed(2).withNoise(0).run().path())
                .isEqualTo(COURSE.withSteps(20).run().path());
    }

    @Test
    void aVectorOfAnotherSizeBringsTheOtherToItsSize() {
        assertThat(COURSE.withStart(Vector.of(1)).surface()).isEqualTo(new QuadraticLoss(Vector.of(0.6)));
        assertThat(COURSE.withSurface(new QuadraticLoss(Vector.of(1, 2, 3))).start())
                .isEqualTo(Vector.of(-2.5, 1.5, 1.5));
    }

    private static Trajectory formula(String f, double eta, int steps, double... start) {
        return new Descent(
                        eta,
                        Vector.of(start),
                        Expression.parseLoss(f),
                        steps,
                        Optimizer.SGD,
                        0,
                        1,
                        Precision.FLOAT64,
                        Descent.TOL)
                .run();
    }

    /** A bowl once by its curvatures and once as a formula: equal steps up to rounding. */
    @Test
    void aBowlWrittenAsAFormulaRollsTheSameWay() {
        List<Vector> path = COURSE.withSteps(50).run().path();
        List<Vector> typed = formula("0.3x^2 + 1.1y^2", 0.18, 50, -2.5, 1.5).path();
        for (int t = 0; t < path.size(); t++) {
            assertThat(typed.get(t).get(0)).isCloseTo(path.get(t).get(0), within(1e-14));
            assertThat(typed.get(t).get(1)).isCloseTo(path.get(t).get(1), within(1e-14));
        }
    }

    @Test
    void theErrorOfABatchHasItsOwnNumberForEveryStepAndComponent() {
        Descent noisy = COURSE.withNoise(0.5).withSeed(7).withSteps(2);
        Vector first = noisy.run().path().get(1);
        Vector second = noisy.run().path().get(2);
        assertThat(first.get(0)).isEqualTo(-2.5 - 0.18 * (0.6 * -2.5 + 0.5 * Noise.normal(7, 0)));
        assertThat(first.get(1)).isEqualTo(1.5 - 0.18 * (2.2 * 1.5 + 0.5 * Noise.normal(7, 1)));
        assertThat(second.get(1)).isEqualTo(first.get(1) - 0.18 * (2.2 * first.get(1) + 0.5 * Noise.normal(7, 3)));
    }

    /** With theta 1 on the valley floor only 1 - 1.5 * 0.6 = 0.1 counts, though 1 - 1.5 * 2.2 = -2.3. */
    @Test
    void aRunGrowsByTheFactorOfTheDirectionsInWhichItMoves() {
        Descent along = COURSE.withEta(1.5).withStart(Vector.of(-2.5, 0)).withSteps(2);
        assertThat(along.run().factor()).hasValueCloseTo(0.1, within(1e-12));
        assertThat(along.factor()).hasValueCloseTo(-2.3, within(1e-12));
        assertThat(along.withStart(Vector.of(0, 0)).run().factor()).hasValue(0);
    }

    @Test
    void theNextPlaceIsTheOneThatOneMoreStepReaches() {
        Descent noisy = COURSE.withNoise(0.5).withOptimizer(Optimizer.SGD.with(Method.ADAM));
        assertThat(noisy.withSteps(7).run().next())
                .isEqualTo(noisy.withSteps(8).run().theta());
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/reference/descent.csv", delimiter = ';')
    void everyStepHasTheBitsOfNumpy(
            String optimizer,
            String precision,
            double eta,
            double beta,
            double beta1,
            double beta2,
            double epsilon,
            String start,
            String curvature,
            String after1,
            String after7,
            String after40) {
        Descent descent = new Descent(
                eta,
                Reference.vector(start),
                new QuadraticLoss(Reference.vector(curvature)),
                40,
                new Optimizer(Method.valueOf(optimizer.toUpperCase(Locale.ROOT)), beta, beta1, beta2, epsilon),
                0,
                1,
                Precision.valueOf(precision.toUpperCase(Locale.ROOT)),
                Descent.TOL);
        List<Vector> path = descent.run().path();
        double off = optimizer.equals("adam") && precision.equals("float64") ? 1e-13 : 0;
        Reference.close(path.get(1), Reference.vector(after1), off, 1);
        Reference.close(path.get(7), Reference.vector(after7), off, 1);
        Reference.close(path.get(40), Reference.vector(after40), off, 1);
    }

    private static double directionAfter(Optimizer optimizer, double... gradients) {
        Memory memory = Memory.EMPTY;
        for (double g : gradients) {
            memory = optimizer.remember(memory, g, WIDE);
        }
        return optimizer.direction(memory, gradients.length, WIDE);
    }

    @Test
    void plainDescentFollowsTheLastGradientAlone() {
        assertThat(directionAfter(Optimizer.SGD, 5, -7, 2)).isEqualTo(2);
    }

    @Test
    void momentumAddsNineTenthsOfWhatItHad() {
        Optimizer momentum = Optimizer.SGD.with(Method.MOMENTUM);
        assertThat(directionAfter(momentum, 1)).isEqualTo(1);
        assertThat(directionAfter(momentum, 1, 1)).isEqualTo(1.9);
        assertThat(directionAfter(momentum, 1, 1, 0)).isCloseTo(1.71, within(1e-15));
    }

    @Property
    void momentumOfZeroIsPlainDescent(@ForAll @DoubleRange(min = -9, max = 9) double g) {
        Optimizer none = Optimizer.SGD.with(Method.MOMENTUM).withBeta(0);
        assertThat(directionAfter(none, 3, -1, g)).isEqualTo(g);
    }

    /** After bias correction m' = g and v' = g^2, so the first step is the sign of g whatever its size. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 250, -3, -1e5})
    void adamsFirstStepHasLengthOne(double g) {
        assertThat(directionAfter(Optimizer.SGD.with(Method.ADAM), g)).isCloseTo(Math.signum(g), within(1e-4));
    }

    /** m = 0.09 * 2 + 0.1 * 1 = 0.28 over 0.19; v = 0.000999 * 4 + 0.001 * 1 = 0.004996 over 0.001999. */
    @Test
    void adamsSecondStepIsThatOfTheHand() {
        assertThat(directionAfter(Optimizer.SGD.with(Method.ADAM), 2, 1))
                .isCloseTo(0.28 / 0.19 / Math.sqrt(0.004996 / 0.001999), within(1e-8));
    }

    @Test
    void adamWithoutAGradientStandsStillAndDoesNotDivideByZero() {
        assertThat(directionAfter(Optimizer.SGD.with(Method.ADAM), 0, 0)).isZero();
    }
}
