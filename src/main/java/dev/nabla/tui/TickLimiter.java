package dev.nabla.tui;

import dev.nabla.figure.Figure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What ticks may take of a machine that others use as well: half a core, all together. Whoever has ticked stands last in a row
 * in which each waits for twice as long as those before have taken: 40 whose ticks take 2 ms tick every 160 ms.
 */
final class TickLimiter {
    private static final int COST = 2;
    /** What figures may remember together, in bytes: forty trainings of the largest model leave 35 MB. */
    private static final long MEMORY = 64 << 20;
    /** However long it took, for a clock may be set. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final InstantSource clock;
    private Instant free = Instant.EPOCH;

    TickLimiter(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns what a figure's work may take at a tick, or at any other input. */
    Figure.Budget budget(boolean ticking) {
        return new Figure.Budget(ticking ? 1 : 0, MEMORY);
    }

    /** Milliseconds until whoever has ticked for so long may tick again. */
    synchronized int rest(Duration took) {
        Instant now = clock.instant();
        Instant after = (free.isAfter(now) ? free : now).plus(took.multipliedBy(COST));
        Instant last = now.plus(LONGEST);
        free = after.isAfter(last) ? last : after;
        return Math.max(0, (int) Duration.between(now, free).toMillis());
    }
}
