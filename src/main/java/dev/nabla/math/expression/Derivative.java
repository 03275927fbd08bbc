package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Rounded;
import dev.nabla.math.Vector;
import java.util.Optional;

/**
 * The derivative: how much f moves for a tiny nudge of x.
 *
 * <p>{@code f(x + eps) = f(x) + eps f'(x) + what the straight line misses}. For f = x^2/4 at 3: value 2.25, slope 1.5,
 * tangent 1.5 x - 2.25; the forward difference is slope + eps/4, the line misses eps^2/4. The slope is exact (forward
 * mode), never a difference. A method gives NaN or infinity where its number does not exist; {@link #noValue},
 * {@link #noSlope} and {@link #noDifference} say why.
 *
 * @param f the function of x
 * @param x where, finite
 * @param eps the nudge, above 0 and finite
 * @throws BadInput if x is not finite, or eps not above 0 and finite
 * @see <a href="https://jmlr.org/papers/v18/17-468.html">Baydin et al.: Automatic Differentiation in Machine Learning</a>
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

    /** f(x); for x^2/4 at 3 it is 2.25. */
    public double value() {
        return f.value(x);
    }

    /** f'(x), exact up to rounding; for x^2/4 at 3 it is 1.5, for sigmoid(x) at 0 it is 0.25; at an end that of its side. */
    public double slope() {
        return slopeRounded().x();
    }

    private Rounded slopeRounded() {
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

    /** The slope on the way to x from below, NaN where there are no values; for abs(x) at 0 it is -1. */
    public double left() {
        return f.slope(x, -1);
    }

    /** The slope on the way from x upwards; for abs(x) at 0 it is 1. */
    public double right() {
        return f.slope(x, 1);
    }

    /** True if f has a value and a slope to either side here, but not the same. */
    public boolean isKink() {
        return isKink(left(), right());
    }

    private static boolean isKink(double left, double right) {
        double off = Math.abs(left - right);
        return off > 1e-12 * Math.max(Math.abs(left), Math.abs(right)) && Double.isFinite(off);
    }

    /** f' as a function at the same place, whose slope is the second derivative; empty where it is too long to work out. */
    public Optional<Derivative> curve() {
        return f.derivative().map(this::withF);
    }

    /** The slope of the secant through x and x + eps; for x^2/4 it is slope + eps/4. */
    public double forward() {
        return difference(x, x + eps, eps);
    }

    /** The slope of the secant through x - eps and x + eps, whose error shrinks with eps squared; for x^2/4 it is the slope itself. */
    public double central() {
        return difference(x - eps, x + eps, 2 * eps);
    }

    /** How much too steep the secant over eps is, forward - slope; for x^2/4 it is eps/4. */
    public double gap() {
        return forward() - slope();
    }

    /** The error of the tangent at x + eps, f(x + eps) - (f(x) + eps f'(x)); for x^2/4 it is eps^2/4. */
    public double miss() {
        return f.value(x + eps) - (value() + eps * slope());
    }

    /** Where the tangent meets the axis of f, value - slope x; for x^2/4 at 3 it is -2.25. */
    public double tangentIntercept() {
        return value() - slope() * x;
    }

    private double difference(double from, double to, double width) {
        return from == to ? Double.NaN : (f.value(to) - f.value(from)) / width;
    }

    /** Why the value is not to be trusted; empty where it is. */
    public Optional<String> valueDoubt() {
        return (f.side(x, 1).trouble() == null ? f.side(x, 1) : f.side(x, -1))
                .at()
                .doubt();
    }

    /** Why the slope is not. */
    public Optional<String> slopeDoubt() {
        return slopeRounded().doubt();
    }

    /** Why the forward difference is not: its two values may share their first digits, and x + eps is rounded as well. */
    public Optional<String> forwardDoubt() {
        return rounded(x, x + eps, eps).doubt();
    }

    /** Why the central difference is not. */
    public Optional<String> centralDoubt() {
        return rounded(x - eps, x + eps, 2 * eps).doubt();
    }

    /** Why the gap is not. */
    public Optional<String> gapDoubt() {
        return rounded(x, x + eps, eps).minus(slopeRounded()).doubt();
    }

    private Rounded rounded(double from, double to, double width) {
        Rounded apart = new Rounded(width, Math.abs(to - from - width));
        Rounded moved = f.still(to).at().minus(f.still(from).at());
        return from == to ? Rounded.exact(Double.NaN) : moved.over(apart);
    }

    /** Why there is no f(x); empty where there is. */
    public Optional<String> noValue() {
        return f.trouble(x);
    }

    /** Why there is no f(x) though there could be, and what to type instead; empty where that is not known. */
    public Optional<String> remedy() {
        return f.remedy(Vector.of(x));
    }

    /** Why there is no slope at x; empty where there is. */
    public Optional<String> noSlope() {
        return noSlope("f", "");
    }

    /** Why there is no second derivative at x; empty where there is. */
    public Optional<String> noSecond() {
        return noSlope().or(() -> curve().map(slope -> slope.noSlope("f', as it is written,", " of f'"))
                .orElseGet(() -> Optional.of("it is too long to work out")));
    }

    /**
     * Why f has no slope at x.
     *
     * @param name what f is called
     * @param of behind the name of what belongs to f; empty where nothing else can be meant
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

    /** Why f has no slope to a side on which it has values. */
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
     * Why there is no slope to one side; empty where there is.
     *
     * @param way 1 upwards, -1 downwards
     */
    public Optional<String> noSide(int way) {
        Dual beside = f.side(x, way);
        return beside.trouble() == null && Double.isFinite(beside.value())
                ? noSlope(way, "")
                : noValue()
                        .or(() -> Optional.of("to that side " + beside.trouble().message("f", "")));
    }

    /** Why a difference from x to either place does not exist; empty where it does. */
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
