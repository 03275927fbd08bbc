package dev.nabla.tui.term;

import dev.nabla.frame.Cell;
import dev.nabla.output.Palette.Ink;

/**
 * A cell of a frame as a terminal shows it.
 *
 * @param text the glyph or letter; empty if a letter to the left covers the cell
 */
record StyledCell(Cell cell, String text, Ink ink) {
    static final StyledCell BLANK = new StyledCell(Cell.BLANK, " ", Ink.PLAIN);

    boolean isBlank() {
        return text.equals(" ") && !ink.reverse();
    }

    boolean looksLike(StyledCell other) {
        return this == other || text.equals(other.text) && ink.equals(other.ink);
    }
}
