package dev.nabla.tui.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;

/** Cuts lines to the room there is. */
final class Clip {
    private static final String CUT = "…";

    private Clip() {}

    /** The line, or as much of it as fits with a mark that something is missing. */
    static Line to(Line line, int width, Glyphs glyphs) {
        if (glyphs.width(line) <= width) {
            return line;
        }
        int room = Math.max(0, width - glyphs.width(CUT));
        Line cut = Line.EMPTY;
        for (Line.Span span : line.spans()) {
            String text = span.text();
            int left = Math.max(0, room - glyphs.width(cut));
            while (!text.isEmpty() && glyphs.width(text) > left) {
                text = text.substring(0, text.length() - 1);
            }
            cut = cut.span(text, span.tone(), span.weight());
            if (text.length() < span.text().length()) {
                break;
            }
        }
        return cut.dim(CUT);
    }
}
