package dev.nabla.progress;

import java.util.Map;

/**
 * What was found out about entries of one journal.
 *
 * @param kind what they have in common
 * @param student whose journal it is
 * @param places how many there are by the id of the question, or of the section where they answer none
 */
public record Finding(FindingKind kind, String student, Map<String, Integer> places) {
    /**
     * The faults first, then why an answer was not graded again: one that is too much does not count, a trusted one
     * does.
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

        /** True if the entries are inconsistent. */
        public boolean isFault() {
            return compareTo(TOO_MUCH) < 0;
        }
    }

    /** How many entries. */
    public int times() {
        return places.values().stream().mapToInt(Integer::intValue).sum();
    }
}
