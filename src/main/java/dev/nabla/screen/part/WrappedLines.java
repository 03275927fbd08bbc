package dev.nabla.screen.part;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of wrapped text, filled from top to bottom.
 *
 * @param lines the lines added so far
 * @param width maximum width of a line, in cells
 */
public record WrappedLines(List<Line> lines, int width, Glyphs glyphs) {
    public WrappedLines(int width, Glyphs glyphs) {
        this(new ArrayList<>(), width, glyphs);
    }

    public void blank() {
        lines.add(Line.EMPTY);
    }

    public void wrap(Line words) {
        lines.addAll(Wrap.lines(words, width, glyphs));
    }

    /** Adds a mark with the words wrapped to its right (hanging indent). */
    public void hang(Line mark, Line words) {
        lines.addAll(Wrap.hanging(mark, words, width, glyphs));
    }
}
