package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/** Attention shares as heights, so that a head is a picture: {@code ·▁▂▄▆█}, a dot below 0.05, a full cell from 0.75 on. */
public final class ShareHeights {
    /** What is less has no height. */
    public static final double LEAST = 0.05;

    /** Shares from which on a column is higher. */
    private static final double[] LEVELS = {LEAST, 0.15, 0.3, 0.5, 0.75};

    private static final String HEIGHTS = "·▁▂▄▆█";
    private static final String ASCII = " .:+##";

    private ShareHeights() {}

    /** A share, so many cells wide. */
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
