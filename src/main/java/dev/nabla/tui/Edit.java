package dev.nabla.tui;

/** What a key does to the line that is typed. */
enum Edit implements Effect {
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

    Editor on(Editor editor) {
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

    @Override
    public TutorState on(TutorState state) {
        return state.edit(this);
    }
}
