package dev.nabla.tui.term;

import com.googlecode.lanterna.TextColor;

/**
 * A glyph or letter in the style in which a terminal shows it.
 *
 * @param text what is written; empty in a cell that a letter to the left covers
 * @param width width in cells
 */
record StyledText(String text, int width, TextColor color, boolean bold, boolean reverse) {
    static final StyledText BLANK = new StyledText(" ", 1, TextColor.ANSI.DEFAULT, false, false);

    boolean isBlank() {
        return text.equals(" ") && !reverse;
    }
}
