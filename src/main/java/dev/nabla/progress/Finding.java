package dev.nabla.progress;

import java.util.Map;

/**
 * Entries of one journal with the same peculiarity.
 *
 * @param kind the peculiarity
 * @param student the owner of the journal
 * @param places number of such entries by id of the question, or of the section for entries without a question
 */
public record Finding(FindingKind kind, String student, Map<String, Integer> places) {
    /**
     * The kinds of findings. The inconsistencies come first, then the reasons why an answer was not graded again. An
     * answer of kind {@link #TOO_MUCH} does not count, one of kind {@link #TRUSTED} does.
     */
    public enum FindingKind {
        SAYS_RIGHT("recorded right, graded wrong"),
        REPEATED("repeated"),
        COPIED("also in another journal"),
        MISFILED("filed under another section"),
        AHEAD("dated in the future"),
        TOO_MUCH("answer too long, or too many; they do not count"),
        TRUSTED("trusted; they count as recorded");

        private final String text;

        FindingKind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** Returns whether the entries are inconsistent. */
        public boolean isFault() {
            return compareTo(TOO_MUCH) < 0;
        }
    }

    /** Returns the number of entries. */
    public int times() {
        return places.values().stream().mapToInt(Integer::intValue).sum();
    }
}
