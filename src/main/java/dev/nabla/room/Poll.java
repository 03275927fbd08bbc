package dev.nabla.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A question of the course put to everybody, with the same numbers for all.
 *
 * @param id a number of its own in the class, from 1
 * @param since when its phase began, to the millisecond
 */
public record Poll(long id, String section, String item, long seed, Phase phase, Instant since) {
    public Poll {
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far it is: two rounds, the class talks between them. */
    public enum Phase {
        OPEN(1),
        CLOSED(1),
        AGAIN(2),
        CLOSED_AGAIN(2),
        REVEALED(2);

        private final int round;

        Phase(int round) {
            this.round = round;
        }

        public boolean isOpen() {
            return this == OPEN || this == AGAIN;
        }

        /** 1 or 2. */
        public int round() {
            return round;
        }

        /** The phase after this one; the last stays. */
        public Phase next() {
            return switch (this) {
                case OPEN -> CLOSED;
                case CLOSED -> AGAIN;
                case AGAIN -> CLOSED_AGAIN;
                case CLOSED_AGAIN, REVEALED -> REVEALED;
            };
        }
    }

    public Poll withPhase(Phase other, Instant now) {
        return new Poll(id, section, item, seed, other, now);
    }

    /**
     * A vote, by what it comes to: {@link #RIGHT}, a misconception, an option's text, or {@link #OTHER}. What was typed is not kept.
     *
     * @param student id of whose it is
     */
    public record Vote(int round, String student, String kind) {
        public static final String RIGHT = "right";
        public static final String OTHER = "something else";
    }
}
