package dev.nabla.figure.graph;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.math.Decimal;
import dev.nabla.math.Graph;
import dev.nabla.math.Graph.Operation;
import dev.nabla.math.Graph.Status;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** FIG.04b worked out, the numbers forward and then what each hands back; and the walk back in Python, with what each number was made from. */
final class GraphWords {
    /** Those forward. */
    static final int FORWARD = 3;

    private GraphWords() {}

    static List<String> steps(Graph graph) {
        String w = number(graph.w());
        String a = Double.isNaN(graph.a()) ? "none" : number(graph.a());
        String b = Double.isNaN(graph.b()) ? "none" : number(graph.b());
        List<String> steps = new ArrayList<>(List.of(
                "a = " + made(graph.aIs(), "w", "c") + " = " + made(graph.aIs(), w, number(graph.c())) + " = " + a,
                "b = " + made(graph.bIs(), "w", "x") + " = " + made(graph.bIs(), w, number(graph.x())) + " = " + b));
        if (graph.status() == Status.UNDEFINED) {
            steps.add(GraphFigure.LOG_OF_NOTHING + ", so L has no value");
            return steps;
        }
        Vector slopes = graph.slopes();
        String byB = number(graph.paths().get(1));
        steps.add("L = " + made(graph.lIs(), "a", "b") + " = " + made(graph.lIs(), a, b) + " = " + number(graph.l()));
        steps.add("L.grad = 1");
        steps.add("a.grad = " + handed(graph.lIs(), "b", slopes.get(0)) + "·1 = " + number(slopes.get(0)));
        steps.add("b.grad = " + handed(graph.lIs(), "a", slopes.get(1)) + "·1 = " + number(slopes.get(1)));
        steps.add("by b: w.grad = 0 + " + handed(graph.bIs(), "x", slopes.get(3)) + "·b.grad = 0 + "
                + number(slopes.get(3)) + "·" + bracketed(slopes.get(1)) + " = " + byB);
        steps.add("by a: w.grad = " + byB + " + " + handed(graph.aIs(), "c", slopes.get(2)) + "·a.grad = " + byB + " + "
                + bracketed(slopes.get(2)) + "·" + bracketed(slopes.get(0)) + " = " + number(graph.grad()));
        steps.add("check: (L(w+h) − L(w−h))/2h = " + number(graph.numericGrad()));
        return steps;
    }

    /** An operation on names or numbers: {@code w + c}, {@code log w}. */
    static String made(Operation is, String u, String v) {
        return switch (is) {
            case PLUS -> v.startsWith("−") ? u + " − " + v.substring(1) : u + " + " + v;
            case TIMES -> u + "·" + bracketed(v);
            case LOG -> "log " + bracketed(u);
            case RELU -> "relu " + bracketed(u);
        };
    }

    /** What an operation on w or a and another hands back, by its name where it has one. */
    static String handed(Operation is, String other, double slope) {
        return is == Operation.TIMES ? other : is == Operation.LOG ? "1/w" : number(slope);
    }

    /** A number as the picture has it. */
    static String drawn(double x) {
        return drawn(x, 6);
    }

    static String drawn(double x, int field) {
        return Double.isNaN(x) ? "none" : Decimal.nonzero(x, 2, field);
    }

    static String python(Graph graph) {
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
