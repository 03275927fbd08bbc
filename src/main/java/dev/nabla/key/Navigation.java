package dev.nabla.key;

/** Effects that navigate or control the tutor, as opposed to those on a figure or a typed line. */
public enum Navigation implements Effect {
    /** No navigation; stands for every other effect in {@link #of}. */
    NOWHERE,
    QUIT,
    /** Stays, and shows which key quits. */
    LINGER,
    SUSPEND,
    BACK,
    /** Goes home, or back along the link that led here; at home it quits. */
    LEAVE,
    /** Shows the keys that work here. */
    HELP,
    /** Shows the signs and words on the screen; pressed again, the keys. */
    SIGNS,
    /** Does what Enter means on the screen. */
    ONWARD,
    /** Goes to the previous station. */
    BEFORE,
    /** Goes to where the learner left off. */
    RESUME,
    /** Starts the review of the questions that are due. */
    REVIEW,
    NEXT_SECTION,
    PREVIOUS_SECTION,
    /** Switches from the text to the figure, to each further one, and back. */
    TURN,
    /** Opens the section of the figure that the focus links to. */
    FOLLOW,
    /** Reads the page that explains the question. */
    EXPLAIN,
    /** Looks at the figure of the question, and comes back. */
    LOOK,
    /** Lists the exercises of the section. */
    PRACTISE,
    /** Shows the normal screen, with a text to copy. */
    COPY,
    /** Opens an input line for a value or a guess. */
    TYPE,
    /** Asks the question again with other numbers. */
    ANEW,
    HINT,
    WORKED,
    NEXT,
    PREVIOUS,
    SEARCH,
    /** Shows the class, for its teacher. */
    CLASS,
    /** Presents the figure on the screen to the class, or polls the class on the question. */
    PUT,
    /** Follows the figure that the teacher presents; pressed again, takes it over. */
    WITH,
    /** Opens the poll. */
    VOTE,
    /** Makes the first round the last and reveals the answer to everybody. */
    REVEAL,
    /** Goes back a phase of the poll, so that a closed round is open again. */
    STEP_BACK,
    /** Sets the clock for the talk between two rounds going, or stops it. */
    TALK,
    /** Stops what moves, or lets it go on. */
    PAUSE,
    /** Shows the opening, from its beginning. */
    OPENING,
    /** Goes to the list of own names. */
    MORE_NAMES,
    /** Draws the screen into a file, as a card to keep. */
    CARD,
    /** Takes all lines of a list away. */
    CLEAR,
    /** Opens the goals that are not reached. */
    GOALS,
    /** Switches between the closing page and its sentences. */
    WORDS,
    /** Requests the one-time word that registers another key of the student. */
    LINK,
    /** Says that all students who have joined belong to the class. */
    KEEP_JOINED,
    /** Shows how to remove the students of a flood. */
    REMOVE_JOINED,
    /** Hides or shows student names. */
    NAMES,
    GLYPHS,
    UP,
    DOWN,
    FOLD,
    UNFOLD,
    PAGE_UP,
    PAGE_DOWN,
    TOP,
    BOTTOM;

    /** Returns whether the effect may lead to a screen that was not shown before. */
    @Override
    public boolean leads() {
        return switch (this) {
            case NOWHERE, QUIT, LINGER, SUSPEND, BACK, LEAVE -> false;
            case COPY, TYPE, HINT, PAUSE, GLYPHS, NAMES -> false;
            case UP, DOWN, FOLD, UNFOLD, PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> false;
            default -> true;
        };
    }

    /** Returns the effect if it navigates, else {@link #NOWHERE}. */
    public static Navigation of(Effect effect) {
        return effect instanceof Navigation go ? go : NOWHERE;
    }
}
