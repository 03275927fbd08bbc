package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import dev.nabla.math.BadInput;
import dev.nabla.math.Reference;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.GraphSlopes.SlopesStatus;
import dev.nabla.math.expression.GraphSlopes.Wire;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Graphs as they are typed: what is refused and where, values and slopes by hand, by sympy and by differences. */
class ExpressionGraphTest {
    private static final String TWO_PATHS = "a = w + c; b = w*x; L = a*b";

    @Test
    void byHand() {
        GraphSlopes at = slopes("w = 4; c = -1; x = 1/2; " + TWO_PATHS);
        assertThat(at.graph().names()).containsExactly("w", "c", "x", "a", "b", "L");
        assertThat(values(at)).containsExactly(4.0, -1.0, 0.5, 3.0, 2.0, 6.0);
        assertThat(all(at)).containsExactly(3.5, 2.0, 12.0, 2.0, 3.0, 1.0);
        assertThat(at.arriving(0)).extracting(Wire::part).containsExactly(1.5, 2.0);
        assertThat(at.wires()).extracting(Wire::from).containsExactly(5, 5, 4, 4, 3, 3);
        assertThat(at.status()).isEqualTo(SlopesStatus.DEFINED);
    }

    @Test
    void aNumberThatIsStatedIsAnInputThatIsNotOpen() {
        ExpressionGraph graph = ExpressionGraph.parse("x = 2; w = -3\nb = 1/2;; n = w x + b + c; o = tanh n;");
        assertThat(graph.names()).containsExactly("w", "x", "b", "c", "n", "o");
        assertThat(graph.open()).containsExactly("c");
        assertThat(graph.start()).isEqualTo(Vector.of(-3, 2, 0.5, 1));
        assertThat(graph)
                .hasToString("x = 2; w = -3; b = 1/2; n = w x + b + c; o = tanh n")
                .isEqualTo(ExpressionGraph.parse(graph.toString()));
        assertThat(graph.toString(Vector.of(4, 2, 0.5, 7)))
                .isEqualTo("x = 2; w = 4; b = 1/2; n = w x + b + c; o = tanh n");
        assertThat(ExpressionGraph.parse(TWO_PATHS).open()).containsExactly("w", "c", "x");
    }

    @Test
    void aNameMayBeGreekAndHaveSixteenLetters() {
        GraphSlopes at = slopes("θ = 3; η = 2; prediction = η*θ; σ_longest_name16 = prediction^2 - 2θ");
        assertThat(all(at)).containsExactly(36.0, 22.0, 12.0, 1.0);
    }

    /** The name of the node that has no value is said to those who see another one. */
    @Test
    void aReasonNamesTheNodeOnce() {
        GraphSlopes at = slopes("w = 0; a = 1/w; L = a + 1");
        assertThat(at.noValueOf(1)).hasValue("it divides by zero");
        assertThat(at.noValueOf(2)).hasValue("a: it divides by zero");
        assertThat(at.noSlope(0)).hasValue("a: it divides by zero");
    }

    @Test
    void aNameThatANodeUsesTwiceIsOneWire() {
        GraphSlopes at = slopes("w = 3; L = w*w + w");
        assertThat(at.wires()).containsExactly(new Wire(1, 0, 7, 7, Optional.empty()));
    }

    /** A slope over two nodes is as sure as over one: cos(x) - 1 at -9e-6 is -4.0463e-11, beside 1. */
    @Table
    void digitsThatAreLostAcrossNodesAreTold(String text, String name, String doubt) {
        GraphSlopes at = slopes(text);
        int position = at.graph().names().indexOf(name);
        assertThat(at.doubt(position).orElse("none")).isEqualTo(doubt);
    }

    /** a is 2 where 2.6 is right, and exp grows by 6.07 from there; its slope at 2 would make 4.4 of the error. */
    @Test
    void theErrorOfABentFunctionIsWhatItGrowsBy() {
        GraphSlopes at = slopes("w = 4503599627370497; v = 0.3; c = 9007199254740992; "
                + "s = w + v; t = s + s; a = t - c; L = exp(a)");
        int root = at.graph().names().size() - 1;
        assertThat(at.value(root)).isCloseTo(Math.exp(2), within(1e-14));
        assertThat(at.valueDoubt(root)).hasValue("cancellation has lost digits: it may be off by 6");
    }

    /** Asks sympy's values and slopes of 150 drawn graphs. */
    @Test
    void isWhatSympySays() {
        for (String row : Reference.lines("graph.csv")) {
            String[] columns = row.split("\\|");
            String given = String.join("; ", columns[1].split(","));
            GraphSlopes at = slopes(given + "; " + columns[0]);
            assertThat(at.graph().names()).containsExactly(columns[2].split(","));
            Reference.close(vector(values(at)), Reference.vector(columns[3]), 1e-12, 1e-3);
            Reference.close(vector(all(at)), Reference.vector(columns[4]), 1e-12, 1e-3);
        }
    }

