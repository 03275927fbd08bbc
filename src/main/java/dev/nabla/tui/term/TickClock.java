package dev.nabla.tui.term;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Computes when the next tick is due. Late ticks are not made up for: a slow terminal gets fewer frames, not older
 * ones.
 */
final class TickClock {
    /** The wait without a deadline. */
    static final long NEVER = Long.MAX_VALUE;

    private final LongSupplier nanos;
    private int period;
    private long next;

    /**
     * Creates a clock.
     *
     * @param nanos returns the time, like {@link System#nanoTime}
     */
    TickClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Returns the ns until the next tick of a period in ms, 0 if it is due; {@link #NEVER} for a period of 0. Another
     * period than before starts from now.
     */
    long nanosLeft(int millis) {
        long now = nanos.getAsLong();
        if (millis != period) {
            period = millis;
            next = now + TimeUnit.MILLISECONDS.toNanos(millis);
        }
        return millis <= 0 ? NEVER : Math.max(0, next - now);
    }

    /** Consumes the tick that is due; false if none is. */
    boolean due(int millis) {
        boolean due = nanosLeft(millis) == 0;
        if (due) {
            next = Math.max(next + TimeUnit.MILLISECONDS.toNanos(millis), nanos.getAsLong());
        }
        return due;
    }
}
