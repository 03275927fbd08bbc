package dev.nabla.room;

import java.util.Comparator;
import java.util.Locale;

/**
 * Where somebody is in the course.
 *
 * @param section id; empty at home
 * @param doing what
 * @param part id of the question, number of the goal; empty for the rest
 */
public record LearnerLocation(String section, Doing doing, String part) {
    public static final LearnerLocation HOME = new LearnerLocation("", Doing.HOME, "");

    /** By section, in it by question; 2.9 comes before 2.10. */
    public static final Comparator<LearnerLocation> BY_PLACE = Comparator.comparing(LearnerLocation::section)
            .thenComparing(where -> where.item().length())
            .thenComparing(LearnerLocation::item);

    /** What somebody does. */
    public enum Doing {
        HOME,
        READS,
        FIGURE,
        GUESS,
        BLANKS,
        QUESTION,
        GOAL,
        REVIEW;

        /** True if a question is open that counts. */
        public boolean asks() {
            return this == GUESS || this == QUESTION || this == REVIEW;
        }
    }

    /** Id of the question that is open; empty if none is. */
    public String item() {
        return doing.asks() ? part : "";
    }

    /** In a word: {@code 2.3}, {@code 2}, {@code home}. */
    public String place() {
        return section.isEmpty() ? "home" : item().isEmpty() ? section.replaceFirst("^0+(?=.)", "") : item();
    }

    /** What somebody does, in words: {@code question 2.3}, {@code goal 1}, {@code figure}; nothing at home. */
    public String toText() {
        return switch (doing) {
            case HOME -> "";
            case QUESTION -> "question " + part;
            case GOAL -> "goal " + part;
            case READS, FIGURE, GUESS, BLANKS, REVIEW -> doing.name().toLowerCase(Locale.ROOT);
        };
    }
}
