package dev.nabla.output;

import dev.nabla.frame.Glyphs;
import dev.nabla.math.Decimal;
import java.util.Map;
import java.util.Optional;

/** The glyphs that are drawings, as SVG elements without a colour: joined to their neighbours whatever the font. */
final class SvgShapes {
    static final double WIDTH = 9;
    static final double HEIGHT = 18;

    private static final double DOT = 1.7;
    private static final double THIN = 1;
    private static final double THICK = 3;
    private static final double APART = 1.5;

    private static final String BLOCKS = "▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐";
    /** Which quarters each covers, as bits: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
    private static final Map<Character, Integer> QUARTERS =
            Map.of('▖', 4, '▗', 8, '▘', 1, '▙', 13, '▚', 9, '▛', 7, '▜', 11, '▝', 2, '▞', 6, '▟', 14);

    /** Where the arms of each reach: left, right, up, down. */
    private static final String ARMS = "─lr ━lr │ud ┌rd ┐ld └ru ┘lu ├rud ┤lud ┬lrd ┴lru ┼lrud ";

    private static final String DOUBLE = "═lr ║ud ╔rd ╗ld ╚ru ╝lu ";

    private final StringBuilder out = new StringBuilder();
    private final double x;
    private final double y;

    private SvgShapes(double x, double y) {
        this.x = x;
        this.y = y;
    }

    /** The arms of a glyph in one of the tables; empty if it has none. */
    private static String arms(String table, char glyph) {
        int at = glyph < '─' ? -1 : table.indexOf(glyph);
        return at < 0 ? "" : table.substring(at + 1, table.indexOf(' ', at));
    }

    /** Its elements with the cell's upper left corner there; empty for a glyph that is left to the font. */
    static Optional<String> of(char glyph, double x, double y) {
        SvgShapes shapes = new SvgShapes(x, y);
        if (Glyphs.isBraille(glyph)) {
            shapes.braille(glyph - '\u2800');
        } else if (BLOCKS.indexOf(glyph) >= 0) {
            shapes.block(glyph);
        } else if (QUARTERS.containsKey(glyph)) {
            shapes.quarters(QUARTERS.get(glyph));
        } else if (!arms(ARMS, glyph).isEmpty()) {
            shapes.lines(arms(ARMS, glyph), glyph == '━' ? THICK : THIN, 0);
        } else if (!arms(DOUBLE, glyph).isEmpty()) {
            shapes.lines(arms(DOUBLE, glyph), THIN, -APART, APART);
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

    /** One line in the middle, or two on its sides: straight on, or round a corner, where the outer one is the longer. */
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
