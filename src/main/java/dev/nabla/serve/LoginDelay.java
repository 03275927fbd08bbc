package dev.nabla.serve;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Decides how long the answer to a code, a PIN or a word is delayed. The delay depends on the wrong tries of the last
 * minute from the same {@link ClientAddress#network} and in all. After wrong tries a right answer is delayed as well,
 * so that hanging up early saves no time. No try is refused.
 */
final class LoginDelay {
    /** Number of wrong tries after which a connection is ended, whatever fields they were for. */
    static final int TRIES_PER_CONNECTION = 6;

    private static final int SLOW_SECONDS = 1;
    private static final int SLOWER_SECONDS = 5;
    private static final int MANY_PER_ADDRESS = 30;
    private static final int SOME_IN_ALL = 60;
    private static final int MANY_IN_ALL = 600;
    private static final int MOST_ADDRESSES = 10_000;

    private final LongSupplier nanos;
    private final Map<String, LastMinute> wrongByAddress = new HashMap<>();
    private final LastMinute wrongInAll = new LastMinute(MANY_IN_ALL);

    /** @param nanos clock in ns, like {@link System#nanoTime} */
    LoginDelay(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Returns a time to wait in words, rounded up to seconds, or to minutes beyond one. */
    static String inWords(Duration pause) {
        long seconds = pause.plusMillis(999).toSeconds();
        return seconds <= 60 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    /** Returns the delay of the answer to a try from an address, in seconds: 0, 1 or 5. */
    synchronized int delay(String address) {
        long now = nanos.getAsLong();
        int inAll = wrongInAll.count(now);
        int here = wrongByAddress.containsKey(address)
                ? wrongByAddress.get(address).count(now)
                : 0;
        if (here >= MANY_PER_ADDRESS || inAll >= MANY_IN_ALL) {
            return SLOWER_SECONDS;
        }
        return here > 0 || inAll >= SOME_IN_ALL ? SLOW_SECONDS : 0;
    }

    /** Counts a wrong try. Returns the delay of the answer to it, in seconds: 1 or 5. */
    synchronized int countWrong(String address) {
        long now = nanos.getAsLong();
        wrongInAll.add(now);
        if (wrongByAddress.size() >= MOST_ADDRESSES) {
            wrongByAddress.values().removeIf(old -> old.count(now) == 0);
        }
        if (wrongByAddress.size() < MOST_ADDRESSES || wrongByAddress.containsKey(address)) {
            wrongByAddress
                    .computeIfAbsent(address, from -> new LastMinute(MANY_PER_ADDRESS))
                    .add(now);
        }
        return Math.max(SLOW_SECONDS, delay(address));
    }

    /** Returns the number of wrong tries in the last minute, at most 600, which is far more than a class makes. */
    synchronized int wrongInLastMinute() {
        return wrongInAll.count(nanos.getAsLong());
    }
}
