package dev.nabla.tui;

import dev.nabla.figure.Figure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Limits the figure ticks of all sessions to half a core. A tick that took {@code d} adds a wait of 2 {@code d} to a
 * common queue: 40 sessions with ticks of 2 ms tick every 160 ms.
 */
final class TickLimiter {
    private static final int COST = 2;
    /** The longest wait, which also bounds the effect of a changed system clock. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final InstantSource clock;
    private Instant free = Instant.EPOCH;

    TickLimiter(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the work budget of a figure: one piece at a tick, none at any other input. */
    Figure.Budget budget(boolean ticking) {
        return Figure.Budget.of(ticking ? 1 : 0);
    }

    /**
     * Returns the wait before the session's next tick, in ms (0 to 5,000).
     *
     * @param took duration of its last tick
     */
    synchronized int rest(Duration took) {
        Instant now = clock.instant();
        Instant after = (free.isAfter(now) ? free : now).plus(took.multipliedBy(COST));
        Instant last = now.plus(LONGEST);
        free = after.isAfter(last) ? last : after;
        return Math.max(0, (int) Duration.between(now, free).toMillis());
    }
}
