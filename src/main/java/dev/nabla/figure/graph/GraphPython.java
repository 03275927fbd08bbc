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

/**
 * Writes a graph in Python: a number that remembers what it was made of, with all its operators and the walk back in
 * topological order; the functions that the graph uses; and the graph.
 *
 * @see <a href="https://github.com/karpathy/micrograd">Karpathy: micrograd</a>
 */
final class GraphPython {
    /** Names that the language or the program uses for something else. */
    private static final Set<String> TAKEN = Set.of(("False None True and as assert async await break class continue"
                    + " def del elif else except finally for from global if import in is lambda nonlocal not or pass"
                    + " raise return try while with yield float isinstance math max print reversed set zip Value")
            .split(" "));

    private static final String VALUE =
            """
            class Value:
                def __init__(self, data, children=(), local_grads=()):
                    self.data = data
                    self.grad = 0.0
                    self.children = children
                    self.local_grads = local_grads

                def __add__(self, other):
                    other = other if isinstance(other, Value) else Value(other)
                    return Value(self.data + other.data, (self, other), (1, 1))

                def __mul__(self, other):
                    other = other if isinstance(other, Value) else Value(other)
                    product = self.data * other.data
                    return Value(product, (self, other), (other.data, self.data))

                def __pow__(self, n):
                    if isinstance(n, Value):
                        power = self.data ** n.data
                        slopes = n.data * power / self.data, power * math.log(self.data)
                        return Value(power, (self, n), slopes)
                    return Value(self.data ** n, (self,), (n * self.data ** (n - 1),))

                def __neg__(self): return self * -1
                def __radd__(self, other): return self + other
                def __sub__(self, other): return self + -other
                def __rsub__(self, other): return -self + other
                def __rmul__(self, other): return self * other
                def __truediv__(self, other): return self * other ** -1
                def __rtruediv__(self, other): return self ** -1 * other
                def __rpow__(self, other): return Value(other) ** self

                def backward(self):
                    order, seen = [], set()
                    def visit(v):  # a number comes after all that it was made of
                        if v not in seen:
                            seen.add(v)
                            for child in v.children:
                                visit(child)
                            order.append(v)
                    visit(self)
                    self.grad = 1.0
                    for v in reversed(order):
                        for child, local_grad in zip(v.children, v.local_grads):
                            child.grad += local_grad * v.grad
            """;

    private final GraphModel model;
    private final List<String> names = new ArrayList<>();

    private GraphPython(GraphModel model) {
        this.model = model;
        List<String> given = model.text().names();
        for (String name : given) {
            String free = name;
            while (TAKEN.contains(free) || names.contains(free) || !free.equals(name) && given.contains(free)) {
                free += "_";
            }
            names.add(free);
        }
    }

    static Python of(GraphModel model) {
        SlopesStatus status = model.slopes().status();
        return status == SlopesStatus.DEFINED
                ? new GraphPython(model).program()
                : new Python("# the slopes are " + status.word() + " at these numbers");
    }

    private Python program() {
        List<String> lines = new ArrayList<>(List.of("import math", ""));
        lines.addAll(VALUE.lines().toList());
        lines.addAll(functions());
        lines.add("");
        int inputs = model.text().inputs();
        for (int i = 0; i < inputs; i++) {
            lines.add(
                    names.get(i) + " = Value(" + Decimal.shortest(model.inputs().get(i)) + ")");
        }
        for (GraphNode node : model.text().nodes()) {
            lines.add(names.get(inputs + model.text().nodes().indexOf(node)) + " = " + made(node));
        }
        lines.add(names.get(names.size() - 1) + ".backward()");
        for (int i = 0; i < inputs; i++) {
            if (i != model.node()) {
                lines.add(printed(i));
            }
        }
        lines.add(printed(model.node()));
        return new Python(String.join("\n", lines) + "\n");
    }

    private String printed(int name) {
        return "print(" + names.get(name) + ".grad)  #= $" + model.name(name) + "_grad";
    }

    private String made(GraphNode node) {
        List<String> used = node.uses().stream().map(names::get).toList();
        return node.f().isVariable()
                ? used.get(0) + " + 0" // a number of its own, with a slope of its own
                : new PythonExpression(node.f().renamed(used)).withNamedFunctions();
    }

    private List<String> functions() {
        Set<String> calls = new LinkedHashSet<>();
        model.text().nodes().forEach(node -> calls.addAll(new PythonExpression(node.f()).calls()));
        List<String> lines = new ArrayList<>();
        for (String name : calls) {
            lines.addAll(List.of(
                    "",
                    "def " + name + "(u):",
                    "    u = u if isinstance(u, Value) else Value(u)",
                    "    x = u.data",
                    "    return Value(" + valueOf(name) + ", (u,), (" + slopeOf(name) + ",))"));
        }
        return lines;
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
