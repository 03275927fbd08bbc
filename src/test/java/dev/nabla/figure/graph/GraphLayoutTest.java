package dev.nabla.figure.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.figure.graph.GraphLayout.WireCell;
import dev.nabla.figure.graph.GraphLayout.WireEnds;
import dev.nabla.math.Reference;
import dev.nabla.math.expression.ExpressionGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a graph's names stand and how its wires run: nothing lies on anything else. */
@ExtendWith(Draws.class)
class GraphLayoutTest {
    private static final int NUMBER = 7;

    @Test
    void layersGoFromTheInputsToTheRoot() {
        GraphLayout layout = layout("a = w + c; b = w*x; L = a*b", 0, 76, 13);
        assertThat(layout.hidden()).isZero();
        int inputs = layout.places().get(0).x();
        assertThat(List.of(1, 2)).allMatch(name -> layout.places().get(name).x() == inputs);
        assertThat(layout.places().get(3).x())
                .isEqualTo(layout.places().get(4).x())
                .isGreaterThan(inputs);
        assertThat(layout.places().get(5).x())
                .isGreaterThan(layout.places().get(3).x());
    }

    @Test
    void aChainIsStraight() {
        GraphLayout layout = layout("a = 2w; b = a^2; d = b + 1; L = sin(d)", 0, 76, 8);
        assertThat(layout.places().values())
                .extracting(WireCell::y)
                .containsOnly(layout.places().get(0).y());
    }

