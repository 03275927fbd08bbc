package dev.nabla.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A finished picture: exactly width times height cells, and its handles.
 *
 * @param size width and height in cells
 * @param cells all cells row by row, the top row first
 * @param handles what the pointer can grab, the topmost last
 */
public record Frame(Size size, List<Cell> cells, List<Handle> handles) {
    public Frame {
        cells = List.copyOf(cells);
        handles = List.copyOf(handles);
    }

    public Cell cell(int x, int y) {
        return cells.get(y * size.width() + x);
    }

    /** Returns the glyphs and letters of a row, trailing blanks included. */
    public String row(int y) {
        StringBuilder row = new StringBuilder(size.width());
        for (int x = 0; x < size.width(); x++) {
            Cell cell = cell(x, y);
            if (!cell.letter().isEmpty()) {
                row.append(cell.letter());
            } else if (cell.glyph() != Cell.COVERED) {
                row.append(cell.glyph());
            }
        }
        return row.toString();
    }

    public List<String> rows() {
        return IntStream.range(0, size.height()).mapToObj(this::row).toList();
    }

    /** Returns the topmost handle at a cell, if there is one. */
    public Optional<Handle> handleAt(int x, int y) {
        return handles.stream().filter(handle -> handle.area().contains(x, y)).reduce((below, above) -> above);
    }
}
