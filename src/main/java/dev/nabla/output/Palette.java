package dev.nabla.output;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which colour a tone has.
 *
 * <p>256 colours are indices of xterm's palette, so truecolor and 256-colour terminals look the same; 16 are indices 0 to
 * 15; mono tells tones apart by weight. The background is the terminal's own, always.
 *
 * @param colors how many colours there are
 * @param theme what is behind them
 */
public record Palette(Colors colors, Theme theme) {
    /** The terminal's background, which is never painted; where it may be either, 16 colours are those that both bear. */
    public enum Theme {
        DARK,
        LIGHT,
        EITHER
    }

    /** How many colours there are: the 256 of xterm, the 16 every terminal names, or none. */
    public enum Colors {
        INDEXED("256"),
        SIXTEEN("16"),
        MONO("mono");

        private final String word;

        Colors(String word) {
            this.word = word;
        }

        /** The word on the command line. */
        public String word() {
            return word;
        }
    }

    private static final int DEFAULT = Ink.DEFAULT;
    /** Braille with the dots of which row and column add up to an even number. */
    private static final int CHECKERBOARD = 0x2895;

    private static final Map<Tone, int[]> TABLE = table();

    /**
     * How a cell is painted.
     *
     * @param color index of the foreground, {@link #DEFAULT} for the terminal's own
     * @param bold whether it is bold
     * @param reverse whether foreground and background change places
     */
    public record Ink(int color, boolean bold, boolean reverse) {
        public static final int DEFAULT = -1;
        public static final Ink PLAIN = new Ink(DEFAULT, false, false);
    }

    /** The glyph as it is drawn: where no colour tells contours from the path, they keep every second dot. */
    public char glyph(Cell cell) {
        boolean contour = cell.tone() == Tone.CONTOUR1 || cell.tone() == Tone.CONTOUR2 || cell.tone() == Tone.CONTOUR3;
        boolean masked = colors == Colors.MONO && contour && Glyphs.isBraille(cell.glyph());
        return masked ? (char) (cell.glyph() & CHECKERBOARD) : cell.glyph();
    }

    public Ink ink(Cell cell) {
        boolean loud = cell.weight() == Weight.BOLD;
        boolean reverse = cell.weight() == Weight.REVERSE;
        if (colors == Colors.MONO) {
            boolean strong = cell.tone() == Tone.FIRST || cell.tone() == Tone.WARN;
            return new Ink(DEFAULT, loud || strong, reverse);
        }
        return new Ink(TABLE.get(cell.tone())[column()], loud, reverse);
    }

    private int column() {
        boolean sixteen = colors == Colors.SIXTEEN;
        return switch (theme) {
            case DARK -> sixteen ? 2 : 0;
            case LIGHT -> sixteen ? 3 : 1;
            case EITHER -> sixteen ? 4 : 0;
        };
    }

    /** Columns: 256 dark, 256 light, 16 dark, 16 light, 16 where it may be either: contrast 2 at least to black and to white. */
    private static Map<Tone, int[]> table() {
        Map<Tone, int[]> table = new EnumMap<>(Tone.class);
        table.put(Tone.FIRST, new int[] {75, 26, 14, 4, 12});
        table.put(Tone.SECOND, new int[] {214, 94, 11, 3, 5});
        table.put(Tone.RESULT, new int[] {150, 29, 10, 2, 2});
        table.put(Tone.WARN, new int[] {205, 126, 13, 5, 1});
        table.put(Tone.TEXT, new int[] {DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT});
        table.put(Tone.DIM, new int[] {246, 242, DEFAULT, DEFAULT, DEFAULT});
        table.put(Tone.GRID, new int[] {240, 248, 8, 8, 8});
        table.put(Tone.CONTOUR1, new int[] {66, 109, 8, 8, 8});
        table.put(Tone.CONTOUR2, new int[] {67, 67, 6, 6, 8});
        table.put(Tone.CONTOUR3, new int[] {110, 25, 6, 6, 12});
        table.put(Tone.PATH0, new int[] {94, 180, 3, 3, 5});
        table.put(Tone.PATH1, new int[] {136, 136, 3, 3, 5});
        table.put(Tone.PATH2, new int[] {178, 94, 3, 3, 5});
        return table;
    }
}