    /** Compares the slopes of the inputs with the differences of the root. */
    @Test
    void slopesAreThoseOfDifferences() {
        double h = 1e-5;
        for (String row : Reference.lines("graph.csv")) {
            String[] columns = row.split("\\|");
            ExpressionGraph graph = ExpressionGraph.parse(String.join("; ", columns[1].split(",")) + "; " + columns[0]);
            GraphSlopes at = graph.slopes(graph.start());
            for (int i = 0; i < graph.inputs(); i++) {
                double x = graph.start().get(i);
                double difference = (root(graph, graph.start().with(i, x + h))
                                - root(graph, graph.start().with(i, x - h)))
                        / (2 * h);
                assertThat(at.slope(i)).as(row).isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
            }
        }
    }

    @Test
    void pathsCancelAndInputsAreSilent() {
        GraphSlopes cancelled = slopes("w = 0.3; a = w/3; b = -w; L = a + b/3");
        assertThat(cancelled.slope(0)).isZero();
        assertThat(cancelled.cancelled()).containsExactly(0);
        assertThat(cancelled.silent()).containsExactly(0);
        GraphSlopes off = slopes("w = -1; x = 2; a = relu(w*x); L = a + x");
        assertThat(off.silent()).containsExactly(0);
        assertThat(off.cancelled()).isEmpty();
        assertThat(off.slope(1)).isEqualTo(1);
    }

    /** @param status what can be said of the slopes as a whole */
    @Table
    void withoutASlope(String graph, String name, SlopesStatus status, String why) {
        GraphSlopes at = slopes(graph);
        int i = at.graph().names().indexOf(name);
        assertThat(at.status()).isEqualTo(status);
        assertThat(at.noSlope(i).orElse("has one")).isEqualTo(why);
        assertThat(Double.isFinite(at.slope(i))).isEqualTo(why.equals("has one"));
    }

    @Table
    void isRefused(String graph, int position, String why) {
        assertThatThrownBy(() -> ExpressionGraph.parse(graph.replace("\\n", "\n")))
                .isInstanceOfSatisfying(BadInput.class, bad -> {
                    assertThat(bad.getMessage()).isEqualTo(why);
                    assertThat(bad.place().orElseThrow().position()).isEqualTo(position);
                });
    }

    @Test
    void sixteenNodesAndSixInputsAreTheMost() {
        StringBuilder chain = new StringBuilder("n1 = w");
        for (int i = 2; i <= 16; i++) {
            chain.append("; n").append(i).append(" = 2n").append(i - 1).append(" + w");
        }
        assertThat(slopes(chain.toString()).slope(0)).isEqualTo((1 << 16) - 1);
        assertThatThrownBy(() -> ExpressionGraph.parse(chain + "; n17 = n16"))
                .hasMessage("there are 17 nodes; type at most 16");
        assertThat(ExpressionGraph.parse("L = a + b + c + d + g + h").inputs()).isEqualTo(6);
        assertThatThrownBy(() -> ExpressionGraph.parse("L = a + b + c + d + g + h + i"))
                .hasMessage("there are more than 6 inputs: a b c d g h i");
    }

    /** A parser that tries all ways through such a graph needs 2^40 of them. */
    @Test
    void aLatticeIsRefusedAtOnce() {
        StringBuilder lattice = new StringBuilder("z = y40");
        for (int i = 1; i <= 40; i++) {
            lattice.append("; y")
                    .append(i)
                    .append("=y")
                    .append(i + 1)
                    .append("*y")
                    .append(i + 1);
        }
        assertThatThrownBy(() -> ExpressionGraph.parse(lattice.toString())).hasMessageContaining("41 nodes");
    }

    private static GraphSlopes slopes(String text) {
        ExpressionGraph graph = ExpressionGraph.parse(text);
        return graph.slopes(graph.start());
    }

    private static double root(ExpressionGraph graph, Vector inputs) {
        return graph.slopes(inputs).value(graph.names().size() - 1);
    }

    private static List<Double> values(GraphSlopes at) {
        return IntStream.range(0, at.graph().names().size()).mapToObj(at::value).toList();
    }

    private static List<Double> all(GraphSlopes at) {
        return IntStream.range(0, at.graph().names().size()).mapToObj(at::slope).toList();
    }

    private static Vector vector(List<Double> numbers) {
        return Vector.of(numbers.size(), numbers::get);
    }
}
