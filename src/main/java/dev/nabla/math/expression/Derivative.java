package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Rounded;
import dev.nabla.math.Vector;
import java.util.Optional;

/**
 * The derivative of f at x: how much f changes per tiny change of x.
 *
 * <p>{@code f(x + eps) = f(x) + eps f'(x) + error of the tangent}. For f = x^2/4 at 3: value 2.25, slope 1.5, tangent
 * 1.5 x - 2.25. The forward difference is slope + eps/4, and the tangent misses by eps^2/4.
 *
 * <p>The slope is computed exactly (forward mode), never as a difference. A method returns NaN or infinity if its
 * number does not exist; {@link #noValue}, {@link #noSlope} and {@link #noDifference} say why.
 *
 * @param f the function of x
 * @param x the point, finite
 * @param eps the nudge, above 0 and finite
 * @throws BadInput if x is not finite, or eps not above 0 and finite
 * @see <a href="https://jmlr.org/papers/v18/17-468.html">Baydin et al.: Automatic Differentiation in Machine
 *     Learning</a>
 */
public record Derivative(Expression f, double x, double eps) {
    public Derivative {
        BadInput.require(Double.isFinite(x), "not_finite", "x", x, "must be finite, like 1");
        boolean nudge = eps > 0 && Double.isFinite(eps);
        BadInput.require(nudge, "not_positive", "eps", eps, "the nudge must be above 0 and finite, like 0.1");
    }

    public Derivative withF(Expression other) {
        return new Derivative(other, x, eps);
    }

    public Derivative withX(double other) {
        return new Derivative(f, other, eps);
    }

    public Derivative withEps(double other) {
        return new Derivative(f, x, other);
    }

    /** Returns f(x); for x^2/4 at 3 it is 2.25. */
    public double value() {
        return f.value(x);
    }

    /**
     * Returns f'(x), exact up to rounding: for x^2/4 at 3 it is 1.5, for sigmoid(x) at 0 it is 0.25. At an end of the
     * domain it is the one-sided slope.
     */
    public double slope() {
        return slopeRounded().x();
    }

    /** Returns {@link #slope} with its rounding error. */
    Rounded slopeRounded() {
        Dual below = f.side(x, -1);
        Dual above = f.side(x, 1);
        Rounded left = below.slopeRounded().negative();
        Rounded right = above.slopeRounded();
        if (below.trouble() != null || Double.isInfinite(right.x())) {
            return right;
        }
        boolean only = above.trouble() != null || Double.isInfinite(left.x());
        return only ? left : isKink(left.x(), right.x()) ? Rounded.exact(Double.NaN) : right;
    }

    /** Returns the slope from below, NaN if there are no values there; for abs(x) at 0 it is -1. */
    public double left() {
        return f.slope(x, -1);
    }

    /** Returns the slope from above; for abs(x) at 0 it is 1. */
    public double right() {
        return f.slope(x, 1);
    }

    /** Returns whether f has a slope on both sides of x, but two different ones. */
    public boolean isKink() {
        return isKink(left(), right());
    }

    private static boolean isKink(double left, double right) {
        double off = Math.abs(left - right);
        return off > 1e-12 * Math.max(Math.abs(left), Math.abs(right)) && Double.isFinite(off);
    }

    /**
     * Returns f' as a function at the same x, whose slope is the second derivative; empty if its formula is too long.
     */
    public Optional<Derivative> curve() {
        return f.derivative().map(this::withF);
    }

    /** Returns the slope of the secant through x and x + eps; for x^2/4 it is slope + eps/4. */
    public double forward() {
        return difference(x, x + eps, eps);
    }

    /**
     * Returns the slope of the secant through x - eps and x + eps, whose error shrinks with eps squared. For x^2/4 it
     * is the slope itself.
     */
    public double central() {
        return difference(x - eps, x + eps, 2 * eps);
    }

    /** Returns the error of the forward difference, forward - slope; for x^2/4 it is eps/4. */
    public double gap() {
        return forward() - slope();
    }

    /** Returns the error of the tangent at x + eps, f(x + eps) - (f(x) + eps f'(x)); for x^2/4 it is eps^2/4. */
    public double tangentError() {
        return f.value(x + eps) - (value() + eps * slope());
    }

    /** Returns the tangent's value at x = 0, value - slope x; for x^2/4 at 3 it is -2.25. */
    public double tangentIntercept() {
        return value() - slope() * x;
    }

    private double difference(double from, double to, double width) {
        return from == to ? Double.NaN : (f.value(to) - f.value(from)) / width;
    }

