package dev.nabla.figure.part;

import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.math.Vector;

/** A vector of the plane as an arrow from the origin. */
public final class Arrow {
    /** Length below which a vector is drawn as a point, in units of the plot. */
    public static final double SHORTEST = 0.08;

    private static final double HEAD = 0.2;
    private static final double HEAD_ANGLE = Math.toRadians(30);
    /** Shares of the width and of the height that a tip keeps within. */
    private static final double ACROSS = 0.92;

    private static final double UP = 0.97;

    private Arrow() {}

    /**
     * Returns 1, or the power of two by which a vector must be divided so that its tip is in view.
     *
     * @param half half the width of the plot
     * @param top half its height
     */
    public static double unit(Vector v, double half, double top) {
        double out = Math.max(Math.abs(v.get(0)) / (half * ACROSS), Math.abs(v.get(1)) / (top * UP));
        return out <= 1 ? 1 : Math.scalb(1.0, Math.getExponent(out) + 1);
    }

    /** Draws an arrow two dots thick; nothing if it is too short for a head. */
    public static void draw(Plot plot, Vector v, Tone tone) {
        double length = v.norm();
        if (length < SHORTEST) {
            return;
        }
        plot.thick(0, 0, v.get(0), v.get(1), tone, DrawOrder.DATA);
        double back = StrictMath.atan2(v.get(1), v.get(0)) + Math.PI;
        for (double aside : new double[] {-HEAD_ANGLE, HEAD_ANGLE}) {
            Vector barb = polar(Math.min(HEAD, length / 2), back + aside);
            plot.line(v.get(0), v.get(1), v.get(0) + barb.get(0), v.get(1) + barb.get(1), tone, DrawOrder.DATA);
        }
    }

    /** Returns the vector of a length and an angle in radians. */
    public static Vector polar(double length, double angle) {
        return Vector.of(length * StrictMath.cos(angle), length * StrictMath.sin(angle));
    }
}
