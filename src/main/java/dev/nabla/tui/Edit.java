package dev.nabla.tui;

/** What a key does to the line that is typed. */
enum Edit implements Effect {
    LEFT {
        @Override
        Editor on(Editor editor) {
            return editor.at(editor.beside(-1));
        }
    },
    RIGHT {
        @Override
        Editor on(Editor editor) {
            return editor.at(editor.beside(1));
        }
    },
    HOME {
        @Override
        Editor on(Editor editor) {
            return editor.at(0);
        }
    },
    END {
        @Override
        Editor on(Editor editor) {
            return editor.at(editor.text().length());
        }
    },
    BACKSPACE {
        @Override
        Editor on(Editor editor) {
            return editor.without(editor.beside(-1));
        }
    },
    DELETE {
        @Override
        Editor on(Editor editor) {
            return editor.without(editor.beside(1));
        }
    },
    /** All before the cursor. */
    CLEAR {
        @Override
        Editor on(Editor editor) {
            return editor.without(0);
        }
    },
    /** The word before the cursor. */
    WORD {
        @Override
        Editor on(Editor editor) {
            return editor.without(editor.wordStart());
        }
    };

    abstract Editor on(Editor editor);

    @Override
    public TutorState on(TutorState state) {
        return state.edit(this);
    }
}
