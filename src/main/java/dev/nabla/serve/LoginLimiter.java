package dev.nabla.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Says how long the answer to a code, a PIN or a word is held back after wrong ones, from the same {@link
 * ClientAddress#network} and in all. A right one waits as long as a wrong one, so that an early hang-up saves no time.
 * None is refused.
 */
final class LoginLimiter {
    /** This number of wrong tries ends a connection, whatever it asks for in between. */
    static final int TRIES_A_CONNECTION = 6;

    private static final int SLOW_SECONDS = 1;
    private static final int SLOWER_SECONDS = 5;
    private static final int MANY = 30;
    private static final int SLOW_IN_ALL = 60;
    private static final int MANY_IN_ALL = 600;
    private static final int MOST_ADDRESSES = 10_000;

    private final LongSupplier nanos;
    private final Map<String, LastMinute> tries = new HashMap<>();
    private final LastMinute all = new LastMinute(MANY_IN_ALL);

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    LoginLimiter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Seconds by which the answer to a try from there is held back. */
    synchronized int delay(String address) {
        long now = nanos.getAsLong();
        int inAll = all.count(now);
        int here = tries.containsKey(address) ? tries.get(address).count(now) : 0;
        if (here >= MANY || inAll >= MANY_IN_ALL) {
            return SLOWER_SECONDS;
        }
        return here > 0 || inAll >= SLOW_IN_ALL ? SLOW_SECONDS : 0;
    }

    /** Counts a wrong try; seconds by which the answer to it is held back. */
    synchronized int wrong(String address) {
        long now = nanos.getAsLong();
        all.add(now);
        if (tries.size() >= MOST_ADDRESSES) {
            tries.values().removeIf(old -> old.count(now) == 0);
        }
        if (tries.size() < MOST_ADDRESSES || tries.containsKey(address)) {
            tries.computeIfAbsent(address, from -> new LastMinute(MANY)).add(now);
        }
        return Math.max(SLOW_SECONDS, delay(address));
    }

    /** How many wrong tries there were in the last minute, up to a bound that is far above what a class makes. */
    synchronized int wrongLately() {
        return all.count(nanos.getAsLong());
    }
}
