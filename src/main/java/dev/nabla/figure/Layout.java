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
    static final int GRID = 4;

    static Layout of(Size size) {
        if (size.atLeast(110, 31)) {
            return WIDE;
        }
        if (size.atLeast(80, 23)) {
            return NORMAL;
        }
        return size.atLeast(60, 19) ? COMPACT : TEXT;
    }

    /** The layout whose body has this room. */
    public static Layout ofBody(int width, int height) {
        return of(new Size(width, height + GRID));
    }
}