    @Test
    void wiresThatNeedNotCrossDoNot() {
        ExpressionGraph graph = ExpressionGraph.parse("p = a*b; q = c*d; r = q + d; s = p + a; L = r*s");
        assertThat(new GraphLayers(graph, new TreeSet<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8))).crossings())
                .isZero();
    }

    @Test
    void whatDoesNotFitIsFarFromTheChosenName() {
        StringBuilder chain = new StringBuilder("n1 = w");
        for (int i = 2; i <= 16; i++) {
            chain.append("; n").append(i).append(" = n").append(i - 1).append("^2");
        }
        GraphLayout layout = layout(chain.toString(), 8, 56, 8);
        assertThat(layout.hidden()).isPositive();
        assertThat(layout.places()).containsKeys(7, 8, 9);
        int first = layout.places().keySet().stream().min(Integer::compare).orElseThrow();
        int last = layout.places().keySet().stream().max(Integer::compare).orElseThrow();
        assertThat(8 - first).isBetween(last - 8 - 1, last - 8 + 1);
        ExpressionGraph graph = ExpressionGraph.parse(chain.toString());
        assertThat(layout.unseen(graph))
                .containsEntry(first, new GraphLayout.Sides(true, false))
                .containsEntry(last, new GraphLayout.Sides(false, true));
    }

    /** Draws 150 graphs, 2,000 with {@code -Pall}, and asks for each at three sizes whether it can be read. */
    @Test
    void nothingLiesOnAnythingElse() {
        Random random = new Random(Draws.seed());
        int whole = 0;
        int graphs = Draws.count(150, 2000);
        for (int i = 0; i < graphs; i++) {
            String text = drawn(random);
            ExpressionGraph graph = ExpressionGraph.parse(text);
            int chosen = random.nextInt(graph.names().size());
            for (int[] size : new int[][] {{56, 8}, {76, 13}, {116, 24}}) {
                GraphLayout layout = layout(text, chosen, size[0], size[1]);
                assertThat(layout.places()).as(text).containsKey(chosen);
                assertReadable(graph, layout, size[0], size[1], text);
                whole += size[0] == 116 && layout.hidden() == 0 ? 1 : 0;
            }
        }
        assertThat(whole)
                .as("graphs of up to nine nodes that are shown whole at 120x36")
                .isGreaterThan(graphs * 9 / 10);
    }

    @Test
    void theReferenceGraphsAreReadableToo() {
        for (String row : Reference.lines("graph.csv")) {
            String text = row.substring(0, row.indexOf('|'));
            assertReadable(ExpressionGraph.parse(text), layout(text, 0, 76, 13), 76, 13, text);
        }
    }

    private static void assertReadable(ExpressionGraph graph, GraphLayout layout, int width, int height, String text) {
        Map<WireCell, Integer> taken = new HashMap<>();
        layout.places().forEach((name, cell) -> {
            for (int x = 0; x < cells(graph).applyAsInt(name); x++) {
                for (int y = 0; y < 2; y++) {
                    WireCell at = new WireCell(cell.x() + x, cell.y() + y);
                    assertThat(at.x() < width && at.y() < height && at.x() >= 0 && at.y() >= 0)
                            .as(text)
                            .isTrue();
                    assertThat(taken.put(at, name))
                            .as("two names at %s: %s", at, text)
                            .isNull();
                }
            }
        });
        Map<WireCell, Set<WireEnds>> wired = new HashMap<>();
        layout.wires().forEach((ends, path) -> {
            WireCell from = layout.places().get(ends.name());
            WireCell to = layout.places().get(ends.node());
            assertThat(path.get(0)).as(text).isEqualTo(new WireCell(path.get(0).x(), from.y()));
            WireCell end = path.get(path.size() - 1);
            assertThat(end).as(text).isEqualTo(new WireCell(to.x() - 2, to.y()));
            for (int i = 0; i < path.size(); i++) {
                assertThat(taken).as("a wire over a name: %s", text).doesNotContainKey(path.get(i));
                wired.computeIfAbsent(path.get(i), cell -> new HashSet<>()).add(ends);
                assertThat(i == 0 || apart(path.get(i - 1), path.get(i)) == 1)
                        .as(text)
                        .isTrue();
            }
        });
        wired.forEach((cell, ends) -> {
            for (WireEnds one : ends) {
                for (WireEnds other : ends) {
                    boolean related = one.name() == other.name() || one.node() == other.node();
                    assertThat(related || crosses(layout, cell, one, other))
                            .as("%s and %s lie on each other at %s: %s", one, other, cell, text)
                            .isTrue();
                }
            }
        });
    }

    private static int apart(WireCell a, WireCell b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    /** Whether one of two wires goes straight on across a cell and the other straight up or down. */
    private static boolean crosses(GraphLayout layout, WireCell cell, WireEnds one, WireEnds other) {
        List<String> ways = new ArrayList<>();
        for (WireEnds ends : List.of(one, other)) {
            List<WireCell> path = layout.wires().get(ends);
            int i = path.indexOf(cell);
            boolean level = (i == 0 || path.get(i - 1).y() == cell.y())
                    && (i + 1 == path.size() || path.get(i + 1).y() == cell.y());
            boolean upright = i > 0
                    && i + 1 < path.size()
                    && path.get(i - 1).x() == cell.x()
                    && path.get(i + 1).x() == cell.x();
            ways.add(level ? "level" : upright ? "upright" : "turns");
        }
        return ways.contains("level") && ways.contains("upright");
    }

    private static GraphLayout layout(String text, int chosen, int width, int height) {
        ExpressionGraph graph = ExpressionGraph.parse(text);
        return GraphLayout.around(graph, chosen, cells(graph), width, height);
    }

    private static IntUnaryOperator cells(ExpressionGraph graph) {
        return name -> graph.names().get(name).length() + 1 + NUMBER;
    }

    /** A graph of up to nine nodes in which every name is used. */
    private static String drawn(Random random) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            names.add("x" + i);
        }
        Set<String> unused = new HashSet<>(names);
        StringBuilder text = new StringBuilder();
        int nodes = 1 + random.nextInt(8);
        for (int i = 0; i < nodes; i++) {
            String u = names.get(random.nextInt(names.size()));
            String v = names.get(random.nextInt(names.size()));
            text.append("n")
                    .append(i)
                    .append(" = ")
                    .append(u)
                    .append(random.nextBoolean() ? "*" : " + ")
                    .append(v)
                    .append("; ");
            unused.removeAll(List.of(u, v));
            unused.add("n" + i);
            names.add("n" + i);
        }
        return text + "L = " + String.join(" + ", new TreeSet<>(unused));
    }
}
