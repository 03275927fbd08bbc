package dev.nabla.math.expression;

import static dev.nabla.math.expression.Operator.MINUS;
import static dev.nabla.math.expression.Operator.OVER;
import static dev.nabla.math.expression.Operator.PLUS;
import static dev.nabla.math.expression.Operator.POWER;
import static dev.nabla.math.expression.Operator.TIMES;

import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Binary;
import dev.nabla.math.expression.Node.Constant;
import dev.nabla.math.expression.Node.Negative;
import dev.nabla.math.expression.Node.Number;
import dev.nabla.math.expression.Node.Variable;

/**
 * Puts expressions together and tidies them on the way: constants are worked out, 0 and 1 vanish, a number comes before
 * what it multiplies. Only as far as it helps reading: {@code 2 x/4} becomes {@code 0.5 x}.
 */
final class Algebra {
    static final Node ZERO = new Number(0);
    static final Node ONE = new Number(1);
    static final Node TWO = new Number(2);
    private static final int SHORT = 6;

    private Algebra() {}

    /** An expression put together again, so that its numbers stand in front and constants are worked out. */
    static Node tidied(Node node) {
        if (node instanceof Binary pair) {
            return pair.operator().tidied(tidied(pair.a()), tidied(pair.b()));
        }
        if (node instanceof Apply call) {
            return new Apply(call.f(), tidied(call.a()));
        }
        return node instanceof Negative minus ? negative(tidied(minus.a())) : node;
    }

    static Node plus(Node a, Node b) {
        if (a.is(0)) {
            return b;
        }
        if (b.is(0)) {
            return a;
        }
        if (a instanceof Number m && b instanceof Number n) {
            return folded(PLUS, m, n);
        }
        if (coefficient(b) < 0) {
            return difference(a, negative(b));
        }
        if (coefficient(a) < 0) {
            return difference(b, negative(a));
        }
        if (a.equals(b)) {
            return times(TWO, a);
        }
        return b.is(PLUS) ? plus(plus(a, b.left()), b.right()) : PLUS.of(a, b);
    }

    static Node minus(Node a, Node b) {
        return plus(a, negative(b));
    }

    /** a - b, neither of them a number below 0 times something. */
    private static Node difference(Node a, Node b) {
        if (a.is(OVER) && a.left() instanceof Number m && a.right() instanceof Number n && b instanceof Number k) {
            double top = m.value() - k.value() * n.value();
            return over(Double.isFinite(top) ? new Number(top) : a, n);
        }
        if (a.equals(b)) {
            return ZERO;
        }
        if (a.is(PLUS) && (a.left().equals(b) || a.right().equals(b))) {
            return a.left().equals(b) ? a.right() : a.left();
        }
        return MINUS.of(a, b);
    }

    static Node negative(Node a) {
        return a instanceof Negative twice ? twice.a() : scaled(-coefficient(a), rest(a));
    }

    static Node times(Node a, Node b) {
        return a.is(0) || b.is(0) ? ZERO : scaled(coefficient(a) * coefficient(b), product(rest(a), rest(b)));
    }

    /** Factors without numbers before them: x x^2 becomes x^3, and a fraction takes what multiplies it above its line. */
    private static Node product(Node a, Node b) {
        if (a.is(1)) {
            return b;
        }
        if (b.is(1)) {
            return a;
        }
        if (b.is(OVER)) {
            return over(times(a, b.left()), b.right());
        }
        if (a.is(OVER)) {
            return over(times(a.left(), b), a.right());
        }
        if (base(a).equals(base(b)) && exponent(a) instanceof Number && exponent(b) instanceof Number) {
            return power(base(a), plus(exponent(a), exponent(b)));
        }
        if (b.is(TIMES)) {
            return TIMES.of(product(a, b.left()), b.right());
        }
        return isBefore(b, a) ? TIMES.of(b, a) : TIMES.of(a, b);
    }

    /** True if a reads better before b: x cos(x), and functions by their names. */
    private static boolean isBefore(Node a, Node b) {
        boolean named = base(a) instanceof Apply && base(b) instanceof Apply;
        return named ? base(a).text().compareTo(base(b).text()) < 0 : isSimple(a) && !isSimple(b);
    }

    private static boolean isSimple(Node a) {
        return a instanceof Constant
                || base(a) instanceof Variable && exponent(a).isConstant();
    }

