package dev.nabla.figure;

import dev.nabla.frame.Size;

/** How much room a figure has, title and sentence included, the line of keys not. */
public enum Layout {
    /** Only sentences. */
    TEXT,
    COMPACT,
    NORMAL,
    WIDE;

    /** Rows that title, rules and sentence take. */
    private static final int GRID = 4;

    /** The layout whose body has this room. */
    public static Layout ofBody(int width, int height) {
        Size page = new Size(width, height + GRID);
        if (page.atLeast(80, 23)) {
            return page.atLeast(110, 31) ? WIDE : NORMAL;
        }
        return page.atLeast(60, 19) ? COMPACT : TEXT;
    }
}
