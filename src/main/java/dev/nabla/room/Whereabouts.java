package dev.nabla.room;

/**
 * Where somebody is in the course.
 *
 * @param section id; empty at home
 * @param doing what
 * @param part id of the question, number of the goal; empty for the rest
 */
public record Whereabouts(String section, Doing doing, String part) {
    public static final Whereabouts HOME = new Whereabouts("", Doing.HOME, "");

    /** What somebody does. */
    public enum Doing {
        HOME,
        READS,
        FIGURE,
        GUESS,
        BLANKS,
        QUESTION,
        GOAL,
        REVIEW
    }
}
