package dev.nabla.frame;

/** A rectangle of cells: x and y of its top left cell, width and height of 0 or more. */
public record Area(int x, int y, int width, int height) {
    public Area {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    public boolean contains(int column, int row) {
        return column >= x && column < x + width && row >= y && row < y + height;
    }

    /** The column behind the last one. */
    public int end() {
        return x + width;
    }

    /** The first columns of this area. */
    public Area left(int columns) {
        return new Area(x, y, Math.min(columns, width), height);
    }

    /** The rest to the right when so many columns are taken away. */
    public Area afterColumns(int columns) {
        return new Area(x + columns, y, width - columns, height);
    }

    /** The rest below when so many rows are taken away. */
    public Area afterRows(int rows) {
        return new Area(x, y + rows, width, height - rows);
    }

    /** The first rows of this area. */
    public Area top(int rows) {
        return new Area(x, y, width, Math.min(rows, height));
    }
}
