package dev.nabla.figure.graph;

import dev.nabla.figure.Figure.Python;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.ExpressionGraph.GraphNode;
import dev.nabla.math.expression.GraphSlopes.SlopesStatus;
import dev.nabla.math.expression.PythonExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes a typed graph in Python: a number that remembers what it was made of, the operations that the graph uses, and
 * the walk back in topological order.
 */
final class OwnPython {
    /** Names that the language or the program uses for something else. */
    private static final Set<String> TAKEN = Set.of(
            "and",
            "as",
            "assert",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "math",
            "max",
            "float",
            "print",
            "reversed",
            "Value",
            "of",
            "order",
            "visit",
            "v",
            "child");

    private final OwnGraph own;
    private final List<String> names = new ArrayList<>();

    private OwnPython(OwnGraph own) {
        this.own = own;
        for (String name : own.text().names()) {
            String free = name;
            while (TAKEN.contains(free) || names.contains(free) || !free.equals(name) && isGiven(free)) {
                free += "_";
            }
            names.add(free);
        }
    }

    private boolean isGiven(String name) {
        return own.text().names().contains(name);
    }

    static Python of(OwnGraph own) {
        SlopesStatus status = own.slopes().status();
        return status == SlopesStatus.DEFINED
                ? new OwnPython(own).program()
                : new Python("# the slopes are " + status.word() + " at these numbers");
    }

    private Python program() {
        List<String> lines = new ArrayList<>(List.of("import math", ""));
        lines.addAll(value());
        lines.addAll(functions());
        lines.add("");
        for (int i = 0; i < own.text().inputs(); i++) {
            lines.add(names.get(i) + " = Value(" + Decimal.shortest(own.inputs().get(i)) + ")");
        }
        for (int i = 0; i < own.text().nodes().size(); i++) {
            lines.add(names.get(own.text().inputs() + i) + " = "
                    + made(own.text().nodes().get(i)));
        }
        lines.add("");
        lines.addAll(back(names.get(names.size() - 1)));
        List<Integer> printed = new ArrayList<>(IntStream.range(0, own.text().inputs())
                .filter(name -> name != own.node())
                .boxed()
                .toList());
        printed.add(own.node());
        for (int i : printed) {
            lines.add("print(" + names.get(i) + ".grad)  #= $" + own.name(i) + "_grad");
        }
        return new Python(String.join("\n", lines) + "\n");
    }

    private String made(GraphNode node) {
        List<String> used = node.uses().stream().map(names::get).toList();
        return node.f().isVariable()
                ? "Value(" + used.get(0) + ".data, (" + used.get(0) + ", 1))"
                : new PythonExpression(node.f().renamed(used)).withNamedFunctions();
    }

    private List<String> value() {
        Set<Character> used = new LinkedHashSet<>();
        own.text().nodes().forEach(node -> used.addAll(new PythonExpression(node.f()).operators()));
        List<String> lines = new ArrayList<>(
                lines(
                        """
                class Value:
                    def __init__(self, data, *wires):
                        self.data, self.wires, self.grad = data, wires, 0.0

                    def _backward(self):
                        for child, slope in self.wires:
                            child.grad += slope * self.grad
                """));
        if (used.contains('+') || used.contains('-')) {
            lines.addAll(operation("add", "Value(u.data + v.data, (u, 1), (v, 1))"));
        }
        if (used.contains('*') || used.contains('-') || used.contains('/')) {
            lines.addAll(operation("mul", "Value(u.data * v.data, (u, v.data), (v, u.data))"));
        }
        if (used.contains('-')) {
            lines.addAll(lines("""

                        def __neg__(u): return u * -1
                    """));
            lines.addAll(operation("sub", "u + -v"));
        }
        if (used.contains('/')) {
            lines.addAll(operation("truediv", "u * v ** -1"));
        }
        if (used.contains('^') || used.contains('/')) {
            lines.addAll(
                    lines(
                            """

                        def __pow__(u, v):
                            if not isinstance(v, Value):
                                return Value(u.data ** v, (u, v * u.data ** (v - 1)))
                            p = u.data ** v.data
                            return Value(p, (u, v.data * p / u.data), (v, p * math.log(u.data)))

                        def __rpow__(v, u): return Value(u) ** v
                    """));
        }
        lines.addAll(lines(
                """

                def of(v): return v if isinstance(v, Value) else Value(v)
                """));
        return lines;
    }

    /** Returns the method of an operator, also for a plain number on either side. */
    private static List<String> operation(String name, String result) {
        return lines(
                """

                    def __NAME__(u, v):
                        v = of(v)
                        return RESULT

                    def __rNAME__(v, u): return of(u).__NAME__(v)
                """
                        .replace("NAME", name)
                        .replace("RESULT", result));
    }

    private List<String> functions() {
        Set<String> calls = new LinkedHashSet<>();
        own.text().nodes().forEach(node -> calls.addAll(new PythonExpression(node.f()).calls()));
        List<String> lines = new ArrayList<>();
        for (String name : calls) {
            lines.addAll(List.of(
                    "",
                    "def " + name + "(u):",
                    "    u = of(u)",
                    "    x = u.data",
                    "    return Value(" + valueOf(name) + ", (u, " + slopeOf(name) + "))"));
        }
        return lines;
    }

    private static List<String> back(String root) {
        return lines(
                """
                order = []
                def visit(v):
                    if v not in order:
                        for child, _ in v.wires:
                            visit(child)
                        order.append(v)

                visit(ROOT)
                ROOT.grad = 1.0
                for v in reversed(order):  # later made, earlier asked
                    v._backward()
                """
                        .replace("ROOT", root));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String valueOf(String function) {
        return switch (function) {
            case "arccos" -> "math.acos(x)";
            case "sigmoid" -> "1 / (1 + math.exp(-x))";
            case "softplus" -> "max(0.0, x) + math.log1p(math.exp(-math.fabs(x)))";
            case "relu" -> "max(0.0, x)";
            case "abs" -> "math.fabs(x)";
            default -> "math." + function + "(x)";
        };
    }

    private static String slopeOf(String function) {
        return switch (function) {
            case "sqrt" -> "0.5 / math.sqrt(x)";
            case "exp", "expm1" -> "math.exp(x)";
            case "log" -> "1 / x";
            case "log1p" -> "1 / (1 + x)";
            case "sin" -> "math.cos(x)";
            case "cos" -> "-math.sin(x)";
            case "tan" -> "1 / math.cos(x) ** 2";
            case "arccos" -> "-1 / math.sqrt(1 - x * x)";
            case "atan" -> "1 / (1 + x * x)";
            case "tanh" -> "1 - math.tanh(x) ** 2";
            case "sigmoid" -> "math.exp(-x) / (1 + math.exp(-x)) ** 2";
            case "softplus" -> "1 / (1 + math.exp(-x))";
            case "relu" -> "float(x > 0)";
            case "abs" -> "math.copysign(1.0, x)";
            default -> throw new IllegalArgumentException(function);
        };
    }
}
