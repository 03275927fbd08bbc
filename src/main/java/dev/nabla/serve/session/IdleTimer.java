package dev.nabla.serve.session;

import dev.nabla.output.ExitCode;
import dev.nabla.serve.hub.ActiveSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Ends a session that has had no input for too long, and warns its user one minute before. */
public final class IdleTimer {
    private static final long WARNING_TIME = TimeUnit.MINUTES.toNanos(1);

    private final int minutes;
    private final InstantSource clock;
    private volatile long lastInputNanos = System.nanoTime();
    private volatile Instant lastInput;
    private volatile boolean warned;

    /** @param minutes minutes without input after which the session ends; 0 for never */
    public IdleTimer(int minutes, InstantSource clock) {
        this.minutes = minutes;
        this.clock = clock;
        this.lastInput = clock.instant();
    }

    /**
     * Restarts the idle time.
     *
     * @param nanos time of {@link System#nanoTime}
     */
    void restart(long nanos) {
        lastInputNanos = nanos;
        lastInput = clock.instant();
        warned = false;
    }

    Instant lastInput() {
        return lastInput;
    }

    /**
     * Ends the session if it was idle too long, or warns its user one minute before.
     *
     * @param nanos time of {@link System#nanoTime}
     */
    void check(long nanos, ActiveSession session) {
        long left = TimeUnit.MINUTES.toNanos(minutes) - (nanos - lastInputNanos);
        if (minutes > 0 && left < 0) {
            session.end(
                    "nabla: the session ended after " + minutes + " minutes without a key; log in again to go on",
                    ExitCode.OK);
        } else if (minutes > 0 && left < WARNING_TIME && !warned) {
            warned = true;
            session.warnUser("You have been idle. The session ends in one minute; press any key to stay.");
        }
    }
}
