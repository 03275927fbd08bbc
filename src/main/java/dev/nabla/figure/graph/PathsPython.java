package dev.nabla.figure.graph;

import dev.nabla.figure.Figure.Python;
import dev.nabla.math.Graph;
import dev.nabla.math.Graph.GraphStatus;
import dev.nabla.math.Graph.Operation;

/** Writes the figure's own graph in Python: a tape of local slopes, walked back from L. */
final class PathsPython {
    private PathsPython() {}

    static Python of(Graph graph) {
        if (graph.status() == GraphStatus.UNDEFINED) {
            return new Python("# " + GraphFigure.LOG_OF_NOTHING);
        }
        boolean log = graph.aIs() == Operation.LOG || graph.bIs() == Operation.LOG;
        return new Python(
                        """
                $math
                w, c, x = $w, $c, $x
                a = $sum  #1 $a
                b = $product  #1 $b
                L = $top  #1 $l
                tape = {"a": [$by_a],
                        "b": [$by_b],$break"L": [$by_l]}
                grad = {**dict.fromkeys("abwcx", 0.0), "L": 1.0}
                for v in reversed(tape):  # L, b, a: later made, earlier asked
                    for child, local_grad in tape[v]:
                        grad[child] += local_grad * grad[v]
                print(grad["w"])  #= $paths[2] + $paths[1] = $grad
                """)
                .with("math", log ? "import math" : "")
                .with("sum", value(graph.aIs(), "w", "c"))
                .with("product", value(graph.bIs(), "w", "x"))
                .with("top", value(graph.lIs(), "a", "b"))
                .with("by_a", slopes(graph.aIs(), "w", "c"))
                .with("by_b", slopes(graph.bIs(), "w", "x"))
                .with("by_l", slopes(graph.lIs(), "a", "b"))
                .with("break", log ? " " : "\n        ");
    }

    private static String value(Operation operation, String u, String v) {
        return switch (operation) {
            case PLUS -> u + " + " + v;
            case TIMES -> u + " * " + v;
            case LOG -> "math.log(" + u + ")";
            case RELU -> "max(0, " + u + ")";
        };
    }

    /** Returns the Python pairs of each operand and its local slope. */
    private static String slopes(Operation operation, String u, String v) {
        String pairs =
                switch (operation) {
                    case PLUS -> "('u', 1), ('v', 1)";
                    case TIMES -> "('u', v), ('v', u)";
                    case LOG -> "('u', 1 / u)";
                    case RELU -> "('u', u > 0)";
                };
        return pairs.replace("u", u).replace("v", v).replace('\'', '"');
    }
}
