package dev.nabla.math;

import dev.nabla.math.Node.Number;
import java.util.ArrayList;
import java.util.List;

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

    /** The same expression put together again, so that its numbers stand in front and constants are worked out. */
    static Node tidied(Node node) {
        List<Node> parts = new ArrayList<>();
        for (Node part : node.parts()) {
            parts.add(tidied(part));
        }
        return node.of(parts);
    }

    static Node plus(Node a, Node b) {
        if (a.is(0)) {
            return b;
        }
        if (b.is(0)) {
            return a;
        }
        if (a instanceof Number m && b instanceof Number n) {
            return folded(m.value() + n.value(), new Plus(a, b));
        }
        if (coefficient(b) < 0) {
            return minus(a, negative(b));
        }
        if (coefficient(a) < 0) {
            return minus(b, negative(a));
        }
        return a.equals(b) ? times(TWO, a) : b instanceof Plus sum ? plus(plus(a, sum.a()), sum.b()) : new Plus(a, b);
    }

    static Node minus(Node a, Node b) {
        if (b.is(0)) {
            return a;
        }
        if (a.is(0)) {
            return negative(b);
        }
        if (a instanceof Number m && b instanceof Number n) {
            return folded(m.value() - n.value(), new Minus(a, b));
        }
        if (a instanceof Over third
                && third.a() instanceof Number m
                && third.b() instanceof Number n
                && b instanceof Number k) {
            return over(folded(m.value() - k.value() * n.value(), a), n);
        }
        if (a.equals(b)) {
            return ZERO;
        }
        if (a instanceof Plus sum && (sum.a().equals(b) || sum.b().equals(b))) {
            return sum.a().equals(b) ? sum.b() : sum.a();
        }
        return coefficient(b) < 0 ? plus(a, negative(b)) : new Minus(a, b);
    }

    static Node negative(Node a) {
        return a instanceof Negative twice ? twice.a() : scaled(-coefficient(a), rest(a));
    }

    static Node times(Node a, Node b) {
        if (a.is(0) || b.is(0)) {
            return ZERO;
        }
        double c = coefficient(a) * coefficient(b);
        return scaled(c, product(rest(a), rest(b)));
    }

    /** Factors without numbers before them: x x^2 becomes x^3, and a fraction takes what multiplies it above its line. */
    private static Node product(Node a, Node b) {
        if (a.is(1)) {
            return b;
        }
        if (b.is(1)) {
            return a;
        }
        if (b instanceof Over fraction) {
            return over(times(a, fraction.a()), fraction.b());
        }
        if (a instanceof Over fraction) {
            return over(times(fraction.a(), b), fraction.b());
        }
        if (base(a).equals(base(b)) && exponent(a) instanceof Number && exponent(b) instanceof Number) {
            return power(base(a), plus(exponent(a), exponent(b)));
        }
        if (b instanceof Times more) {
            return new Times(product(a, more.a()), more.b());
        }
        return isBefore(b, a) ? new Times(b, a) : new Times(a, b);
    }

    /** Whether a reads better before b: x cos(x), and functions by their names. */
    private static boolean isBefore(Node a, Node b) {
        boolean named = base(a) instanceof Apply && base(b) instanceof Apply;
        return named ? base(a).text().compareTo(base(b).text()) < 0 : simple(a) && !simple(b);
    }

    private static boolean simple(Node a) {
        return a instanceof Node.X
                || a instanceof Node.Constant
                || a instanceof Power power
                        && power.a() instanceof Node.X
                        && power.b().isConstant();
    }

    static Node over(Node a, Node b) {
        if (a.is(0) || b.is(1)) {
            return a;
        }
        if (b instanceof Number n && n.value() != 0) {
            return over(a, n.value());
        }
        if (coefficient(a) < 0) {
            return negative(over(negative(a), b));
        }
        if (b instanceof Times && rest(b) != b && coefficient(b) != 0) {
            double c = coefficient(a) / coefficient(b);
            if (c == Math.rint(c)) {
                return over(scaled(c, rest(a)), rest(b));
            }
        }
        if (a instanceof Over fraction) {
            return over(fraction.a(), times(fraction.b(), b));
        }
        return cancelled(a, b);
    }

    /** a/n: 0.25 x where that is short, x/3 for 2 x/6, and else as it is. */
    private static Node over(Node a, double n) {
        double c = coefficient(a) / n;
        boolean tidy = Double.isFinite(c) && Decimal.shortest(Math.abs(c)).length() <= SHORT;
        if (tidy) {
            return scaled(c, rest(a));
        }
        double part = 1 / Math.abs(c);
        return part == Math.rint(part) && part < 1e6 && Math.abs(c) < 1
                ? new Over(scaled(Math.signum(c), rest(a)), new Number(part))
                : new Over(a, new Number(n));
    }

    /** a/b without the factor that both have: 2 x/x^2 is 2/x. */
    private static Node cancelled(Node a, Node b) {
        double c = coefficient(a);
        Node top = rest(a);
        if (top instanceof Times times && times.b().equals(b)) {
            return scaled(c, times.a());
        }
        if (top instanceof Times times && times.a().equals(b)) {
            return scaled(c, times.b());
        }
        if (base(top).equals(base(b)) && exponent(top) instanceof Number m && exponent(b) instanceof Number n) {
            double left = m.value() - n.value();
            Node power = power(base(b), new Number(Math.abs(left)));
            return left >= 0 ? scaled(c, power) : new Over(new Number(c), power);
        }
        return new Over(a, b);
    }

    static Node power(Node a, Node b) {
        if (b.is(1)) {
            return a;
        }
        if (b.is(0)) {
            return ONE;
        }
        if (a instanceof Number m && b instanceof Number n) {
            return folded(StrictMath.pow(m.value(), n.value()), new Power(a, b));
        }
        if (a instanceof Power inner
                && inner.b() instanceof Number m
                && isWhole(m)
                && b instanceof Number n
                && isWhole(n)) {
            return new Power(inner.a(), new Number(m.value() * n.value()));
        }
        return new Power(a, b);
    }

    private static boolean isWhole(Number n) {
        return n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1000;
    }

    /** log(a), which is 1 for e. */
    static Node log(Node a) {
        return a instanceof Node.Constant e && e.name().equals("e") ? ONE : new Apply(Function.LOG, a);
    }

    /** The number in front: 2 of 2 x, -1 of -x, 1 of x. */
    private static double coefficient(Node a) {
        if (a instanceof Number number) {
            return number.value();
        }
        if (a instanceof Negative negative) {
            return -coefficient(negative.a());
        }
        return a instanceof Times times && times.a() instanceof Number number
                ? number.value()
                : a instanceof Times times
                        ? coefficient(times.a())
                        : a instanceof Over over && coefficient(over.a()) < 0 ? -1 : 1;
    }

    private static Node rest(Node a) {
        if (a instanceof Number) {
            return ONE;
        }
        if (a instanceof Negative negative) {
            return rest(negative.a());
        }
        if (a instanceof Times times) {
            Node left = rest(times.a());
            return left == times.a() ? a : left.is(1) ? times.b() : new Times(left, times.b());
        }
        return a instanceof Over over && coefficient(over.a()) < 0 ? new Over(negative(over.a()), over.b()) : a;
    }

    private static Node base(Node a) {
        return a instanceof Power power ? power.a() : a;
    }

    private static Node exponent(Node a) {
        return a instanceof Power power ? power.b() : ONE;
    }

    /** c times what has no number in front. */
    private static Node scaled(double c, Node rest) {
        if (rest.is(1)) {
            return new Number(c);
        }
        if (c == 1) {
            return rest;
        }
        if (c == -1) {
            return new Negative(rest);
        }
        if (c < 0) {
            return new Negative(scaled(-c, rest));
        }
        if (rest instanceof Over fraction) {
            return over(scaled(c, fraction.a()), fraction.b());
        }
        if (rest instanceof Times times) {
            return new Times(scaled(c, times.a()), times.b());
        }
        return new Times(new Number(c), rest);
    }

    private static Node folded(double value, Node written) {
        return Double.isFinite(value) ? new Number(value) : written;
    }
}