    static Node over(Node a, Node b) {
        if (a.is(0) || b.is(1)) {
            return a;
        }
        if (b instanceof Number n && n.value() != 0) {
            return over(a, n);
        }
        if (coefficient(a) < 0) {
            return negative(over(negative(a), b));
        }
        if (b.is(TIMES) && rest(b) != b && coefficient(b) != 0) {
            double c = coefficient(a) / coefficient(b);
            if (c == Math.rint(c)) {
                return over(scaled(c, rest(a)), rest(b));
            }
        }
        if (a.is(OVER)) {
            return over(a.left(), times(a.right(), b));
        }
        return cancelled(a, b);
    }

    /** a/n: 0.25 x where that is short, x/3 for 2 x/6, and else as it is. */
    private static Node over(Node a, Number n) {
        double c = coefficient(a) / n.value();
        if (Double.isFinite(c) && Decimal.shortest(Math.abs(c)).length() <= SHORT) {
            return scaled(c, rest(a));
        }
        double part = 1 / Math.abs(c);
        return part == Math.rint(part) && part < 1e6 && Math.abs(c) < 1
                ? OVER.of(scaled(Math.signum(c), rest(a)), new Number(part))
                : OVER.of(a, n);
    }

    /** a/b without the factor that both have: 2 x/x^2 is 2/x. */
    private static Node cancelled(Node a, Node b) {
        double c = coefficient(a);
        Node top = rest(a);
        if (top.is(TIMES) && (top.right().equals(b) || top.left().equals(b))) {
            return scaled(c, top.right().equals(b) ? top.left() : top.right());
        }
        if (base(top).equals(base(b)) && exponent(top) instanceof Number m && exponent(b) instanceof Number n) {
            double left = m.value() - n.value();
            Node power = power(base(b), new Number(Math.abs(left)));
            return left >= 0 ? scaled(c, power) : OVER.of(new Number(c), power);
        }
        return OVER.of(a, b);
    }

    static Node power(Node a, Node b) {
        if (b.is(1)) {
            return a;
        }
        if (b.is(0)) {
            return ONE;
        }
        if (a instanceof Number m && b instanceof Number n) {
            return folded(POWER, m, n);
        }
        if (a.is(POWER) && a.right() instanceof Number m && isWhole(m) && b instanceof Number n && isWhole(n)) {
            return POWER.of(a.left(), new Number(m.value() * n.value()));
        }
        return POWER.of(a, b);
    }

    private static boolean isWhole(Number n) {
        return n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1000;
    }

    /** log(a), which is 1 for e. */
    static Node log(Node a) {
        return a instanceof Constant e && e.text().equals("e") ? ONE : new Apply(Function.LOG, a);
    }

    /** The number in front: 2 of 2 x, -1 of -x, 1 of x. */
    private static double coefficient(Node a) {
        if (a instanceof Number number) {
            return number.value();
        }
        if (a instanceof Negative negative) {
            return -coefficient(negative.a());
        }
        if (a.is(TIMES)) {
            return coefficient(a.left());
        }
        return isNegativeFraction(a) ? -1 : 1;
    }

    /** The rest, which the number in front multiplies: x of 2 x, 1 of 2. */
    private static Node rest(Node a) {
        if (a instanceof Number) {
            return ONE;
        }
        if (a instanceof Negative negative) {
            return rest(negative.a());
        }
        if (a.is(TIMES)) {
            Node left = rest(a.left());
            return left == a.left() ? a : left.is(1) ? a.right() : TIMES.of(left, a.right());
        }
        return isNegativeFraction(a) && a instanceof Binary fraction
                ? OVER.of(negative(fraction.a()), fraction.b())
                : a;
    }

    private static boolean isNegativeFraction(Node a) {
        return a.is(OVER) && coefficient(a.left()) < 0;
    }

    private static Node base(Node a) {
        return a.is(POWER) ? a.left() : a;
    }

    private static Node exponent(Node a) {
        return a.is(POWER) ? a.right() : ONE;
    }

    /** c times what has no number in front. */
    private static Node scaled(double c, Node rest) {
        if (rest.is(1)) {
            return new Number(c);
        }
        if (c == 1) {
            return rest;
        }
        if (c < 0) {
            return new Negative(scaled(-c, rest));
        }
        if (rest.is(OVER)) {
            return over(scaled(c, rest.left()), rest.right());
        }
        if (rest.is(TIMES)) {
            return TIMES.of(scaled(c, rest.left()), rest.right());
        }
        return TIMES.of(new Number(c), rest);
    }

    /** The result of two numbers, or the operation as it is written where that is beyond a double. */
    private static Node folded(Operator operator, Number a, Number b) {
        double value = operator.of(a.value(), b.value());
        return Double.isFinite(value) ? new Number(value) : operator.of(a, b);
    }
}
