package dev.nabla.room;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A question of the course that the whole class is asked, with the same numbers for all.
 *
 * @param id number of the poll in the class, from 1
 * @param seed seed from which the numbers are drawn
 * @param since time at which the phase began, to the millisecond
 * @param talkUntil time at which the talk ends, to the millisecond; empty without a clock for it
 */
public record Poll(
        long id, String section, String item, long seed, Phase phase, Instant since, Optional<Instant> talkUntil) {
    public Poll {
        since = since.truncatedTo(ChronoUnit.MILLIS);
        talkUntil = talkUntil.map(end -> end.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A poll without a clock for the talk. */
    public Poll(long id, String section, String item, long seed, Phase phase, Instant since) {
        this(id, section, item, seed, phase, since, Optional.empty());
    }

    /** The phase of a poll: two rounds of votes, between which the class talks. */
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

        /** Returns the round to which the phase belongs: 1 or 2. */
        public int round() {
            return round;
        }

        /** Returns the phase after this one; after {@link #REVEALED} the same. */
        public Phase next() {
            return switch (this) {
                case OPEN -> CLOSED;
                case CLOSED -> AGAIN;
                case AGAIN -> CLOSED_AGAIN;
                case CLOSED_AGAIN, REVEALED -> REVEALED;
            };
        }

        /** Returns the phase before this one; for {@link #OPEN} and {@link #REVEALED} the same. */
        public Phase previous() {
            return switch (this) {
                case OPEN, CLOSED -> OPEN;
                case AGAIN -> CLOSED;
                case CLOSED_AGAIN -> AGAIN;
                case REVEALED -> REVEALED;
            };
        }

        /** Returns whether the class talks in this phase: between the rounds and while the second one is open. */
        public boolean isTalk() {
            return this == CLOSED || this == AGAIN;
        }
    }

    /** Returns the poll in another phase, without a clock for the talk. */
    public Poll withPhase(Phase other, Instant now) {
        return new Poll(id, section, item, seed, other, now);
    }

    public Poll withTalkUntil(Optional<Instant> end) {
        return new Poll(id, section, item, seed, phase, since, end);
    }

    /** Returns the time left to talk; zero or less once it is over, empty without a clock. */
    public Optional<Duration> talkLeft(Instant now) {
        return talkUntil.map(end -> Duration.between(now, end));
    }

    /**
     * A vote, stored by its kind: {@link #RIGHT}, a misconception, the text of an option, or {@link #OTHER}. The typed
     * text is not stored.
     *
     * @param student id of the student
     */
    public record Vote(int round, String student, String kind) {
        public static final String RIGHT = "right";
        public static final String OTHER = "something else";
    }
}
