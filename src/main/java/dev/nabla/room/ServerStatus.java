package dev.nabla.room;

import java.time.Duration;
import java.time.Instant;

/** What a server of a class says of itself: an object of JSON in {@link #FILE} in the class's folder, anew {@link #EVERY}. */
public final class ServerStatus {
    public static final String FILE = "status.json";
    public static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration STALE = EVERY.multipliedBy(6);

    private ServerStatus() {}

    /** True if a server that wrote this then may be running: one that has not written for half a minute is not. */
    public static boolean isFresh(Instant at, Instant now) {
        return at.plus(STALE).isAfter(now);
    }
}
