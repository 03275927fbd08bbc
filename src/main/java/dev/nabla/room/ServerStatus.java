package dev.nabla.room;

import java.time.Duration;
import java.time.Instant;

/**
 * The status of a class server: a JSON object in {@link #FILE} in the folder of the class, rewritten every 5 s ({@link
 * #EVERY}).
 */
public final class ServerStatus {
    public static final String FILE = "status.json";
    public static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration STALE = EVERY.multipliedBy(6);
    /** Age of a status that a running server should have renewed twice, even on a busy machine. */
    private static final Duration OVERDUE = EVERY.multipliedBy(3);

    private ServerStatus() {}

    /**
     * Returns whether a server that wrote its status at this time may still be running. A server that has not written
     * for half a minute is not.
     */
    public static boolean isFresh(Instant at, Instant now) {
        return at.plus(STALE).isAfter(now);
    }

    /** Returns whether a running server has failed to renew a status that it wrote at this time. */
    public static boolean isOverdue(Instant at, Instant now) {
        return !at.plus(OVERDUE).isAfter(now);
    }
}
