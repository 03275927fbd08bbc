package dev.nabla.math.expression;

import static dev.nabla.math.expression.Algebra.ONE;

import dev.nabla.math.Vector;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Constant;
import dev.nabla.math.expression.Node.Operator;
import dev.nabla.math.expression.Node.Variable;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An expression with an intermediate result larger than any double, although its operands are not.
 *
 * @param formula the expression
 * @param step the part that overflows; may be the whole
 */
record Overflow(Node formula, Node step) implements Reason {
    /** Longest step, in characters, that a message quotes. */
    private static final int LONGEST = 24;

    /** Returns the overflow of an expression at a point; empty if no step overflows. */
    static Optional<Overflow> of(Node formula, Vector at) {
        return first(formula, node -> Double.isInfinite(node.value(at))).map(step -> new Overflow(formula, step));
    }

    /** Returns the first node that satisfies a condition that none of its parts satisfies. */
    static Optional<Node> first(Node node, Predicate<Node> isSo) {
        return node.parts().stream()
                .flatMap(part -> first(part, isSo).stream())
                .findFirst()
                .or(() -> Optional.of(node).filter(isSo));
    }

    /** Returns the message. The value of the whole need not be so large: log(exp(1000)) is 1000. */
    @Override
    public String message(String f, String here) {
        if (step == formula) {
            return f + " is larger than any double" + here;
        }
        String text = step.text();
        if (step instanceof Variable) {
            return text + " is larger than any double" + here;
        }
        return "a step inside" + (text.length() <= LONGEST ? ", " + text + "," : "") + " is larger than any double";
    }

    /** Returns which step overflows, and what to type to avoid it; empty if no advice is known. */
    Optional<String> remedy() {
        return first(formula, node -> isSoftplus(node)).map(node -> {
            Node softplus = new Apply(NamedFunction.SOFTPLUS, exponent(step));
            return message("f", " here") + "; " + softplus.text() + " is not: type it for " + node.text();
        });
    }

    /** Returns whether the node is log(1 + step) or log1p(step), where the step is an exponential. */
    private boolean isSoftplus(Node node) {
        if (exponent(step) == null || !(node instanceof Apply call)) {
            return false;
        }
        Node a = call.a();
        return call.f() == NamedFunction.LOG1P && a == step
                || call.f() == NamedFunction.LOG
                        && a.is(Operator.PLUS)
                        && (a.left().equals(ONE) && a.right() == step
                                || a.right().equals(ONE) && a.left() == step);
    }

    /** Returns the exponent of an exponential of e; null for any other node. */
    private static Node exponent(Node node) {
        if (node instanceof Apply call && call.f() == NamedFunction.EXP) {
            return call.a();
        }
        boolean power = node.is(Operator.POWER)
                && node.left() instanceof Constant e
                && e.text().equals("e");
        return power ? node.right() : null;
    }
}
