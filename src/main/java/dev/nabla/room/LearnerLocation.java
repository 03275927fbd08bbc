package dev.nabla.room;

import java.util.Comparator;
import java.util.Locale;

/**
 * The position of a learner in the course.
 *
 * @param section id of the section; empty at home
 * @param doing activity of the learner
 * @param part id of the question or number of the goal; empty for other activities
 */
public record LearnerLocation(String section, Doing doing, String part) {
    public static final LearnerLocation HOME = new LearnerLocation("", Doing.HOME, "");

    /** Orders positions by section, then by question; 2.9 comes before 2.10. */
    public static final Comparator<LearnerLocation> BY_PLACE = Comparator.comparing(LearnerLocation::section)
            .thenComparing(where -> where.item().length())
            .thenComparing(LearnerLocation::item);

    /** The activity of a learner. */
    public enum Doing {
        HOME,
        READS,
        FIGURE,
        GUESS,
        BLANKS,
        QUESTION,
        GOAL,
        REVIEW;

        /** Returns whether a question is open whose answer counts. */
        public boolean asks() {
            return this == GUESS || this == QUESTION || this == REVIEW;
        }
    }

    /** Returns the id of the open question; empty if none is open. */
    public String item() {
        return doing.asks() ? part : "";
    }

    /** Returns the position in short: {@code 2.3}, {@code 2}, {@code home}. */
    public String place() {
        return section.isEmpty() ? "home" : item().isEmpty() ? section.replaceFirst("^0+(?=.)", "") : item();
    }

    /** Returns the activity in words: {@code question 2.3}, {@code goal 1}, {@code figure}; empty at home. */
    public String toText() {
        return switch (doing) {
            case HOME -> "";
            case QUESTION -> "question " + part;
            case GOAL -> "goal " + part;
            case READS, FIGURE, GUESS, BLANKS, REVIEW -> doing.name().toLowerCase(Locale.ROOT);
        };
    }
}
