package dev.nabla.tui.key;

/** Where keys lead, besides what they do to a figure or a typed line. */
public enum Navigation implements Effect {
    /** Nowhere at all: what any other effect is to whoever only goes somewhere. */
    NOWHERE,
    QUIT,
    /** Stays, and says which key quits. */
    LINGER,
    SUSPEND,
    BACK,
    /** Home, or the way a link came; at home out of the tutor. */
    LEAVE,
    HELP,
    /** The next sensible thing. */
    ONWARD,
    /** The station before. */
    BEFORE,
    /** To where the learner left off. */
    RESUME,
    /** To the questions that are due. */
    REVIEW,
    NEXT_SECTION,
    PREVIOUS_SECTION,
    /** From prose to figure, to the next of them, and back. */
    TURN,
    /** To the section of the figure that the focus leads to. */
    FOLLOW,
    /** The exercises of the section. */
    PRACTISE,
    /** To the normal screen, with what can be copied there. */
    COPY,
    /** Types a value or a guess. */
    TYPE,
    /** Asks again with other numbers. */
    ANEW,
    HINT,
    WORKED,
    NEXT,
    PREVIOUS,
    SEARCH,
    /** To the class, for its teacher. */
    CLASS,
    /** Puts what is here before the class: a figure is shown, a question asked. */
    PUT,
    /** Follows what the teacher shows, and takes it over. */
    WITH,
    /** To the question that all are asked. */
    VOTE,
    /** Lets a round be the last, and shows it to everybody. */
    REVEAL,
    /** Asks for the word that another machine is let in by. */
    LINK,
    /** Hides names, or shows them again. */
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

    /** Where an effect leads. */
    public static Navigation of(Effect effect) {
        return effect instanceof Navigation go ? go : NOWHERE;
    }
}
