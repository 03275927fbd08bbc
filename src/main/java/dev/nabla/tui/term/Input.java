package dev.nabla.tui.term;

import dev.nabla.tui.input.KeyPress;

/** One thing that happened to a program: a key, the pointer, the clock, pasted text, or something elsewhere. */
public sealed interface Input {
    /** A key with what was held. */
    record Key(KeyPress press) implements Input {}

    /**
     * The pointer at a cell, which after a drag may lie outside the frame.
     *
     * @param kind what it did
     * @param x column, 0 is the left one
     * @param y row, 0 is the top one
     */
    record Pointer(PointerAction kind, int x, int y) implements Input {
        public enum PointerAction {
            PRESS,
            DRAG,
            RELEASE,
            WHEEL_UP,
            WHEEL_DOWN
        }
    }

    /** Another {@link Program#tickMillis} have passed; ticks that nobody could take are not made up for. */
    record Tick() implements Input {}

    /** Text from the clipboard: no control character but line feeds, cut off where it gets long. */
    record Paste(String text) implements Input {}

    /** News of a program's own, from elsewhere: of those of one kind that nobody could take only the newest is left. */
    non-sealed interface ExternalInput extends Input {
        Object kind();
    }
}