    /** Returns why the value has fewer than six certain digits; empty if it has six. */
    public Optional<String> valueDoubt() {
        return (f.side(x, 1).trouble() == null ? f.side(x, 1) : f.side(x, -1))
                .at()
                .doubt();
    }

    /** Returns why the slope has fewer than six certain digits; empty if it has six. */
    public Optional<String> slopeDoubt() {
        return slopeRounded().doubt();
    }

    /**
     * Returns why the forward difference has fewer than six certain digits. Its two values may share their first
     * digits, and x + eps is rounded as well.
     */
    public Optional<String> forwardDoubt() {
        return rounded(x, x + eps, eps).doubt();
    }

    /** Returns why the central difference has fewer than six certain digits; empty if it has six. */
    public Optional<String> centralDoubt() {
        return rounded(x - eps, x + eps, 2 * eps).doubt();
    }

    /** Returns why {@link #gap} has fewer than six certain digits; empty if it has six. */
    public Optional<String> gapDoubt() {
        return rounded(x, x + eps, eps).minus(slopeRounded()).doubt();
    }

    private Rounded rounded(double from, double to, double width) {
        Rounded apart = new Rounded(width, Math.abs(to - from - width));
        Rounded moved = f.still(to).at().minus(f.still(from).at());
        return from == to ? Rounded.exact(Double.NaN) : moved.over(apart);
    }

    /** Returns why there is no f(x); empty if there is one. */
    public Optional<String> noValue() {
        return f.trouble(x);
    }

    /**
     * Returns why f(x) overflows on the way although it is finite, and what to type instead; empty if no advice is
     * known.
     */
    public Optional<String> remedy() {
        return f.remedy(Vector.of(x));
    }

    /** Returns why there is no slope at x; empty if there is one. */
    public Optional<String> noSlope() {
        return noSlope("f", "");
    }

    /** Returns why there is no second derivative at x; empty if there is one. */
    public Optional<String> noSecond() {
        return noSlope().or(() -> curve().map(slope -> slope.noSlope("f', as it is written,", " of f'"))
                .orElseGet(() -> Optional.of("it is too long to work out")));
    }

    /**
     * Returns why f has no slope at x; empty if it has one.
     *
     * @param name name of the function in the message
     * @param of appended to words such as "slope", like " of f'"; empty if the function is clear
     */
    private Optional<String> noSlope(String name, String of) {
        Optional<Reason> reason = f.reason(x);
        if (reason.isPresent()) {
            return reason.map(why -> why.message(name, " here"));
        }
        if (isKink()) {
            return Optional.of("no derivative" + of + " here: the slope" + of + " is "
                    + Decimal.significant(left(), 6) + " from the left and " + Decimal.significant(right(), 6)
                    + " to the right");
        }
        int way = f.side(x, 1).trouble() != null || Double.isFinite(right()) && Double.isInfinite(left()) ? -1 : 1;
        return noSlope(way, of);
    }

    /** Returns why f has no slope on a side where it has values; empty if it has one. */
    private Optional<String> noSlope(int way, String of) {
        Dual side = f.side(x, way);
        if (Double.isFinite(side.slope())) {
            return Optional.empty();
        }
        if (side.isUpright()) {
            return Optional.of("no derivative" + of + " here: the graph" + of + " is upright");
        }
        return Optional.of(f.steepest(x, way)
                .map(part -> (part == f.tree() ? "the slope" : "a step of the slope") + of
                        + " is larger than any double here")
                .orElse("no derivative" + of + " here: the rules give no number"));
    }

    /**
     * Returns why there is no slope on one side of x; empty if there is one.
     *
     * @param way 1 for above, -1 for below
     */
    public Optional<String> noSide(int way) {
        Dual beside = f.side(x, way);
        return beside.trouble() == null && Double.isFinite(beside.value())
                ? noSlope(way, "")
                : noValue()
                        .or(() -> Optional.of("to that side " + beside.trouble().message("f", "")));
    }

    /**
     * Returns why a difference with {@code eps} does not exist; empty if it is finite.
     *
     * @param difference the value of {@link #forward} or {@link #central}
     */
    public Optional<String> noDifference(double difference) {
        if (Double.isFinite(difference)) {
            return Optional.empty();
        }
        if (x + eps == x) {
            return Optional.of("x + eps is x again: a double has no room for so small a nudge");
        }
        return noValue()
                .or(() -> trouble("x + eps", x + eps))
                .or(() -> trouble("x - eps", x - eps))
                .or(() -> Optional.of("it is larger than any double"));
    }

    private Optional<String> trouble(String place, double at) {
        return f.reason(at).map(why -> "at " + place + " " + why.message("f", ""));
    }
}
