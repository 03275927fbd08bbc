package dev.nabla.tui.term;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Glyphs;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Ink;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cells of frames in the colours of a palette. All sessions of the JVM share them, so that each is made once. */
final class PaletteCells {
    /** The maximum number of cells kept for a palette. The rest is made anew each time. */
    private static final int MOST = 1 << 12;

    private static final Map<Palette, PaletteCells> SHARED = new ConcurrentHashMap<>();

    private final Palette palette;
    private final Map<Cell, StyledCell> made = new ConcurrentHashMap<>();

    private PaletteCells(Palette palette) {
        this.palette = palette;
    }

    static PaletteCells of(Palette palette) {
        return SHARED.computeIfAbsent(palette, PaletteCells::new);
    }

    Palette palette() {
        return palette;
    }

    StyledCell styled(Cell cell) {
        StyledCell known = made.get(cell);
        if (known != null) {
            return known;
        }
        StyledCell styled = make(cell);
        if (made.size() < MOST) {
            made.put(cell, styled);
        }
        return styled;
    }

    /** A glyph that no frame may hold could harm the terminal and becomes a question mark. */
    private StyledCell make(Cell cell) {
        boolean drawn = cell.width() != 1 || !cell.letter().isEmpty() || Glyphs.isDrawn(cell.glyph());
        Cell safe = drawn ? cell : new Cell('?', cell.tone(), cell.weight());
        String text = palette.text(safe);
        Ink ink = palette.ink(safe);
        boolean blank = text.equals(" ") && !ink.reverse();
        return new StyledCell(cell, text, blank ? Ink.PLAIN : ink);
    }
}
