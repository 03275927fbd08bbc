package dev.nabla.frame;

/**
 * A rectangle of cells: column x and row y of its top left cell, and its size; a negative width or height becomes 0.
 */
public record Area(int x, int y, int width, int height) {
    public Area {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    public boolean contains(int column, int row) {
        return column >= x && column < x + width && row >= y && row < y + height;
    }

    /** Returns the column after the last one. */
    public int end() {
        return x + width;
    }

    /** Returns the first {@code columns} columns, at most all. */
    public Area left(int columns) {
        return new Area(x, y, Math.min(columns, width), height);
    }

    /** Returns the area without its first {@code columns} columns. */
    public Area afterColumns(int columns) {
        return new Area(x + columns, y, width - columns, height);
    }

    /** Returns the area without its first {@code rows} rows. */
    public Area afterRows(int rows) {
        return new Area(x, y + rows, width, height - rows);
    }

    /** Returns the first {@code rows} rows, at most all. */
    public Area top(int rows) {
        return new Area(x, y, width, Math.min(rows, height));
    }
}
