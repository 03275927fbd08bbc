package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/**
 * Draws attention shares as heights, so that a head is a picture: {@code ·▁▂▄▆█}. A dot is below 0.05, a full cell is
 * 0.75 or more.
 */
public final class ShareHeights {
    /** A share below this is drawn as a dot. */
    public static final double LEAST = 0.05;

    /** The shares from which on a column is one level higher. */
    private static final double[] LEVELS = {LEAST, 0.15, 0.3, 0.5, 0.75};

    private static final String HEIGHTS = "·▁▂▄▆█";
    private static final String ASCII = " .:+##";

    private ShareHeights() {}

    /** Draws a share {@code cells} cells wide. */
    public static void draw(Canvas canvas, int x, int y, int cells, double share, Tone tone) {
        int level = 0;
        while (level < LEVELS.length && share >= LEVELS[level]) {
            level++;
        }
        char glyph = (canvas.glyphs() == Glyphs.ASCII ? ASCII : HEIGHTS).charAt(level);
        for (int i = 0; i < (level == 0 ? 1 : cells); i++) {
            canvas.glyph(x + i, y, glyph, level == 0 ? Tone.GRID : tone, Weight.PLAIN);
        }
    }
}
