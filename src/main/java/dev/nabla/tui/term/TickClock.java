package dev.nabla.tui.term;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** When the next tick is due. Late ticks are not made up for: a slow terminal gets fewer frames, not older ones. */
final class TickClock {
    /** How long it is until what does not happen. */
    static final long NEVER = Long.MAX_VALUE;

    private final LongSupplier nanos;
    private int period;
    private long next;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    TickClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Nanoseconds until the next tick of this period, 0 if it is due; {@link #NEVER} for a period of 0. */
    long nanosLeft(int millis) {
        long now = nanos.getAsLong();
        if (millis != period) {
            period = millis;
            next = now + TimeUnit.MILLISECONDS.toNanos(millis);
        }
        return millis <= 0 ? NEVER : Math.max(0, next - now);
    }

    /** Takes the tick that is due; false if none is. */
    boolean due(int millis) {
        boolean due = nanosLeft(millis) == 0;
        if (due) {
            next = Math.max(next + TimeUnit.MILLISECONDS.toNanos(millis), nanos.getAsLong());
        }
        return due;
    }
}
