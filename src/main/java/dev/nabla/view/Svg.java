package dev.nabla.view;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.math.Decimal;
import dev.nabla.view.Palette.Ink;

/** A frame as a stand-alone SVG picture: dots, blocks and rules are drawn as shapes, so only letters depend on a font. */
public final class Svg {
    private static final double WIDTH = 9;
    private static final double HEIGHT = 18;
    private static final int MARGIN = 12;
    private static final String BLOCKS = "▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐";

    private final StringBuilder out = new StringBuilder();
    private final Frame frame;
    private final Palette palette;

    private Svg(Frame frame, Palette palette) {
        this.frame = frame;
        this.palette = palette;
    }

    public static String of(Frame frame, Palette palette) {
        return new Svg(frame, palette).draw();
    }

    private String draw() {
        double width = frame.size().width() * WIDTH + 2 * MARGIN;
        double height = frame.size().height() * HEIGHT + 2 * MARGIN;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(number(width));
        out.append("\" height=\"")
                .append(number(height))
                .append("\" viewBox=\"0 0 ")
                .append(number(width));
        out.append(' ')
                .append(number(height))
                .append("\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" ");
        out.append("font-size=\"15\" text-anchor=\"middle\">\n");
        rect(0, 0, width, height, background());
        for (int y = 0; y < frame.size().height(); y++) {
            for (int x = 0; x < frame.size().width(); x++) {
                cell(MARGIN + x * WIDTH, MARGIN + y * HEIGHT, frame.cell(x, y));
            }
        }
        return out.append("</svg>\n").toString();
    }

    private void cell(double x, double y, Cell cell) {
        Ink ink = palette.ink(cell);
        String color = Rgb.of(ink.color(), palette.theme());
        if (ink.reverse()) {
            rect(x, y, WIDTH, HEIGHT, color);
            color = background();
        }
        char glyph = palette.glyph(cell);
        if (glyph >= '\u2800' && glyph <= '\u28ff') {
            braille(x, y, glyph - '\u2800', color);
        } else if (BLOCKS.indexOf(glyph) >= 0) {
            block(x, y, glyph, color);
        } else if ("─━│┼├┤┬┴".indexOf(glyph) >= 0) {
            strokes(x, y, glyph, color);
        } else if (glyph != ' ') {
            letter(x, y, glyph, color, ink.bold());
        }
    }

    private void braille(double x, double y, int bits, String color) {
        int[] order = {0, 1, 2, 6, 3, 4, 5, 7};
        for (int dot = 0; dot < 8; dot++) {
            if ((bits & 1 << order[dot]) != 0) {
                out.append("<circle cx=\"").append(number(x + WIDTH * (dot < 4 ? 0.25 : 0.75)));
                out.append("\" cy=\"").append(number(y + HEIGHT * (dot % 4 * 2 + 1) / 8));
                out.append("\" r=\"1.7\" fill=\"").append(color).append("\"/>\n");
            }
        }
    }

    private void block(double x, double y, char glyph, String color) {
        if (glyph == '▀') {
            rect(x, y, WIDTH, HEIGHT / 2, color);
        } else if (glyph == '▐') {
            rect(x + WIDTH / 2, y, WIDTH / 2, HEIGHT, color);
        } else if (glyph <= '█') {
            double height = HEIGHT * (glyph - '▀') / 8;
            rect(x, y + HEIGHT - height, WIDTH, height, color);
        } else {
            rect(x, y, WIDTH * (8 - (glyph - '█')) / 8, HEIGHT, color);
        }
    }

    private void strokes(double x, double y, char glyph, String color) {
        double thick = glyph == '━' ? 3 : 1;
        double middle = y + HEIGHT / 2;
        if ("─━┼┬┴".indexOf(glyph) >= 0) {
            rect(x, middle - thick / 2, WIDTH, thick, color);
        } else if (glyph == '├') {
            rect(x + WIDTH / 2, middle - thick / 2, WIDTH / 2, thick, color);
        } else if (glyph == '┤') {
            rect(x, middle - thick / 2, WIDTH / 2, thick, color);
        }
        if ("│┼├┤".indexOf(glyph) >= 0) {
            rect(x + WIDTH / 2 - 0.5, y, 1, HEIGHT, color);
        } else if (glyph == '┬') {
            rect(x + WIDTH / 2 - 0.5, middle, 1, HEIGHT / 2, color);
        } else if (glyph == '┴') {
            rect(x + WIDTH / 2 - 0.5, y, 1, HEIGHT / 2, color);
        }
    }

    private void letter(double x, double y, char glyph, String color, boolean bold) {
        out.append("<text x=\"").append(number(x + WIDTH / 2)).append("\" y=\"").append(number(y + HEIGHT * 0.76));
        out.append("\" fill=\"").append(color).append(bold ? "\" font-weight=\"bold\">" : "\">");
        switch (glyph) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            default -> out.append(glyph);
        }
        out.append("</text>\n");
    }

    private void rect(double x, double y, double width, double height, String color) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        out.append("\" fill=\"").append(color).append("\"/>\n");
    }

    private String background() {
        return palette.theme() == Theme.DARK ? "#14171c" : "#fbfbf8";
    }

    private static String number(double x) {
        String text = Decimal.fixed(x, 2);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
