package dev.nabla.math.expression;

import dev.nabla.math.Rounded;

/**
 * A function at one point, and how it goes on from there: {@code f(x + t) = value + change t^order + ...} for small t &ge; 0,
 * carried through every operation (forward mode, dual numbers). Order 1 is a slope, which is exact up to rounding; above it
 * the graph is level, below it upright. A kink shows as two that differ, one upwards, one downwards.
 *
 * @param at f(x); NaN where there is none
 * @param change of what order it moves, 0 where it is of a higher one
 * @param order above 0; infinite for what stands still
 * @param trouble why there is no value, or none to that side; null where there is one
 * @see <a href="https://jmlr.org/papers/v18/17-468.html">Baydin et al.: Automatic Differentiation in Machine Learning</a>
 */
record Dual(Rounded at, Rounded change, double order, Trouble trouble) {
    /** Orders that differ less are one. */
    private static final double SAME = 1e-12;

    /** Why an operation has no result. */
    enum Trouble implements Reason {
        DIVISION("$f divides by zero$here"),
        LOG("log needs a number above 0"),
        LOG1P("log1p needs a number above -1"),
        ROOT("sqrt needs a number of at least 0"),
        POLE("tan has a pole$here"),
        COSINE("arccos needs a number from -1 to 1"),
        POWER("a negative number has no such power"),
        UNDEFINED("$f is not a number$here");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }

        @Override
        public String message(String f, String here) {
            return words.replace("$f", f).replace("$here", here);
        }
    }

    Dual {
        trouble = trouble == null && Double.isNaN(at.x()) ? Trouble.UNDEFINED : trouble;
    }

    static Dual constant(Rounded value) {
        return new Dual(value, Rounded.ZERO, Double.POSITIVE_INFINITY, null);
    }

    private static Dual none(Trouble trouble) {
        return new Dual(Rounded.exact(Double.NaN), Rounded.ZERO, 1, trouble);
    }

    double value() {
        return at.x();
    }

    /** How fast it moves; infinite where it is upright, NaN where that is not known. */
    double slope() {
        return slopeRounded().x();
    }

    Rounded slopeRounded() {
        if (trouble != null || order < 1 - SAME && change.x() == 0) {
            return Rounded.exact(Double.NaN);
        }
        return order > 1 + SAME
                ? Rounded.ZERO
                : order < 1 - SAME ? Rounded.exact(Math.copySign(Double.POSITIVE_INFINITY, change.x())) : change;
    }

    /** True if it goes up or down faster than any line. */
    boolean isUpright() {
        return order < 1 - SAME && change.x() != 0;
    }

    private boolean stands() {
        return order == Double.POSITIVE_INFINITY;
    }

    Dual negative() {
        return new Dual(at.negative(), change.negative(), order, trouble);
    }

    /** A value of which two parts move; the slower order counts for nothing. */
    private static Dual moved(Rounded value, Rounded a, double orderA, Rounded b, double orderB) {
        boolean same = orderA == orderB || Math.abs(orderA - orderB) < SAME;
        return same
                ? new Dual(value, a.plus(b), orderA, null)
                : orderA < orderB ? new Dual(value, a, orderA, null) : new Dual(value, b, orderB, null);
    }

    Dual plus(Dual b) {
        return moved(at.plus(b.at), change, order, b.change, b.order);
    }

    /** The product rule: (a b)' = a' b + a b'; of two that are 0 the orders add. */
    Dual times(Dual b) {
        Rounded product = at.times(b.at);
        if (value() == 0 && b.value() == 0) {
            return new Dual(product, change.moving(b.change), order + b.order, null);
        }
        return moved(product, change.moving(b.at), order(b.at, b.order), b.change.moving(at), b.order(at, order));
    }

    /** The order of what moves times a factor: infinite if that is 0, but if it is so by rounding it leaves that in doubt. */
    private double order(Rounded factor, double other) {
        boolean nothing = factor.x() == 0 && (factor.off() == 0 || order != other);
        return nothing ? Double.POSITIVE_INFINITY : order;
    }

    /** The quotient rule, as (a' - (a/b) b') / b, which does not square b. */
    Dual over(Dual b) {
        if (b.value() == 0) {
            return none(Trouble.DIVISION);
        }
        Rounded q = at.over(b.at);
        Dual above = moved(q, change, order, q.moving(b.change).negative(), b.order(q, order));
        return new Dual(q, above.change.over(b.at), above.order, null);
    }

    /** a^b; the power rule where b stands still, else a^b (b' log a + b a'/a). */
    Dual power(Dual b) {
        double exponent = b.value();
        if (value() == 0 && exponent < 0) {
            return none(Trouble.DIVISION);
        }
        Rounded power = at.power(b.at);
        if (Double.isNaN(power.x())) {
            return none(Trouble.POWER);
        }
        if (b.stands() && (exponent == 0 || stands())) {
            return constant(power);
        }
        if (value() == 0) {
            return exponent == 0 ? new Dual(power, Rounded.exact(Double.NaN), 1, null) : branch(power, exponent);
        }
        Rounded rate = b.at.times(at.power(b.at.plus(Rounded.exact(-1))));
        if (b.stands()) {
            return new Dual(power, change.moving(rate), order, null);
        }
        Rounded log = NamedFunction.LOG.of(at);
        return moved(power, change.moving(rate), order, b.change.moving(log).moving(power), b.order);
    }

    /** What leaves 0 as c t^p, to a power: c^b t^(p b), and on one side perhaps nothing. */
    private Dual branch(Rounded power, double exponent) {
        Rounded moved = change.x() == 0 ? change : change.power(Rounded.exact(exponent));
        return Double.isNaN(moved.x()) ? none(Trouble.POWER) : new Dual(power, moved, order * exponent, null);
    }

    /** The chain rule for one of the named functions. */
    Dual apply(NamedFunction f) {
        if (trouble != null) {
            return this;
        }
        Trouble reason = f.trouble(value());
        if (reason != null) {
            return none(reason);
        }
        Rounded result = f.of(at);
        if (stands()) {
            return constant(result);
        }
        if (value() == 0 && f.hasKink()) {
            // At a kink, where f(0) = 0, what leaves 0 moves as fast as f says.
            return new Dual(result, f.of(change), order, null);
        }
        double inwards = f.inwards(value());
        if (inwards != 0) {
            // There f is as the root of what moves inwards.
            Dual root = new Dual(at, change.moving(Rounded.exact(inwards)), order, null).branch(result, 0.5);
            boolean falls = f == NamedFunction.ARCCOS && value() < 0;
            return root.trouble != null
                    ? none(f.trouble(value() - inwards))
                    : falls ? new Dual(result, root.change.negative(), root.order, null) : root;
        }
        return new Dual(result, change.moving(f.rate(at)), order, null);
    }
}
