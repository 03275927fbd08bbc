package dev.nabla.frame;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Lines and curves in world coordinates on 2x4 dots per cell; y grows upwards.
 *
 * <p>Dots count from (0, 0) at the top left. In each cell the foreground hides the background, and the topmost layer
 * sets the tone. Dots are collected until {@link #stamp} writes them to the canvas. A point or end that is infinite or
 * NaN is dropped; finite coordinates may be arbitrarily far outside.
 */
public final class Plot {
    /**
     * Which dots win a cell: foreground (construction, data) hides background (scale, contour). Layers of the same kind
     * are merged, and the higher one sets the tone.
     */
    public enum DrawOrder {
        SCALE,
        CONTOUR,
        CONSTRUCTION,
        DATA;

        boolean isForeground() {
            return ordinal() >= CONSTRUCTION.ordinal();
        }
    }

    private static final int MOST_ARC_DOTS = 10_000;

    private final Canvas canvas;
    private final int across;
    private final int down;
    private final double left;
    private final double top;
    private final double dotsPerX;
    private final double dotsPerY;
    private final int[] masks;
    private final Tone[] tones;
    private final DrawOrder[] layers;
    private final boolean[] lines;

    private Plot(Canvas canvas, double left, double top, double dotsPerX, double dotsPerY) {
        this.canvas = canvas;
        this.across = canvas.width() * 2;
        this.down = canvas.height() * 4;
        this.left = left;
        this.top = top;
        this.dotsPerX = dotsPerX;
        this.dotsPerY = dotsPerY;
        this.masks = new int[canvas.width() * canvas.height()];
        this.tones = new Tone[masks.length];
        this.layers = new DrawOrder[masks.length];
        this.lines = new boolean[masks.length];
    }

    /**
     * Creates a plot of x from lo to hi with one scale for both axes, so that circles are round in this font; y = 0 is
     * in the middle.
     */
    public static Plot square(Canvas canvas, double lo, double hi) {
        return square(canvas, lo, hi, y -> 0);
    }

    /**
     * Creates a plot with one scale for both axes.
     *
     * @param middle returns the y in the middle, for half the height in world coordinates
     */
    public static Plot square(Canvas canvas, double lo, double hi, DoubleUnaryOperator middle) {
        double dotsPerX = canvas.width() * 2 / (hi - lo);
        double dotsPerY = dotsPerX * Font.USUAL_ASPECT / canvas.font().aspect();
        double half = canvas.height() * 2 / dotsPerY;
        return new Plot(canvas, lo, middle.applyAsDouble(half) + half, dotsPerX, dotsPerY);
    }

    /**
     * Creates a plot of x from xLo to xHi and y from yLo to yHi, each with its own scale. The ends are the middles of
     * the outermost dots.
     */
    public static Plot of(Canvas canvas, double xLo, double xHi, double yLo, double yHi) {
        double dotsPerX = (canvas.width() * 2 - 1) / (xHi - xLo);
        double dotsPerY = (canvas.height() * 4 - 1) / (yHi - yLo);
        return new Plot(canvas, xLo - 0.5 / dotsPerX, yHi + 0.5 / dotsPerY, dotsPerX, dotsPerY);
    }

    /** Returns the x values of columns, for a handle. */
    public Scale columns() {
        int last = canvas.width() - 1;
        return Scale.linear(left + 1 / dotsPerX, left + (2 * last + 1) / dotsPerX, 0, last);
    }

    /** Returns the y values of rows, for a handle. */
    public Scale rows() {
        int last = canvas.height() - 1;
        return Scale.linear(top - (4 * last + 2) / dotsPerY, top - 2 / dotsPerY, last, 0);
    }

    public int column(double x) {
        return (int) Math.floor(dotX(x) / 2);
    }

    public int row(double y) {
        return (int) Math.floor(dotY(y) / 4);
    }

    /** Returns whether a point lies inside the plot. */
    public boolean shows(double x, double y) {
        return dotX(x) >= 0 && dotX(x) < across && dotY(y) >= 0 && dotY(y) < down;
    }

    private double dotX(double x) {
        return (x - left) * dotsPerX;
    }

    private double dotY(double y) {
        return (top - y) * dotsPerY;
    }

    /** Draws a straight line between two points. */
    public void line(double x0, double y0, double x1, double y1, Tone tone, DrawOrder layer) {
        dots(dotX(x0), dotY(y0), dotX(x1), dotY(y1), 1, tone, layer);
    }

    /** Draws a line of every third dot, for scales and constructions. */
    public void dotted(double x0, double y0, double x1, double y1, Tone tone, DrawOrder layer) {
        dots(dotX(x0), dotY(y0), dotX(x1), dotY(y1), 3, tone, layer);
    }

    /** Draws a straight line two dots wide, for data. */
    public void thick(double x0, double y0, double x1, double y1, Tone tone, DrawOrder layer) {
        boolean steep = Math.abs(dotY(y1) - dotY(y0)) > Math.abs(dotX(x1) - dotX(x0));
        double aside = steep ? 1 : 0;
        double below = steep ? 0 : 1;
        line(x0, y0, x1, y1, tone, layer);
        dots(dotX(x0) + aside, dotY(y0) + below, dotX(x1) + aside, dotY(y1) + below, 1, tone, layer);
    }

    /**
     * Draws every {@code gap}-th dot of a line. It is clipped first (Liang, Barsky 1984), so that far ends cost
     * nothing.
     */
    private void dots(double x0, double y0, double x1, double y1, int gap, Tone tone, DrawOrder layer) {
        if (!Double.isFinite(x0) || !Double.isFinite(y0) || !Double.isFinite(x1) || !Double.isFinite(y1)) {
            return;
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] ways = {-dx, dx, -dy, dy};
        double[] rooms = {x0, Math.nextDown((double) across) - x0, y0, Math.nextDown((double) down) - y0};
        double from = 0;
        double to = 1;
        for (int side = 0; side < ways.length; side++) {
            if (ways[side] < 0) {
                from = Math.max(from, rooms[side] / ways[side]);
            } else if (ways[side] > 0) {
                to = Math.min(to, rooms[side] / ways[side]);
            } else if (rooms[side] < 0) {
                return;
            }
        }
        if (from <= to) {
            walk(x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy, gap, tone, layer);
        }
    }

    private void walk(double x0, double y0, double x1, double y1, int gap, Tone tone, DrawOrder layer) {
        int steps = (int) Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
        for (int i = 0; i <= steps; i += gap) {
            double share = steps == 0 ? 0 : (double) i / steps;
            light((int) Math.floor(x0 + share * (x1 - x0)), (int) Math.floor(y0 + share * (y1 - y0)), tone, layer);
        }
    }

    /** Lights one dot if it lies inside the plot. */
    private void light(int px, int py, Tone tone, DrawOrder layer) {
        if (px < 0 || px >= across || py < 0 || py >= down) {
            return;
        }
        int cell = py / 4 * canvas.width() + px / 2;
        int bit = 1 << (py % 4 * 2 + px % 2);
        DrawOrder old = layers[cell];
        if (old == null || layer.isForeground() && !old.isForeground()) {
            masks[cell] = bit;
        } else if (layer.isForeground() == old.isForeground()) {
            masks[cell] |= bit;
        } else {
            return;
        }
        if (old == null || layer.compareTo(old) >= 0) {
            tones[cell] = tone;
            layers[cell] = layer;
        }
    }

    /** Draws an arc around (0, 0) from one angle to another, in radians, with a dot every {@code gap} dots. */
    public void arc(double radius, double from, double to, int gap, Tone tone, DrawOrder layer) {
        int steps = (int) Math.ceil(Math.min(Math.abs(to - from) * radius * dotsPerX / gap, MOST_ARC_DOTS));
        for (int i = 0; i <= steps; i++) {
            double angle = steps == 0 ? from : from + (to - from) * i / steps;
            light(
                    (int) Math.floor(dotX(radius * StrictMath.cos(angle))),
                    (int) Math.floor(dotY(radius * StrictMath.sin(angle))),
                    tone,
                    layer);
        }
    }

    /** Draws the graph y = f(x) with one value per column of dots; it has a gap where f is not finite. */
    public void curve(DoubleUnaryOperator f, Tone tone, DrawOrder layer) {
        double x = left + 0.5 / dotsPerX;
        double y = f.applyAsDouble(x);
        for (int px = 1; px < across; px++) {
            double nextX = left + (px + 0.5) / dotsPerX;
            double nextY = f.applyAsDouble(nextX);
            line(x, y, nextX, nextY, tone, layer);
            x = nextX;
            y = nextY;
        }
    }

    /** Returns the values of f over the whole plot, for {@link #contours}. */
    public HeightGrid heights(DoubleBinaryOperator f) {
        return new HeightGrid(f, across, down, px -> left + (px + 0.5) / dotsPerX, py -> top - (py + 0.5) / dotsPerY);
    }

    /**
     * Draws the curves f(x, y) = level. A dot is lit if it is within half a dot of a curve: |f - level| / |gradient f|
     * &lt; 1/2, with the gradient per dot.
     *
     * @param levels in drawing order; a later level overwrites an earlier one
     * @param tones one per level
     */
    public void contours(HeightGrid f, List<Double> levels, List<Tone> tones) {
        double[] level = levels.stream().mapToDouble(Double::doubleValue).toArray();
        for (int py = 0; py < down; py++) {
            for (int px = 0; px < across; px++) {
                double height = f.at(px, py);
                double byX = f.at(px + 1, py) - f.at(px - 1, py);
                double byY = f.at(px, py + 1) - f.at(px, py - 1);
                double near = (Math.abs(byX) + Math.abs(byY)) / 4;
                for (int i = 0; i < level.length; i++) {
                    double off = Math.abs(height - level[i]);
                    if (off < near && off < Math.hypot(byX, byY) / 4) {
                        light(px, py, tones.get(i), DrawOrder.CONTOUR);
                    }
                }
            }
        }
    }

    /** Writes the dots to the canvas and clears them; draw marks and labels afterwards. */
    public void stamp() {
        for (int cell = 0; cell < masks.length; cell++) {
            if (masks[cell] != 0) {
                char glyph = canvas.glyphs().dots(masks[cell]);
                canvas.glyph(cell % canvas.width(), cell / canvas.width(), glyph, tones[cell], Weight.PLAIN);
                lines[cell] |= layers[cell].isForeground();
            }
        }
        Arrays.fill(masks, 0);
        Arrays.fill(layers, null);
    }

    /**
     * Returns whether a text in these cells would hide no stamped foreground line; scale and contours may be hidden.
     */
    public boolean isFree(int column, int row, int width) {
        for (int x = Math.max(0, column); x < Math.min(canvas.width(), column + width); x++) {
            if (row >= 0 && row < canvas.height() && lines[row * canvas.width() + x]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes a number of the scale where it hides no line, with a blank on both sides: a dot of the scale next to it
     * would look like a minus.
     */
    public void number(Labels labels, int x, int y, String number) {
        int width = canvas.width(number);
        if (isFree(x - 1, y, width + 2) && labels.put(x, y, number, Tone.DIM, Weight.PLAIN)) {
            canvas.put(x - 1, y, " ", Tone.DIM);
            canvas.put(x + width, y, " ", Tone.DIM);
        }
    }

    /** Draws a glyph at a point if it lies inside the plot. */
    public void mark(double x, double y, char glyph, Tone tone, Weight weight) {
        if (shows(x, y)) {
            canvas.glyph(column(x), row(y), glyph, tone, weight);
        }
    }
}
