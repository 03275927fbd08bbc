package dev.nabla.screen.part;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Letters;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.tutor.LineEditor;

/** Cuts lines to the available width. */
public final class Clip {
    private static final String CUT = "…";

    private Clip() {}

    /** Returns the line, cut to {@code width} cells with a trailing "…" if it is longer. */
    public static Line to(Line line, int width, Glyphs glyphs) {
        if (glyphs.width(line) <= Math.max(0, width)) {
            return line;
        }
        String plain = line.plain();
        int end = 0;
        for (int next = Letters.end(plain, 0);
                glyphs.width(plain.substring(0, next)) <= width - glyphs.width(CUT);
                next = Letters.end(plain, end)) {
            end = next;
        }
        return part(line, 0, end).dim(CUT);
    }

    /** Returns the part of a line from char {@code from} (inclusive) to {@code to} (exclusive), with its styles. */
    public static Line part(Line line, int from, int to) {
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

    /**
     * Returns the edited text with the cursor as a reversed cell. A text that is too long is cut to the part around the
     * cursor.
     */
    public static Line typed(LineEditor editor, int width, Glyphs glyphs) {
        String text = editor.text();
        String before = text.substring(0, editor.cursor());
        while (!before.isEmpty() && glyphs.width(before) > width - 1) {
            before = before.substring(before.offsetByCodePoints(0, 1));
        }
        int next = editor.neighbour(1);
        String under = editor.cursor() == next ? " " : text.substring(editor.cursor(), next);
        String after = text.substring(next);
        while (!after.isEmpty() && glyphs.width(before + under + after) > width) {
            after = after.substring(0, after.offsetByCodePoints(after.length(), -1));
        }
        return Line.EMPTY
                .span(before, Tone.TEXT, Weight.BOLD)
                .span(under, Tone.TEXT, Weight.REVERSE)
                .span(after, Tone.TEXT, Weight.BOLD);
    }
}
