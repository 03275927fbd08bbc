package dev.nabla.tui.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;

/** Parts of lines. */
final class Clip {
    private static final String CUT = "…";

    private Clip() {}

    /** The line, or as much of it as fits with a mark that something is missing. */
    static Line to(Line line, int width, Glyphs glyphs) {
        if (glyphs.width(line) <= width) {
            return line;
        }
        int end = line.plain().length();
        while (end > 0 && glyphs.width(part(line, 0, end)) > width - glyphs.width(CUT)) {
            end--;
        }
        return part(line, 0, end).dim(CUT);
    }

    /** From one char to before another. */
    static Line part(Line line, int from, int to) {
        Line part = Line.EMPTY;
        int at = 0;
        for (Line.Span span : line.spans()) {
            int length = span.text().length();
            int first = Math.max(0, from - at);
            int last = Math.min(length, to - at);
            part = first < last ? part.span(span.text().substring(first, last), span.tone(), span.weight()) : part;
            at += length;
        }
        return part;
    }
}
