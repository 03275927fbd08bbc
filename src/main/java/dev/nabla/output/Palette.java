package dev.nabla.output;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.EnumMap;
import java.util.Map;

/**
 * The colours of tones.
 *
 * <p>256 colours are indices of xterm's palette, so that truecolor and 256-colour terminals look the same. 16 colours
 * are the indices 0 to 15. Mono distinguishes tones by weight. The background of the terminal is never painted.
 *
 * @param colors number of colours
 * @param theme kind of background
 */
public record Palette(Colors colors, Theme theme) {
    /**
     * The kind of the terminal's background. {@link #EITHER} uses colours that are readable on both kinds, for a
     * background that is not known.
     */
    public enum Theme {
        DARK,
        LIGHT,
        EITHER
    }

    /** The number of colours: the 256 of xterm, the 16 that every terminal has, or none. */
    public enum Colors {
        INDEXED("256"),
        SIXTEEN("16"),
        MONO("mono");

        private final String word;

        Colors(String word) {
            this.word = word;
        }

        /** Returns the value of the option and the config file. */
        public String word() {
            return word;
        }
    }

    private static final int DEFAULT = Ink.DEFAULT;
    /** Braille dots whose row and column have an even sum. */
    private static final int CHECKERBOARD = 0x2895;

    private static final Map<Tone, int[]> TABLE = table();

    /**
     * The style of a cell.
     *
     * @param color index of the foreground colour, {@link #DEFAULT} for that of the terminal
     * @param bold whether it is bold
     * @param reverse whether foreground and background are swapped
     */
    public record Ink(int color, boolean bold, boolean reverse) {
        public static final int DEFAULT = -1;
        public static final Ink PLAIN = new Ink(DEFAULT, false, false);
    }

    /** Returns the glyph to draw. In mono, contours keep every second dot, which distinguishes them from the path. */
    public char glyph(Cell cell) {
        boolean contour = cell.tone() == Tone.CONTOUR1 || cell.tone() == Tone.CONTOUR2 || cell.tone() == Tone.CONTOUR3;
        boolean masked = colors == Colors.MONO && contour && Glyphs.isBraille(cell.glyph());
        return masked ? (char) (cell.glyph() & CHECKERBOARD) : cell.glyph();
    }

    /** Returns the glyph or the letter to draw; empty if a letter to the left covers the cell. */
    public String text(Cell cell) {
        if (!cell.letter().isEmpty()) {
            return cell.letter();
        }
        return cell.glyph() == Cell.COVERED ? "" : String.valueOf(glyph(cell));
    }

    public Ink ink(Cell cell) {
        boolean loud = cell.weight() == Weight.BOLD;
        boolean reverse = cell.weight() == Weight.REVERSE;
        if (colors == Colors.MONO) {
            boolean strong = cell.tone() == Tone.FIRST || cell.tone() == Tone.WARN;
            return new Ink(DEFAULT, loud || strong, reverse);
        }
        int color = TABLE.get(cell.tone())[column()];
        boolean strong = cell.tone() == Tone.RESULT && color == DEFAULT;
        return new Ink(color, loud || strong, reverse);
    }

    private int column() {
        boolean sixteen = colors == Colors.SIXTEEN;
        return switch (theme) {
            case DARK -> sixteen ? 2 : 0;
            case LIGHT -> sixteen ? 3 : 1;
            case EITHER -> sixteen ? 5 : 4;
        };
    }

    /**
     * Returns the colours of each tone: 256 dark, 256 light, 16 dark, 16 light, 256 either, 16 either. Those of the
     * last two columns have a contrast (WCAG 2) of at least 3 to black and to white, the 16 in the colours of xterm.
     * None of the greens, yellows and cyans among the 16 has, so a result is bold there.
     */
    private static Map<Tone, int[]> table() {
        Map<Tone, int[]> table = new EnumMap<>(Tone.class);
        table.put(Tone.FIRST, new int[] {75, 26, 14, 4, 33, 12});
        table.put(Tone.SECOND, new int[] {214, 94, 11, 3, 136, 5});
        table.put(Tone.RESULT, new int[] {150, 29, 10, 2, 65, DEFAULT});
        table.put(Tone.WARN, new int[] {205, 126, 13, 5, 199, 9});
        table.put(Tone.TEXT, new int[] {DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT});
        table.put(Tone.DIM, new int[] {246, 242, DEFAULT, DEFAULT, 242, DEFAULT});
        table.put(Tone.GRID, new int[] {240, 248, 8, 8, 245, 8});
        table.put(Tone.CONTOUR1, new int[] {66, 109, 8, 8, 66, 8});
        table.put(Tone.CONTOUR2, new int[] {67, 67, 6, 6, 67, 8});
        table.put(Tone.CONTOUR3, new int[] {110, 25, 6, 6, 68, 12});
        table.put(Tone.PATH0, new int[] {94, 180, 3, 3, 94, 5});
        table.put(Tone.PATH1, new int[] {136, 136, 3, 3, 130, 5});
        table.put(Tone.PATH2, new int[] {178, 94, 3, 3, 136, 5});
        return table;
    }
}
