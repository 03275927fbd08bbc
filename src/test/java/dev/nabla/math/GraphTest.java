package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.Graph.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Slopes of a number that is used twice, against differences of functions written apart. */
class GraphTest {
    private static final double H = 1e-5;

    @Test
    void byHand() {
        Graph graph = new Graph(4, -1, 0.5, Operation.PLUS, Operation.TIMES, Operation.TIMES);
        assertThat(graph.l()).isEqualTo(6);
        assertThat(graph.slopes()).isEqualTo(Vector.of(2, 3, 1, 0.5));
        assertThat(graph.others()).isEqualTo(Vector.of(2, 3, 2, 12));
        assertThat(graph.paths()).isEqualTo(Vector.of(2, 1.5));
        assertThat(graph.grad()).isEqualTo(3.5);
        assertThat(graph.numericGrad()).isEqualTo(3.5);
    }

    @Test
    void allSlopesAreThoseOfDifferences() {
        List<Operation> first = List.of(Operation.PLUS, Operation.LOG, Operation.RELU);
        List<Operation> second = List.of(Operation.TIMES, Operation.LOG, Operation.RELU);
        int tried = 0;
        for (Operation aIs : first) {
            for (Operation bIs : second) {
                for (Operation lIs : List.of(Operation.TIMES, Operation.PLUS)) {
                    for (double w : new double[] {-3.5, -0.25, 0.2, 0.5, 1, 4}) {
                        for (double c : new double[] {-4, 0, 1.5}) {
                            for (double x : new double[] {-2, 0, 0.5}) {
                                tried += holds(new Graph(w, c, x, aIs, bIs, lIs)) ? 1 : 0;
                            }
                        }
                    }
                }
            }
        }
        assertThat(tried).isEqualTo(2 * 9 * (4 * 6 + 5 * 4));
    }

    /** False where a logarithm has no value. */
    private static boolean holds(Graph g) {
        double l = loss(g, g.w(), g.c(), g.x());
        if (Double.isNaN(l)) {
            assertThat(g.status()).isEqualTo(Graph.GraphStatus.UNDEFINED);
            assertThat(g.l()).isNaN();
            return false;
        }
        assertThat(g.l()).isEqualTo(l);
        close(g.grad(), difference(w -> loss(g, w, g.c(), g.x()), g.w()));
        close(g.numericGrad(), g.grad());
        close(g.others().get(2), difference(c -> loss(g, g.w(), c, g.x()), g.c()));
        close(g.others().get(3), difference(x -> loss(g, g.w(), g.c(), x), g.x()));
        assertThat(g.paths().sum()).isCloseTo(g.grad(), within(1e-12));
        return true;
    }

    private static double difference(DoubleUnaryOperator f, double at) {
        return (f.applyAsDouble(at + H) - f.applyAsDouble(at - H)) / (2 * H);
    }

