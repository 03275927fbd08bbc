package dev.nabla.math.expression;

import dev.nabla.math.Noise;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Binary;
import dev.nabla.math.expression.Node.Negative;
import dev.nabla.math.expression.Node.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Comparison of two expressions as functions, at points of several sizes drawn from a seed. It also tests both sides of
 * every point where a part of either is 0: there relu and abs have kinks and the domains of log, sqrt and quotients
 * end.
 *
 * <p>At a point they agree if the values differ by at most one part in 10^9 or by the rounding errors. They also agree
 * if neither has a value. A point where a value is larger than any double proves nothing. In several variables the
 * points lie on lines.
 */
final class Agreement {
    private static final double HAIR = 1e-9;
    /** Relative error that is assumed for each operation: 16 roundings. */
    private static final double ROUNDING = 0x1p-48;

    private static final int TRIES = 4;
    private static final int LEAST = 4;
    private static final int LINES = 6;
    private static final int PER_SCALE = 6;
    private static final double[] SCALES = {0.1, 1, 10, 100};
    private static final int GRID = 96;
    private static final int HALVINGS = 50;
    private static final int MOST_KINKS = 40;
    private static final int MOST_PARTS = 200;

    private final Node a;
    private final Node b;
    private final long seed;
    private final List<Node> parts = new ArrayList<>();
    private long drawn;
    private int met;
    /** Largest finite |a| found near 0. */
    private double size;

    private boolean overflows;

    private Agreement(Node a, Node b, long seed) {
        this.a = a;
        this.b = b;
        this.seed = seed;
        collect(a);
        collect(b);
    }

    static boolean of(Node a, Node b, long seed) {
        int variables = Math.max(1, Math.max(a.variables(), b.variables()));
        Agreement agreement = new Agreement(a, b, seed);
        boolean same = true;
        for (int line = 0; same && line < (variables == 1 ? 1 : LINES); line++) {
            same = variables == 1
                    ? agreement.along(Vector.of(0), Vector.of(1))
                    : agreement.along(agreement.gaussian(variables), agreement.gaussian(variables));
        }
        return same && agreement.met >= LEAST;
    }

    private void collect(Node node) {
        if (!node.isConstant() && parts.size() < MOST_PARTS && !parts.contains(node)) {
            parts.add(node);
        }
        node.parts().forEach(this::collect);
    }

    private Vector gaussian(int size) {
        return Vector.of(size, i -> Noise.normal(seed, drawn++));
    }

    private double uniform() {
        return Noise.uniform(seed, drawn++);
    }

    private static Vector at(Vector base, Vector way, double t) {
        return Vector.of(base.size(), i -> base.get(i) + t * way.get(i));
    }

    private boolean along(Vector base, Vector way) {
        for (int i = 0; i < PER_SCALE; i++) {
            double value = Math.abs(a.value(at(base, way, 2 * uniform() - 1)));
            size = Double.isFinite(value) && value > size ? value : size;
        }
        for (double t : places(kinks(base, way))) {
            if (!isSame(at(base, way, t))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the points to test: random ones, both sides of each kink, between neighbouring kinks, and beyond the last
     * one.
     */
    private List<Double> places(TreeSet<Double> kinks) {
        List<Double> places = new ArrayList<>();
        for (double scale : SCALES) {
            for (int i = 0; i < PER_SCALE; i++) {
                places.add(scale * (2 * uniform() - 1));
            }
        }
        Double before = null;
        for (double kink : kinks) {
            if (before != null && kink - before <= HAIR * Math.abs(kink)) {
                continue;
            }
            double near = 1e-4 * (1 + uniform()) * Math.max(1, Math.abs(kink));
            places.addAll(List.of(kink - near, kink + near));
            places.add(before == null ? kink - 1 - uniform() : before + (0.3 + 0.4 * uniform()) * (kink - before));
            before = kink;
        }
        if (before != null) {
            for (double beyond : SCALES) {
                places.add(before + beyond * (1 + uniform()) * Math.max(1, Math.abs(before)));
            }
        }
        return places;
    }

    /**
     * Returns where parts are 0 on the line: exactly for straight parts, for others by sign changes on a grid from
     * about -1000 to 1000.
     */
    private TreeSet<Double> kinks(Vector base, Vector way) {
        TreeSet<Double> kinks = new TreeSet<>();
        List<Node> curved = new ArrayList<>();
        for (Node part : parts) {
            double zero = part.value(base);
            double one = part.value(at(base, way, 1));
            double two = part.value(at(base, way, 2));
            double root = -zero / (one - zero);
            if (!(Math.abs(two - 2 * one + zero) <= ROUNDING * (Math.abs(two) + Math.abs(zero)))) {
                curved.add(part);
            } else if (Double.isFinite(root)) {
                kinks.add(root);
            }
        }
        double shift = uniform();
        for (int i = 0; i < curved.size() && kinks.size() < MOST_KINKS; i++) {
            addRoots(curved.get(i), base, way, shift, kinks);
        }
        return kinks;
    }

    private static void addRoots(Node part, Vector base, Vector way, double shift, TreeSet<Double> kinks) {
        double last = Double.NaN;
        double from = 0;
        for (int i = 0; i <= GRID; i++) {
            double t = StrictMath.sinh((i + shift - GRID / 2.0) * 16 / GRID) / 1.5;
            double value = part.value(at(base, way, t));
            if (value * last < 0 || value == 0 && last != 0) {
                kinks.add(root(part, base, way, from, t));
            }
            last = value;
            from = t;
        }
    }

    private static double root(Node part, Vector base, Vector way, double from, double to) {
        double low = from;
        double high = to;
        double sign = Math.signum(part.value(at(base, way, low)));
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Math.signum(part.value(at(base, way, middle))) == sign) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private boolean isSame(Vector at) {
        double left = a.value(at);
        double right = b.value(at);
        double apart = Math.abs(left - right);
        if (apart <= HAIR * Math.max(size, Math.max(Math.abs(left), Math.abs(right)))) {
            met++;
            return true;
        }
        overflows = false;
        double spread = spread(a, left, at) + spread(b, right, at);
        met += apart <= 2 * spread ? 1 : 0;
        return apart <= 2 * spread || overflows || Double.isNaN(left) && Double.isNaN(right);
    }

    /** Returns the largest deviation from {@code value} in a few evaluations with random rounding errors. */
    private double spread(Node node, double value, Vector at) {
        double most = 0;
        for (int i = 0; i < TRIES; i++) {
            double other = Math.abs(rounded(node, at) - value);
            most = other > most ? other : most;
        }
        return most;
    }

    /**
     * Returns the value with a random rounding error after each operation. Exponents are exact, because a power of a
     * negative number needs a whole one.
     */
    private double rounded(Node node, Vector at) {
        double value;
        if (node instanceof Negative negative) {
            return -rounded(negative.a(), at);
        } else if (node instanceof Apply apply) {
            double x = rounded(apply.a(), at);
            value = apply.f().trouble(x) == null ? apply.f().of(x) : Double.NaN;
        } else if (node instanceof Binary pair) {
            double right = pair.operator() == Operator.POWER ? pair.b().value(at) : rounded(pair.b(), at);
            value = pair.operator().of(rounded(pair.a(), at), right);
        } else {
            return node.value(at);
        }
        overflows |= Double.isInfinite(value);
        return value * (1 + ROUNDING * (2 * uniform() - 1));
    }
}
