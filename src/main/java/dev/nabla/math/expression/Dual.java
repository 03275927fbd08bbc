package dev.nabla.math.expression;

/**
 * A function at one point: its value and how fast it moves as a variable leaves the point, carried through every operation
 * (forward mode, dual numbers), so that the slope is exact and a kink shows as two that differ, one upwards, one downwards.
 *
 * @param value f(x); NaN where there is none
 * @param slope how fast it moves
 * @param trouble why there is no value; null where there is one
 * @see <a href="https://jmlr.org/papers/v18/17-468.html">Baydin et al.: Automatic Differentiation in Machine Learning</a>
 */
record Dual(double value, double slope, Trouble trouble) {

    /** Why an operation has no result. */
    enum Trouble {
        DIVISION("f divides by zero here"),
        LOG("log needs a number above 0"),
        ROOT("sqrt needs a number of at least 0"),
        POLE("tan has a pole here"),
        COSINE("arccos needs a number from -1 to 1"),
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

    Dual {
        trouble = trouble == null && Double.isNaN(value) ? Trouble.UNDEFINED : trouble;
        slope = trouble == null ? slope : Double.NaN;
    }

    static Dual constant(double value) {
        return new Dual(value, 0, null);
    }

    private static Dual none(Trouble trouble) {
        return new Dual(Double.NaN, Double.NaN, trouble);
    }

    Dual negative() {
        return new Dual(-value, -slope, trouble);
    }

    Dual plus(Dual b) {
        return new Dual(value + b.value, slope + b.slope, null);
    }

    /** The product rule: (a b)' = a' b + a b'. */
    Dual times(Dual b) {
        return new Dual(value * b.value, share(slope, b.value, b.slope) + share(b.slope, value, slope), null);
    }

    /** The quotient rule, as (a' - (a/b) b') / b, which does not square b. */
    Dual over(Dual b) {
        double q = value / b.value;
        return b.value == 0 ? none(Trouble.DIVISION) : new Dual(q, (slope - product(q, b.slope)) / b.value, null);
    }

    /**
     * The share of a factor's slope in that of a product. Beside a factor that is 0 even an upright one gives nothing, as
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
    Dual power(Dual b) {
        if (value == 0 && b.value < 0) {
            return none(Trouble.DIVISION);
        }
        double power = StrictMath.pow(value, b.value);
        if (Double.isNaN(power)) {
            return none(Trouble.POWER);
        }
        if (b.slope == 0) {
            return b.value == 0 ? constant(power) : moved(power, b.value * StrictMath.pow(value, b.value - 1));
        }
        double log = product(StrictMath.log(value), b.slope);
        return new Dual(power, power * (log + product(b.value / value, slope)), null);
    }

    /** The chain rule for one of the named functions. */
    Dual apply(Function f) {
        if (trouble != null) {
            return this;
        }
        Trouble reason = f.trouble(value);
        if (reason != null) {
            return none(reason);
        }
        double result = f.of(value);
        // At a kink, where f(0) = 0, what leaves 0 moves as fast as f says.
        return value == 0 && f.hasKink() ? new Dual(result, f.of(slope), null) : moved(result, f.rate(value));
    }

    /**
     * Another value, which moves so much faster. Infinitely steep times standing still is not known, whichever of them is
     * steep: sqrt(x^2) and sqrt(x)^2.
     */
    private Dual moved(double result, double rate) {
        boolean still = slope == 0 && Double.isFinite(rate) || rate == 0 && Double.isFinite(slope);
        return new Dual(result, still ? 0 : rate * slope, null);
    }
}
