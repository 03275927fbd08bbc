package dev.nabla.line;

import dev.nabla.room.display.PollWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clock for the talk of a class in text mode: it says the beginning, the last minute and the end. */
final class TalkInWords {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Optional<Instant> until = Optional.empty();
    /** Whether {@link PollWords#LAST_MINUTE} has still to be said. */
    private boolean lastMinuteComes;

    /** Whether {@link PollWords#TALK_OVER} has still to be said. */
    private boolean endComes;

    /**
     * Returns what is new about the clock.
     *
     * @param next time at which the talk ends; empty without a clock
     */
    List<String> news(Optional<Instant> next, Instant now) {
        Duration left = next.map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
        boolean runs = left.compareTo(Duration.ZERO) > 0;
        if (!next.equals(until)) {
            until = next;
            lastMinuteComes = left.compareTo(MINUTE) > 0;
            endComes = runs;
            return runs ? List.of(PollWords.talk(left) + ".") : List.of();
        }
        if (endComes && !runs) {
            lastMinuteComes = false;
            endComes = false;
            return List.of(PollWords.TALK_OVER + ".");
        }
        if (lastMinuteComes && left.compareTo(MINUTE) <= 0) {
            lastMinuteComes = false;
            return List.of(PollWords.LAST_MINUTE + ".");
        }
        return List.of();
    }

    /** Returns whether there is still something to say. */
    boolean isRunning() {
        return endComes;
    }
}
