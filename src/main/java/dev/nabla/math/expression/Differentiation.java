package dev.nabla.math.expression;

import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Binary;
import dev.nabla.math.expression.Node.Negative;
import dev.nabla.math.expression.Node.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The derivative of an expression as an expression, by the rules of the textbook, and which of them it took. */
final class Differentiation {
    private static final int LONGEST = 60;
    private static final int MOST = 12;

    private final Node tree;
    private final boolean explained;
    private final Node slope;
    private final Set<String> rules = new LinkedHashSet<>();

    /** @param explained whether {@link #rules} will be asked for, whose texts take longer than the derivative */
    Differentiation(Node tree, boolean explained) {
        this.tree = tree;
        this.explained = explained;
        this.slope = slope(Algebra.tidied(tree));
    }

    Node slope() {
        return slope;
    }

    /** The rules, the innermost first, of many the first and the last: {@code power rule: d/dx x^2 = 2 x}. */
    List<String> rules() {
        if (rules.isEmpty()) {
            return List.of(
                    (tree.isConstant() ? "constant: d/dx " : "d/dx ") + shortened(tree) + " = " + shortened(slope));
        }
        List<String> all = new ArrayList<>(rules);
        if (all.size() > MOST) {
            all.subList(MOST - 2, all.size() - 1).clear();
            all.add(MOST - 2, "...");
        }
        return all;
    }

    private Node slope(Node node) {
        if (node.isConstant()) {
            return Algebra.ZERO;
        }
        if (node instanceof Variable) {
            return Algebra.ONE;
        }
        Node slope = node instanceof Negative minus
                ? Algebra.negative(slope(minus.a()))
                : node instanceof Apply call
                        ? Algebra.times(slope(call.a()), call.f().derivative(call.a()))
                        : slope((Binary) node);
        if (explained && rules.size() <= 10 * MOST) {
            String of = shortened(node);
            rules.add(rule(node) + ": d/dx " + (node.binds() == Node.SUM ? "(" + of + ")" : of) + " = "
                    + shortened(slope));
        }
        return slope;
    }

    private Node slope(Binary node) {
        Node a = node.a();
        Node b = node.b();
        Node da = slope(a);
        Node db = slope(b);
        return switch (node.operator()) {
            case PLUS, MINUS -> node.operator().tidied(da, db);
            case TIMES -> Algebra.plus(Algebra.times(da, b), Algebra.times(a, db));
            case OVER ->
                b.isConstant()
                        ? Algebra.over(da, b)
                        : Algebra.over(
                                Algebra.minus(Algebra.times(da, b), Algebra.times(a, db)),
                                Algebra.power(b, Algebra.TWO));
            case POWER ->
                b.isConstant()
                        ? Algebra.times(da, Algebra.times(b, Algebra.power(a, Algebra.minus(b, Algebra.ONE))))
                        : Algebra.times(
                                Algebra.plus(Algebra.times(db, Algebra.log(a)), Algebra.over(Algebra.times(b, da), a)),
                                node);
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
