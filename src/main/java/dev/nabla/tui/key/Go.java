package dev.nabla.tui.key;

/** Where keys lead, besides what they do to a figure or a typed line. */
public enum Go implements Effect {
    /** Nowhere at all: what any other effect is to whoever only goes somewhere. */
    NOWHERE,
    QUIT,
    /** Stays, and says which key quits. */
    LINGER,
    SUSPEND,
    BACK,
    HELP,
    OPEN,
    /** To where the learner left off. */
    RESUME,
    /** To the questions that are due. */
    REVIEW,
    NEXT_SECTION,
    PREVIOUS_SECTION,
    /** From prose to figure, both beside each other where there is room. */
    TURN,
    /** The section's other figure, or the next of them. */
    OTHER,
    /** To the section of the figure that the focus leads to. */
    FOLLOW,
    /** The questions of the section. */
    ASK,
    /** The section's worked example, with blanks in it. */
    EXAMPLE,
    /** The goals of the section. */
    GOALS,
    /** Asks for a prediction of the figure. */
    PREDICT,
    /** Grades the answer; after a right one, the next question. */
    CHECK,
    HINT,
    WORKED,
    NEXT,
    PREVIOUS,
    SEARCH,
    GLYPHS,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    TOP,
    BOTTOM;

    /** Where an effect leads. */
    public static Go of(Effect effect) {
        return effect instanceof Go go ? go : NOWHERE;
    }
}
