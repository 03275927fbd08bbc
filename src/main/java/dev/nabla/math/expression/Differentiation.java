package dev.nabla.math.expression;

import static dev.nabla.math.expression.Algebra.ONE;
import static dev.nabla.math.expression.Algebra.TWO;
import static dev.nabla.math.expression.Algebra.ZERO;
import static dev.nabla.math.expression.Algebra.log;
import static dev.nabla.math.expression.Algebra.minus;
import static dev.nabla.math.expression.Algebra.negative;
import static dev.nabla.math.expression.Algebra.over;
import static dev.nabla.math.expression.Algebra.plus;
import static dev.nabla.math.expression.Algebra.power;
import static dev.nabla.math.expression.Algebra.times;

import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Binary;
import dev.nabla.math.expression.Node.Negative;
import dev.nabla.math.expression.Node.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The derivative of an expression as an expression, by the textbook rules, and the rules used. */
final class Differentiation {
    private static final int LONGEST = 60;
    private static final int MOST = 12;

    private final Node tree;
    private final int variable;
    private final Node slope;
    /** The derivative of each part that used a rule, the innermost part first. */
    private final Map<Node, Node> slopes = new LinkedHashMap<>();

    /**
     * Differentiates an expression.
     *
     * @param variable index of the variable, from 0; the others are constant
     */
    Differentiation(Node tree, int variable) {
        this.tree = tree;
        this.variable = variable;
        this.slope = slope(Algebra.tidied(tree));
    }

    Node slope() {
        return slope;
    }

    /**
     * Returns the rules, the innermost first, like {@code power rule: d/dx x^2 = 2 x}. Of more than 12 it returns the
     * first ten, "..." and the last.
     */
    List<String> rules() {
        if (slopes.isEmpty()) {
            return List.of((tree.isConstant() ? "constant: d/dx " : "d/dx ") + equation(tree, slope));
        }
        List<Node> parts = new ArrayList<>(slopes.keySet());
        int first = parts.size() > MOST ? MOST - 2 : parts.size() - 1;
        List<String> rules = new ArrayList<>();
        parts.subList(0, first).forEach(part -> rules.add(said(part)));
        if (parts.size() > MOST) {
            rules.add("...");
        }
        rules.add(said(parts.get(parts.size() - 1)));
        return rules;
    }

    private String said(Node part) {
        return rule(part) + ": d/dx " + equation(part, slopes.get(part));
    }

    private static String equation(Node part, Node slope) {
        String of = shortened(part);
        return (part.binds() == Node.SUM ? "(" + of + ")" : of) + " = " + shortened(slope);
    }

    private Node slope(Node node) {
        if (node.isConstant()) {
            return ZERO;
        }
        if (node instanceof Variable x) {
            return x.index() == variable ? ONE : ZERO;
        }
        Node da = slope(node.left());
        Node slope = node instanceof Negative
                ? negative(da)
                : node instanceof Apply call ? times(da, call.f().derivative(call.a())) : slope((Binary) node, da);
        slopes.put(node, slope);
        return slope;
    }

    private Node slope(Binary node, Node da) {
        Node a = node.a();
        Node b = node.b();
        Node db = slope(b);
        boolean byConstant = b.isConstant();
        return switch (node.operator()) {
            case PLUS, MINUS -> node.operator().tidied(da, db);
            case TIMES -> plus(times(da, b), times(a, db));
            case OVER -> byConstant ? over(da, b) : over(minus(times(da, b), times(a, db)), power(b, TWO));
            case POWER ->
                byConstant
                        ? times(da, times(b, power(a, minus(b, ONE))))
                        : times(plus(times(db, log(a)), over(times(b, da), a)), node);
        };
    }

    private static String rule(Node node) {
        if (node instanceof Apply call) {
            return call.f().text() + (call.a() instanceof Variable ? "" : " and chain rule");
        }
        if (!(node instanceof Binary pair)) {
            return "constant factor";
        }
        boolean byConstant = pair.b().isConstant();
        boolean ofConstant = pair.a().isConstant();
        return switch (pair.operator()) {
            case PLUS, MINUS -> "sum rule";
            case TIMES -> ofConstant || byConstant ? "constant factor" : "product rule";
            case OVER -> byConstant ? "constant factor" : "quotient rule";
            case POWER ->
                byConstant
                        ? pair.a() instanceof Variable ? "power rule" : "power and chain rule"
                        : ofConstant ? "exponential rule" : "general power rule";
        };
    }

    private static String shortened(Node node) {
        String text = node.text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
