package dev.nabla.frame;

import dev.nabla.frame.Plot.Layer;
import java.util.Arrays;

/**
 * The dots of a canvas, 2x4 a cell, from (0, 0) at the top left; in each cell the foreground hides the background and the
 * topmost layer owns the tone.
 */
final class Dots {
    private final Canvas canvas;
    private final int across;
    private final int down;
    private final int[] masks;
    private final Tone[] tones;
    private final Layer[] layers;
    private final boolean[] lines;

    Dots(Canvas canvas) {
        this.canvas = canvas;
        this.across = canvas.width() * 2;
        this.down = canvas.height() * 4;
        this.masks = new int[canvas.width() * canvas.height()];
        this.tones = new Tone[masks.length];
        this.layers = new Layer[masks.length];
        this.lines = new boolean[masks.length];
    }

    /**
     * A line of every {@code gap}-th dot between two places; what is outside is clipped (Liang, Barsky 1984) before it is stepped.
     */
    void line(double x0, double y0, double x1, double y1, int gap, Tone tone, Layer layer) {
        if (!Double.isFinite(x0) || !Double.isFinite(y0) || !Double.isFinite(x1) || !Double.isFinite(y1)) {
            return;
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] part = {0, 1};
        boolean seen = cut(-dx, x0, part)
                && cut(dx, Math.nextDown((double) across) - x0, part)
                && cut(-dy, y0, part)
                && cut(dy, Math.nextDown((double) down) - y0, part);
        if (!seen) {
            return;
        }
        walk(x0 + part[0] * dx, y0 + part[0] * dy, x0 + part[1] * dx, y0 + part[1] * dy, gap, tone, layer);
    }

    /** One side of Liang and Barsky's clip: narrows the visible part of the line; false if nothing remains. */
    private static boolean cut(double direction, double distance, double[] part) {
        if (direction == 0) {
            return distance >= 0;
        }
        double at = distance / direction;
        if (direction < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] <= part[1];
    }

    private void walk(double x0, double y0, double x1, double y1, int gap, Tone tone, Layer layer) {
        int steps = (int) Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
        for (int i = 0; i <= steps; i += gap) {
            double share = steps == 0 ? 0 : (double) i / steps;
            light((int) Math.floor(x0 + share * (x1 - x0)), (int) Math.floor(y0 + share * (y1 - y0)), tone, layer);
        }
    }

    /** Lights one dot, if it lies inside. */
    void light(int px, int py, Tone tone, Layer layer) {
        if (px < 0 || px >= across || py < 0 || py >= down) {
            return;
        }
        int cell = py / 4 * canvas.width() + px / 2;
        int bit = 1 << (py % 4 * 2 + px % 2);
        Layer old = layers[cell];
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

    /** Writes the dots to the canvas; markers and labels go on top of them afterwards. */
    void stamp() {
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

    /** Whether a text can stand in these cells without hiding a line; what is only scale or contour yields to it. */
    boolean isFree(int column, int row, int width) {
        for (int x = Math.max(0, column); x < Math.min(canvas.width(), column + width); x++) {
            if (row >= 0 && row < canvas.height() && lines[row * canvas.width() + x]) {
                return false;
            }
        }
        return true;
    }
}
