package dev.nabla.figure.graph;

import dev.nabla.math.Graph;
import dev.nabla.math.Graph.Operation;
import dev.nabla.math.Graph.Status;

/** The walk back in Python: what each number was made from, and += for every wire. */
final class GraphCode {
    private GraphCode() {}

    static String of(Graph graph) {
        if (graph.status() == Status.UNDEFINED) {
            return "# " + GraphFigure.LOG_OF_NOTHING;
        }
        boolean log = graph.aIs() == Operation.LOG || graph.bIs() == Operation.LOG;
        return (log ? "import math\n" : "")
                + """
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
                """
                        .replace("$sum", value(graph.aIs(), "w", "c"))
                        .replace("$product", value(graph.bIs(), "w", "x"))
                        .replace("$top", value(graph.lIs(), "a", "b"))
                        .replace("$by_a", slopes(graph.aIs(), "w", "c"))
                        .replace("$by_b", slopes(graph.bIs(), "w", "x"))
                        .replace("$by_l", slopes(graph.lIs(), "a", "b"))
                        .replace("$break", log ? " " : "\n        ");
    }

    private static String value(Operation operation, String u, String v) {
        return switch (operation) {
            case PLUS -> u + " + " + v;
            case TIMES -> u + " * " + v;
            case LOG -> "math.log(" + u + ")";
            case RELU -> "max(0, " + u + ")";
        };
    }

    /** What it hands back to each part. */
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
