package dev.nabla.output;

import dev.nabla.frame.Glyphs;
import dev.nabla.math.Decimal;
import java.util.Map;
import java.util.Optional;

/** Draws block, line and mark glyphs as SVG elements without a colour, so that neighbours join whatever the font. */
final class SvgShapes {
    static final double WIDTH = 9;
    static final double HEIGHT = 18;

    private static final double DOT = 1.7;
    private static final double THIN = 1;
    private static final double THICK = 3;
    private static final double APART = 1.5;

    private static final String BLOCKS = "▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐";
    /**
     * The quarters of a cell that each glyph covers, as bits: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
     */
    private static final Map<Character, Integer> QUARTERS =
            Map.of('▖', 4, '▗', 8, '▘', 1, '▙', 13, '▚', 9, '▛', 7, '▜', 11, '▝', 2, '▞', 6, '▟', 14);

    /** The directions of the lines of each glyph: l left, r right, u up, d down. */
    private static final String ARMS = "─lr ━lr │ud ┌rd ┐ld └ru ┘lu ├rud ┤lud ┬lrd ┴lru ┼lrud ";

    private static final String DOUBLE = "═lr ║ud ╔rd ╗ld ╚ru ╝lu ";

    private static final String DISC = "M.8,9a3.7,3.7,0,1,0,7.4,0a3.7,3.7,0,1,0-7.4,0z";
    private static final String RING = DISC + "M2,9a2.5,2.5,0,1,1,5,0a2.5,2.5,0,1,1-5,0z";
    private static final String MARKS = "●" + DISC + " ○" + RING + " •M2.3,9a2.2,2.2,0,1,0,4.4,0a2.2,2.2,0,1,0-4.4,0z"
            + " ■M1,5.5h7v7h-7z ▲M4.5,5l4,8h-8z ▼M.5,5h8l-4,8z ►M.5,5.5l8,3.5-8,3.5z ◄M8.5,5.5v7l-8-3.5z ";

    private final StringBuilder out = new StringBuilder();
    private final double x;
    private final double y;

    private SvgShapes(double x, double y) {
        this.x = x;
        this.y = y;
    }

    /** Returns what follows a glyph in a table: its directions or its path. Empty if the table does not have it. */
    private static String entry(String table, char glyph) {
        int at = glyph <= '~' ? -1 : table.indexOf(glyph);
        return at < 0 ? "" : table.substring(at + 1, table.indexOf(' ', at));
    }

    /**
     * Returns the elements of a glyph whose cell has its upper left corner at (x, y). Empty if the font must draw the
     * glyph.
     */
    static Optional<String> of(char glyph, double x, double y) {
        SvgShapes shapes = new SvgShapes(x, y);
        if (Glyphs.isBraille(glyph)) {
            shapes.braille(glyph - '\u2800');
        } else if (BLOCKS.indexOf(glyph) >= 0) {
            shapes.block(glyph);
        } else if (QUARTERS.containsKey(glyph)) {
            shapes.quarters(QUARTERS.get(glyph));
        } else if (!entry(ARMS, glyph).isEmpty()) {
            shapes.lines(entry(ARMS, glyph), glyph == '━' ? THICK : THIN, 0);
        } else if (!entry(DOUBLE, glyph).isEmpty()) {
            shapes.lines(entry(DOUBLE, glyph), THIN, -APART, APART);
        } else if (!entry(MARKS, glyph).isEmpty()) {
            String place = number(x) + ' ' + number(y);
            shapes.out.append("<path transform=\"translate(" + place + ")\" d=\"" + entry(MARKS, glyph) + "\"/>\n");
        } else {
            return Optional.empty();
        }
        return Optional.of(shapes.out.toString());
    }

    static String rect(double x, double y, double width, double height) {
        return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\"/>\n";
    }

    private void braille(int bits) {
        int[] order = {0, 1, 2, 6, 3, 4, 5, 7};
        for (int dot = 0; dot < 8; dot++) {
            if ((bits & 1 << order[dot]) != 0) {
                out.append("<circle cx=\"").append(number(x + WIDTH * (dot < 4 ? 0.25 : 0.75)));
                out.append("\" cy=\"").append(number(y + HEIGHT * (dot % 4 * 2 + 1) / 8));
                out.append("\" r=\"").append(number(DOT)).append("\"/>\n");
            }
        }
    }

    private void block(char glyph) {
        if (glyph == '▀') {
            out.append(rect(x, y, WIDTH, HEIGHT / 2));
        } else if (glyph == '▐') {
            out.append(rect(x + WIDTH / 2, y, WIDTH / 2, HEIGHT));
        } else if (glyph <= '█') {
            double height = HEIGHT * (glyph - '▀') / 8;
            out.append(rect(x, y + HEIGHT - height, WIDTH, height));
        } else {
            out.append(rect(x, y, WIDTH * (8 - (glyph - '█')) / 8, HEIGHT));
        }
    }

    private void quarters(int bits) {
        for (int quarter = 0; quarter < 4; quarter++) {
            if ((bits & 1 << quarter) != 0) {
                out.append(rect(x + quarter % 2 * WIDTH / 2, y + quarter / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2));
            }
        }
    }

    /**
     * Draws one line through the middle, or two beside it, straight or around a corner.
     *
     * @param arms directions of the lines
     * @param thick width of a line
     * @param sides offsets of the lines from the middle; at a corner the outer line is longer
     */
    private void lines(String arms, double thick, double... sides) {
        boolean level = arms.contains("l") || arms.contains("r");
        boolean upright = arms.contains("u") || arms.contains("d");
        boolean turns = level && upright;
        for (double side : sides) {
            double across = x + WIDTH / 2 + side * (turns && arms.contains("l") ? -1 : 1);
            double down = y + HEIGHT / 2 + side * (turns && arms.contains("u") ? -1 : 1);
            if (level) {
                double left = arms.contains("l") ? x : across - thick / 2;
                double right = arms.contains("r") ? x + WIDTH : across + thick / 2;
                out.append(rect(left, down - thick / 2, right - left, thick));
            }
            if (upright) {
                double top = arms.contains("u") ? y : down - thick / 2;
                double bottom = arms.contains("d") ? y + HEIGHT : down + thick / 2;
                out.append(rect(across - thick / 2, top, thick, bottom - top));
            }
        }
    }

    static String number(double x) {
        String text = Decimal.fixed(x, 2);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
