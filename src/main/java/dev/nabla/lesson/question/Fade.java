package dev.nabla.lesson.question;

/** How much of a worked example is left to the learner; each degree leads to the next. */
public enum Fade {
    WHOLE(0),
    /** The last answer is left out. */
    LAST(1),
    /** The last two are. */
    TWO(2),
    /** Every one is. */
    YOURS(Integer.MAX_VALUE);

    private final int most;

    Fade(int most) {
        this.most = most;
    }

    /** How many answers are left out of so many lines. */
    int blanks(int lines) {
        return Math.min(most, lines);
    }

    /** The degree after every blank was filled in; after {@link #YOURS} it stays, with other numbers. */
    public Fade next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }
}
