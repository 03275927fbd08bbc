package dev.nabla.tui;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Steering;
import dev.nabla.view.Palette;
import dev.nabla.view.Palette.Ink;

/**
 * A frame in the colours of a terminal, cut or filled to its size.
 *
 * <p>No glyph can harm the terminal: controls, halves of surrogates, invisible and wide characters become question marks.
 */
record Picture(Frame frame, Palette palette, Size size) {
    Dab at(int x, int y) {
        boolean inside = x < frame.size().width() && y < frame.size().height();
        Cell cell = inside ? frame.cell(x, y) : Cell.BLANK;
        Ink ink = palette.ink(cell);
        char glyph = palette.glyph(cell);
        return new Dab(x, y, isHarmless(glyph) ? glyph : '?', cell.glyph() == ' ' && !ink.reverse() ? Ink.PLAIN : ink);
    }

    /** Nearly all are those a frame may hold, and need no further look. */
    private static boolean isHarmless(char glyph) {
        return Glyphs.BRAILLE.allows(glyph) || isVisible(glyph) && !Changes.isWide(glyph);
    }

    private static boolean isVisible(char glyph) {
        return switch (Character.getType(glyph)) {
            case Character.UNASSIGNED, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> !Steering.is(glyph);
        };
    }
}
