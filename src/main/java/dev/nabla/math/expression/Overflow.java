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
 * An expression of which a step is larger than any double, though nothing that the step is made of is.
 *
 * @param whole the expression
 * @param step the step, which may be the whole
 */
record Overflow(Node whole, Node step) implements Reason {
    /** A longer step is not named. */
    private static final int LONGEST = 24;

    /** The overflow of an expression at a place; empty where no step overflows. */
    static Optional<Overflow> of(Node whole, Vector at) {
        return first(whole, node -> Double.isInfinite(node.value(at))).map(step -> new Overflow(whole, step));
    }

    /** The first node of which something is true that is not true of its parts. */
    static Optional<Node> first(Node node, Predicate<Node> isSo) {
        return node.parts().stream()
                .flatMap(part -> first(part, isSo).stream())
                .findFirst()
                .or(() -> Optional.of(node).filter(isSo));
    }

    /** The value of the whole need not be so large: log(exp(1000)) is 1000. */
    @Override
    public String message(String f, String here) {
        if (step == whole) {
            return f + " is larger than any double" + here;
        }
        String text = step.text();
        if (step instanceof Variable) {
            return text + " is larger than any double" + here;
        }
        return "a step inside" + (text.length() <= LONGEST ? ", " + text + "," : "") + " is larger than any double";
    }

    /** Which step overflows, and what to type so that none does; empty where that is not known. */
    Optional<String> remedy() {
        return first(whole, node -> isSoftplus(node)).map(node -> {
            Node softplus = new Apply(NamedFunction.SOFTPLUS, exponent(step));
            return message("f", " here") + "; " + softplus.text() + " is not: type it for " + node.text();
        });
    }

    /** True for log(1 + step) and log1p(step) where the step is an exponential. */
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

    /** What e is raised to; null for what is no exponential. */
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