    private static void close(double slope, double difference) {
        assertThat(slope).isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(difference))));
    }

    private static double loss(Graph g, double w, double c, double x) {
        double log = w > 0 ? StrictMath.log(w) : Double.NaN;
        double relu = w > 0 ? w : 0;
        double a = g.aIs() == Operation.PLUS ? w + c : g.aIs() == Operation.LOG ? log : relu;
        double b = g.bIs() == Operation.TIMES ? w * x : g.bIs() == Operation.LOG ? log : relu;
        return g.lIs() == Operation.TIMES ? a * b : a + b;
    }

    @Test
    void aDifferenceThatIsFarFromTheSlopeIsDoubted() {
        int far = 0;
        for (int i = 0; i < 6000; i++) {
            // Numbers from 1e-12 to 1e12, of which some paths nearly cancel.
            double w = wide(i, 0);
            double c = i % 3 == 0 ? -2 * w * (1 + 1e-9 * Noise.normal(i, 9)) : wide(i, 1);
            Graph graph = new Graph(i % 7 == 0 ? 1 + 1e-9 * w : w, c, wide(i, 2), made(i), made(i / 2), joined(i));
            if (graph.status() == Graph.GraphStatus.UNDEFINED) {
                continue;
            }
            Rounded nudged = graph.centralDifference();
            double apart = Math.abs(nudged.x() - graph.grad());
            double paths = graph.paths().map(Math::abs).sum();
            boolean isFar = apart > 1e-3 * Math.max(Math.abs(graph.grad()), 1e-7 * paths);
            far += isFar ? 1 : 0;
            assertThat(graph.doubt(1e300).isPresent() || !isFar).as("%s", graph).isTrue();
            double least = 4 * Math.ulp(1.0) * paths;
            assertThat(apart).as("%s", graph).isLessThanOrEqualTo(1.5 * nudged.off() + least);
        }
        assertThat(far).isGreaterThan(60);
    }

    private static double wide(int i, int which) {
        return Noise.normal(i, which) * Math.pow(10, 24 * Noise.uniform(i, 20 + which) - 12);
    }

    private static Operation made(int i) {
        return i % 5 == 0 ? Operation.LOG : i % 5 == 1 ? Operation.RELU : i % 2 == 0 ? Operation.PLUS : Operation.TIMES;
    }

    private static Operation joined(int i) {
        return i % 4 < 2 ? Operation.TIMES : Operation.PLUS;
    }

    /** Its difference says 1/2, the mean of the slopes 0 and 1. */
    @Test
    void aDifferenceAcrossABendIsDoubted() {
        Graph graph = new Graph(0, 0, 0.25, Operation.RELU, Operation.TIMES, Operation.PLUS);
        assertThat(graph.grad()).isEqualTo(0.25);
        assertThat(graph.numericGrad()).isEqualTo(0.75);
        assertThat(graph.doubt(1)).hasValue("relu bends at w = 0, and w - h and w + h lie on either side of it");
        assertThat(graph.withW(0.5).doubt(1)).isEmpty();
    }

    /** 0.1 is no double, so that the paths cancel and the difference does not quite. */
    @Test
    void aSlopeThatCancelsIsNotDoubted() {
        Graph graph = new Graph(4, -8, 0.1, Operation.PLUS, Operation.TIMES, Operation.TIMES);
        assertThat(graph.grad()).isZero();
        assertThat(graph.doubt(0.0005)).isEmpty();
    }

    /** As of a million millions and a half: an error that shows in a decimal is worth a word. */
    @Test
    void aDifferenceThatMissesADecimalIsDoubted() {
        Graph graph = new Graph(1e12, 1, 0.5, Operation.PLUS, Operation.TIMES, Operation.TIMES);
        assertThat(graph.grad()).isEqualTo(1000000000000.5);
        assertThat(graph.numericGrad()).isEqualTo(1e12);
        assertThat(graph.doubt(10)).isEmpty();
        assertThat(graph.doubt(0.0005)).hasValue("cancellation has lost digits: it may be off by 5");
    }

    @Test
    void quartersAreNotDoubted() {
        for (int i = 0; i < 1000; i++) {
            double w = 1 + Math.rint(12 * Noise.normal(i, 0)) / 4;
            double c = Math.rint(12 * Noise.normal(i, 1)) / 4;
            double x = Math.rint(12 * Noise.normal(i, 2)) / 4;
            Graph graph = new Graph(w, c, x, Operation.PLUS, Operation.TIMES, joined(i));
            assertThat(graph.centralDifference().x()).as("%s", graph).isEqualTo(graph.grad() + 0.0);
            assertThat(graph.centralDifference().off()).as("%s", graph).isZero();
        }
    }

    @Test
    void whatComesOfThePathsHasAWord() {
        List<String> words = new ArrayList<>();
        for (Graph graph : List.of(
                new Graph(4, -1, 0.5, Operation.PLUS, Operation.TIMES, Operation.TIMES),
                new Graph(0.5, -1, 0.5, Operation.PLUS, Operation.TIMES, Operation.TIMES),
                new Graph(-1, -1, 0.5, Operation.RELU, Operation.TIMES, Operation.PLUS),
                new Graph(4, -1, 0, Operation.PLUS, Operation.TIMES, Operation.TIMES),
                new Graph(0, -1, 0.5, Operation.PLUS, Operation.LOG, Operation.TIMES),
                new Graph(1e300, -1, 1e300, Operation.PLUS, Operation.TIMES, Operation.TIMES))) {
            words.add(graph.status().word());
        }
        assertThat(words).containsExactly("adds up", "cancels", "one path", "no path", "undefined", "overflowed");
    }
}
