package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.List;

/** All keys, printed from the table. */
final class HelpScreen {
    private static final int GRID = 3;
    private static final int CAPS = 12;

    private HelpScreen() {}

    /** The farthest that the list can be scrolled at a size. */
    static int bottom(Size size, Font font) {
        return Math.max(0, lines(font.glyphs()).size() - (size.height() - GRID));
    }

    static Canvas draw(Size size, Font font, int scroll) {
        Canvas canvas = new Canvas(size, font);
        canvas.put(1, 0, "All keys", Tone.TEXT, Weight.BOLD);
        canvas.right(size.width() - 1, 0, "what the mouse does, a key does too", Tone.DIM);
        canvas.rule(1);
        List<Line> lines = lines(font.glyphs());
        int from = Math.min(scroll, bottom(size, font));
        for (int i = 0; i < size.height() - GRID && from + i < lines.size(); i++) {
            canvas.put(1, 2 + i, lines.get(from + i));
        }
        return canvas;
    }

    private static List<Line> lines(Glyphs glyphs) {
        List<Line> lines = new ArrayList<>();
        for (Place place : Place.values()) {
            lines.add(Line.EMPTY.dim(place.heading()));
            for (Binding binding : Keymap.TABLE) {
                if (binding.place() == place) {
                    String cap = KeyLine.cap(binding, glyphs);
                    String gap = " ".repeat(Math.max(1, CAPS - glyphs.width(cap)));
                    lines.add(Line.of("  ").span(cap, Tone.TEXT, Weight.BOLD).text(gap + binding.help()));
                }
            }
        }
        return lines;
    }
}
