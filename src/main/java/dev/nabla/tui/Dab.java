package dev.nabla.tui;

import dev.nabla.view.Palette.Ink;

/** A glyph to be put on the terminal, at a place counted from 0. */
record Dab(int x, int y, char glyph, Ink ink) {
    /** Whether only reverse would show: then any other ink will do. */
    boolean blank() {
        return glyph == ' ' && !ink.reverse();
    }

    boolean follows(Dab other) {
        return y == other.y && x == other.x + 1;
    }
}
