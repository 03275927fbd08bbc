package dev.nabla.tui.key;

import dev.nabla.tutor.Editor;

/** What a key does to the line that is typed. */
public enum Edit implements Effect.Typing {
    LEFT,
    RIGHT,
    HOME,
    END,
    BACKSPACE,
    DELETE,
    /** All before the cursor. */
    CLEAR,
    /** The word before the cursor. */
    WORD;

    @Override
    public Editor on(Editor editor) {
        return switch (this) {
            case LEFT -> editor.at(editor.beside(-1));
            case RIGHT -> editor.at(editor.beside(1));
            case HOME -> editor.at(0);
            case END -> editor.at(editor.text().length());
            case BACKSPACE -> editor.without(editor.beside(-1));
            case DELETE -> editor.without(editor.beside(1));
            case CLEAR -> editor.without(0);
            case WORD -> editor.without(editor.wordStart());
        };
    }
}
