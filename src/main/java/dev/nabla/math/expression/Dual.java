package dev.nabla.math.expression;

import dev.nabla.math.Rounded;

/**
 * The value of a function at a point and its leading change: {@code f(x + t) = value + change t^order + ...} for small
 * t &ge; 0. It is propagated through every operation (forward mode, dual numbers).
 *
 * <p>With order 1, {@code change} is the slope, exact up to rounding. Above 1 the graph is level, below 1 it is
 * vertical. At a kink the duals for the two directions differ.
 *
 * @param at f(x); NaN if there is none
 * @param change coefficient of t^order; 0 if the true order is higher
 * @param order above 0; infinite for a constant
 * @param trouble why there is no value at the point or on this side; null if there is one
 * @see <a href="https://jmlr.org/papers/v18/17-468.html">Baydin et al.: Automatic Differentiation in Machine
 *     Learning</a>
 */
record Dual(Rounded at, Rounded change, double order, Trouble trouble) {
    /** Orders that differ by less than this are equal. */
    private static final double SAME = 1e-12;

    /** The reasons why an operation has no result. */
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

    /** Returns the slope; infinite if the graph is vertical, NaN if it is unknown. */
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

    /** Returns whether the graph is vertical here. */
    boolean isUpright() {
        return order < 1 - SAME && change.x() != 0;
    }

    private boolean stands() {
        return order == Double.POSITIVE_INFINITY;
    }

    Dual negative() {
        return new Dual(at.negative(), change.negative(), order, trouble);
    }

    /** Returns a value with two changes; the one of higher order is negligible. */
    private static Dual moved(Rounded value, Rounded a, double orderA, Rounded b, double orderB) {
        boolean same = orderA == orderB || Math.abs(orderA - orderB) < SAME;
        return same
                ? new Dual(value, a.plus(b), orderA, null)
                : orderA < orderB ? new Dual(value, a, orderA, null) : new Dual(value, b, orderB, null);
    }

    Dual plus(Dual b) {
        return moved(at.plus(b.at), change, order, b.change, b.order);
    }

    /** Applies the product rule: (a b)' = a' b + a b'. If both are 0 the orders add up. */
    Dual times(Dual b) {
        Rounded product = at.times(b.at);
        if (value() == 0 && b.value() == 0) {
            return new Dual(product, change.moving(b.change), order + b.order, null);
        }
        return moved(product, change.moving(b.at), order(b.at, b.order), b.change.moving(at), b.order(at, order));
    }

    /**
     * Returns the order of this change times a factor: infinite if the factor is 0. A factor that may be 0 only by
     * rounding counts as not 0 if the other order is the same.
     */
    private double order(Rounded factor, double other) {
        boolean nothing = factor.x() == 0 && (factor.off() == 0 || order != other);
        return nothing ? Double.POSITIVE_INFINITY : order;
    }

    /** Applies the quotient rule in the form (a' - (a/b) b') / b, which does not square b. */
    Dual over(Dual b) {
        if (b.value() == 0) {
            return none(Trouble.DIVISION);
        }
        Rounded q = at.over(b.at);
        Dual above = moved(q, change, order, q.moving(b.change).negative(), b.order(q, order));
        return new Dual(q, above.change.over(b.at), above.order, null);
    }

    /** Returns a^b: by the power rule for a constant b, else with a^b (b' log a + b a'/a). */
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

    /** Returns the power of something that leaves 0 as c t^p: c^b t^(p b). It may exist on one side only. */
    private Dual branch(Rounded power, double exponent) {
        Rounded moved = change.x() == 0 ? change : change.power(Rounded.exact(exponent));
        return Double.isNaN(moved.x()) ? none(Trouble.POWER) : new Dual(power, moved, order * exponent, null);
    }

    /** Applies a named function by the chain rule. */
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
            // At the kink f(0) = 0, and f applied to the change is the change of f.
            return new Dual(result, f.of(change), order, null);
        }
        double inwards = f.inwards(value());
        if (inwards != 0) {
            // At the end of its domain f behaves like a square root of the inward change.
            Dual root = new Dual(at, change.moving(Rounded.exact(inwards)), order, null).branch(result, 0.5);
            boolean falls = f == NamedFunction.ARCCOS && value() < 0;
            return root.trouble != null
                    ? none(f.trouble(value() - inwards))
                    : falls ? new Dual(result, root.change.negative(), root.order, null) : root;
        }
        return new Dual(result, change.moving(f.rate(at)), order, null);
    }
}
