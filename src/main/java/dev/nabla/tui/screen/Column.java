package dev.nabla.tui.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/**
 * Words set below each other.
 *
 * @param lines as far as it is set
 * @param width cells that a line may have
 */
record Column(List<Line> lines, int width, Glyphs glyphs) {
    Column(int width, Glyphs glyphs) {
        this(new ArrayList<>(), width, glyphs);
    }

    void blank() {
        lines.add(Line.EMPTY);
    }

    void wrap(Line words) {
        lines.addAll(Wrap.lines(words, width, glyphs));
    }

    /** Wrapped to the right of a mark. */
    void hang(Line mark, Line words) {
        lines.addAll(Wrap.hanging(mark, words, width, glyphs));
    }
}
