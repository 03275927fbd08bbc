package dev.nabla.math;

/**
 * What a function does at one point: its value and its slope to either side, carried through every operation (forward
 * mode), so that the slope is exact and a kink shows as two slopes.
 *
 * @param value f(x); NaN where there is none
 * @param left slope when x comes from below
 * @param right slope when x goes on upwards; the same as {@code left} where f is smooth
 * @param trouble why there is no value; null where there is one
 */
record Tangent(double value, double left, double right, Trouble trouble) {

    /** Why an operation has no result. */
    enum Trouble {
        DIVISION("f divides by zero here"),
        LOG("log needs a number above 0"),
        ROOT("sqrt needs a number of at least 0"),
        POLE("tan has a pole here"),
        POWER("a negative number has no such power"),
        UNDEFINED("f is not a number here");

        private final String why;

        Trouble(String why) {
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    static Tangent constant(double value) {
        return new Tangent(value, 0, 0, Double.isNaN(value) ? Trouble.UNDEFINED : null);
    }

    static Tangent none(Trouble trouble) {
        return new Tangent(Double.NaN, Double.NaN, Double.NaN, trouble);
    }

    private Tangent or(Trouble reason) {
        return trouble == null && Double.isNaN(value) ? none(reason) : this;
    }

    private boolean isFlat() {
        return left == 0 && right == 0;
    }

    /** The trouble of either, if one has it; else null. */
    private Tangent troubled(Tangent other) {
        return trouble != null ? this : other.trouble != null ? other : null;
    }

    Tangent negative() {
        return new Tangent(-value, -left, -right, trouble);
    }

    Tangent plus(Tangent b) {
        Tangent bad = troubled(b);
        return bad != null
                ? bad
                : new Tangent(value + b.value, left + b.left, right + b.right, null).or(Trouble.UNDEFINED);
    }

    Tangent minus(Tangent b) {
        return plus(b.negative());
    }

    /** The product rule: (a b)' = a' b + a b'. */
    Tangent times(Tangent b) {
        Tangent bad = troubled(b);
        return bad != null
                ? bad
                : new Tangent(
                                value * b.value,
                                share(left, b.value, b.left) + share(b.left, value, left),
                                share(right, b.value, b.right) + share(b.right, value, right),
                                null)
                        .or(Trouble.UNDEFINED);
    }

    /** The quotient rule, as (a' - (a/b) b') / b, which does not square b. */
    Tangent over(Tangent b) {
        Tangent bad = troubled(b);
        if (bad != null) {
            return bad;
        }
        if (b.value == 0) {
            return none(Trouble.DIVISION);
        }
        double q = value / b.value;
        return new Tangent(q, (left - product(q, b.left)) / b.value, (right - product(q, b.right)) / b.value, null)
                .or(Trouble.UNDEFINED);
    }

    /**
     * What a factor's slope gives to a product. Beside a factor that is 0 even an upright one gives nothing, as
     * a(t) b(t) / t goes to a(0) b'(0); unless both are upright, like the factors of sqrt(x) sqrt(x).
     */
    private static double share(double slope, double other, double slopeOfOther) {
        return other == 0 && Double.isInfinite(slope) && Double.isInfinite(slopeOfOther)
                ? Double.NaN
                : product(other, slope);
    }

    /** A nudge of exactly nothing moves nothing, however large the other factor. */
    private static double product(double factor, double slope) {
        return slope == 0 || factor == 0 ? 0 : factor * slope;
    }

    /** a^b; the power rule where b stands still, else a^b (b' log a + b a'/a). */
    Tangent power(Tangent b) {
        Tangent bad = troubled(b);
        if (bad != null) {
            return bad;
        }
        if (value == 0 && b.value < 0) {
            return none(Trouble.DIVISION);
        }
        double power = StrictMath.pow(value, b.value);
        if (Double.isNaN(power)) {
            return none(Trouble.POWER);
        }
        if (b.isFlat()) {
            if (b.value == 0) {
                return new Tangent(power, 0, 0, null);
            }
            double rate = b.value * StrictMath.pow(value, b.value - 1);
            return new Tangent(power, chained(rate, left), chained(rate, right), null);
        }
        double log = StrictMath.log(value);
        return new Tangent(
                power,
                power * (product(log, b.left) + product(b.value / value, left)),
                power * (product(log, b.right) + product(b.value / value, right)),
                null);
    }

    /** The chain rule for one of the named functions. */
    Tangent apply(Function function) {
        if (trouble != null) {
            return this;
        }
        Trouble reason = function.trouble(value);
        if (reason != null) {
            return none(reason);
        }
        double result = function.of(value);
        if (value == 0 && function.hasKink()) {
            // From the left the argument moves by -left, from the right by +right; f(0) = 0 for both abs and relu.
            return new Tangent(result, -function.of(-left), function.of(right), null);
        }
        double rate = function.rate(value);
        return new Tangent(result, chained(rate, left), chained(rate, right), null).or(Trouble.UNDEFINED);
    }

    /** Infinitely steep times standing still is not known, whichever of them is steep: sqrt(x^2) and sqrt(x)^2. */
    private static double chained(double rate, double slope) {
        return slope == 0 && Double.isFinite(rate) || rate == 0 && Double.isFinite(slope) ? 0 : rate * slope;
    }
}
