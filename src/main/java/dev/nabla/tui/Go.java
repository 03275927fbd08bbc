package dev.nabla.tui;

/** What keys do besides acting on a figure. */
enum Go {
    QUIT,
    SUSPEND,
    BACK,
    HELP,
    OPEN,
    NEXT_SECTION,
    PREVIOUS_SECTION,
    /** From prose to figure, both beside each other where there is room. */
    TURN,
    /** To the section of the figure that the focus leads to. */
    FOLLOW,
    GLYPHS,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    TOP,
    BOTTOM
}
