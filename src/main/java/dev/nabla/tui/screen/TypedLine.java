package dev.nabla.tui.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.tutor.Editor;

/** Draws a line that is typed. */
final class TypedLine {
    private TypedLine() {}

    /** The text with the cursor as a reversed cell; of a long text the part round the cursor. */
    static Line of(Editor editor, int width, Glyphs glyphs) {
        String text = editor.text();
        String before = text.substring(0, editor.cursor());
        while (!before.isEmpty() && glyphs.width(before) > width - 1) {
            before = before.substring(before.offsetByCodePoints(0, 1));
        }
        int next = editor.beside(1);
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
