package dev.nabla.output;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Ink;
import dev.nabla.output.Palette.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws a frame as a stand-alone SVG picture with a painted background. Dots, blocks, lines and marks are
 * {@link SvgShapes}, so that only letters depend on a font.
 *
 * <p>A word starts at its first cell, and {@code textLength} stretches it to the width of its cells. A letter beyond
 * ASCII is drawn alone, because a fallback font could shift its neighbours.
 */
public final class Svg {
    private static final int MARGIN = 12;
    private static final String FONTS = "'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace";

    private final StringBuilder shapes = new StringBuilder();
    private final List<List<String>> colors = new ArrayList<>();
    private final Frame frame;
    private final List<Palette> palettes;
    private int group = -1;

    private Svg(Frame frame, List<Palette> palettes) {
        this.frame = frame;
        this.palettes = palettes;
    }

    /** Returns the picture in the colours of one palette. */
    public static String of(Frame frame, Palette palette) {
        return new Svg(frame, List.of(palette)).draw();
    }

    /** Returns the picture in dark colours, and in light ones if the browser prefers a light colour scheme. */
    public static String of(Frame frame, Colors colors) {
        return new Svg(frame, List.of(new Palette(colors, Theme.DARK), new Palette(colors, Theme.LIGHT))).draw();
    }

    private String draw() {
        double width = frame.size().width() * SvgShapes.WIDTH + 2 * MARGIN;
        double height = frame.size().height() * SvgShapes.HEIGHT + 2 * MARGIN;
        add(background(), SvgShapes.rect(0, 0, width, height));
        for (int y = 0; y < frame.size().height(); y++) {
            for (int x = 0; x < frame.size().width(); x++) {
                x += cell(x, y);
            }
        }
        String size = SvgShapes.number(width) + "\" height=\"" + SvgShapes.number(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 "
                + SvgShapes.number(width) + ' ' + SvgShapes.number(height) + "\">\n" + style() + shapes
                + "</g>\n</svg>\n";
    }

    /** Draws what begins at a cell. Returns the number of further cells that this covers. */
    private int cell(int column, int row) {
        double x = MARGIN + column * SvgShapes.WIDTH;
        double y = MARGIN + row * SvgShapes.HEIGHT;
        Cell cell = frame.cell(column, row);
        double width = cell.width() * SvgShapes.WIDTH;
        if (ink(cell).reverse()) {
            add(color(cell), SvgShapes.rect(x, y, width, SvgShapes.HEIGHT));
        }
        List<String> front = ink(cell).reverse() ? background() : color(cell);
        if (!cell.letter().isEmpty()) {
            add(front, letters(cell.letter(), x, y, width, ink(cell).bold()));
            return cell.width() - 1;
        }
        Optional<String> shape = SvgShapes.of(glyph(cell), x, y);
        if (shape.isPresent()) {
            add(front, shape.get());
            return 0;
        }
        String word = word(column, row);
        if (!word.isEmpty()) {
            add(
                    front,
                    letters(
                            word,
                            x,
                            y,
                            word.length() * SvgShapes.WIDTH,
                            ink(cell).bold()));
        }
        return Math.max(0, word.length() - 1);
    }

    /** Returns the letters from a cell on that are drawn together; empty for a blank. */
    private String word(int column, int row) {
        Cell first = frame.cell(column, row);
        StringBuilder word = new StringBuilder(String.valueOf(glyph(first)).strip());
        for (int x = column + 1; x < frame.size().width() && joined(first, frame.cell(x, row)); x++) {
            word.append(glyph(frame.cell(x, row)));
        }
        return word.toString();
    }

    private boolean joined(Cell first, Cell next) {
        boolean letters = Math.min(glyph(first), glyph(next)) > ' ' && Math.max(glyph(first), glyph(next)) <= '~';
        return letters
                && !ink(first).reverse()
                && ink(first).equals(ink(next))
                && color(first).equals(color(next));
    }

    private static String letters(String word, double x, double y, double width, boolean bold) {
        String place = SvgShapes.number(x) + "\" y=\"" + SvgShapes.number(y + SvgShapes.HEIGHT * 0.76);
        String escaped = word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<text x=\"" + place + "\" textLength=\"" + SvgShapes.number(width)
                + "\" lengthAdjust=\"spacingAndGlyphs" + (bold ? "\" font-weight=\"bold\">" : "\">") + escaped
                + "</text>\n";
    }

    /** Appends elements. Consecutive elements of one colour share a group. */
    private void add(List<String> color, String elements) {
        if (elements.isEmpty()) {
            return;
        }
        if (!colors.contains(color)) {
            colors.add(color);
        }
        int number = colors.indexOf(color);
        if (number != group) {
            shapes.append(group < 0 ? "" : "</g>\n").append("<g class=\"c" + number + "\">\n");
            group = number;
        }
        shapes.append(elements);
    }

    private String style() {
        String light = palettes.size() > 1 ? "@media (prefers-color-scheme:light){\n" + rules(1) + "}\n" : "";
        return "<style>\ntext{font:15px " + FONTS + ";white-space:pre}\n"
                + "text[font-weight]{font-weight:bold}\nrect{shape-rendering:crispEdges}\n"
                + rules(0) + light + "</style>\n";
    }

    private String rules(int palette) {
        return IntStream.range(0, colors.size())
                .mapToObj(i -> ".c" + i + "{fill:" + colors.get(i).get(palette) + "}\n")
                .collect(Collectors.joining());
    }

    private Ink ink(Cell cell) {
        return palettes.get(0).ink(cell);
    }

    private char glyph(Cell cell) {
        return palettes.get(0).glyph(cell);
    }

    /** Returns the colour of a cell in each theme. */
    private List<String> color(Cell cell) {
        return palettes.stream()
                .map(palette -> Rgb.of(palette.ink(cell).color(), palette.theme()))
                .toList();
    }

    private List<String> background() {
        return palettes.stream().map(palette -> Rgb.background(palette.theme())).toList();
    }
}
