package dev.nabla.tui;

import com.googlecode.lanterna.TextColor;

/** A glyph to be put on the terminal, at a place counted from 0. */
record Dab(int x, int y, char glyph, Ink ink) {
    /** How it is written: bold and reverse are the attributes there are. */
    record Ink(TextColor color, boolean bold, boolean reverse) {
        static final Ink PLAIN = new Ink(TextColor.ANSI.DEFAULT, false, false);
    }

    /** Whether only reverse would show: then any other ink will do. */
    boolean blank() {
        return glyph == ' ' && !ink.reverse();
    }

    boolean follows(Dab other) {
        return y == other.y && x == other.x + 1;
    }
}
