package dev.nabla.tui.term;

import dev.nabla.key.press.KeyPress;

/** An input of a program: a key, the pointer, a tick, pasted text, or an external event. */
public sealed interface Input {
    /** A key with its modifiers. */
    record Key(KeyPress press) implements Input {}

    /**
     * The pointer at a cell; during a drag the cell may lie outside the frame.
     *
     * @param kind what it did
     * @param x column, from 0 at the left
     * @param y row, from 0 at the top
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

    /** Another {@link Program#tickMillis} have passed. Missed ticks are not made up for. */
    record Tick() implements Input {}

    /**
     * Text from the clipboard, truncated to {@link InputTokenizer#MOST} chars.
     *
     * @param raw the text with line feeds as line ends and no tabs, but with any other characters
     * @param cut whether the end of the text is missing
     */
    record Paste(String raw, boolean cut) implements Input {
        public Paste(String raw) {
            this(raw, false);
        }

        /** Returns the text without control characters except line feeds. */
        public String text() {
            return KeyDecoder.printable(raw);
        }
    }

    /** An event from outside the terminal. While several of one kind wait, only the newest is kept. */
    non-sealed interface ExternalInput extends Input {
        /** Returns the key by which a newer event replaces an older one. */
        Object kind();
    }
}
