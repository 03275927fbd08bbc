package dev.nabla.serve;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.sshd.common.session.Session;

/**
 * How often somebody may try a code, a PIN or a word, and how many logins may be under way: by the address they come from, of
 * IPv6 its first 64 bits, and in all.
 */
final class Limits {
    /** So many wrong tries end a connection, whatever else it asks for between. */
    static final int TRIES_A_CONNECTION = 6;

    private static final int TRIES_AN_ADDRESS = 10;
    private static final int TRIES_IN_ALL = 60;
    private static final int LOGINS_IN_ALL = 200;
    private static final int MOST_ADDRESSES = 10_000;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final long SHORTEST_WAIT = TimeUnit.SECONDS.toNanos(15);
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(10);

    private final LongSupplier nanos;
    private final int loginsAnAddress;
    /** Those under way, in the order in which they began, and from where. */
    private final Map<Session, String> logins = new LinkedHashMap<>();

    private final Map<String, Tries> tries = new HashMap<>();
    private final Tries all;

    /** The wrong tries of the last minute, and until when no other is heard. */
    private static final class Tries {
        private final int most;
        private final Deque<Long> wrong = new ArrayDeque<>();
        private long pause;
        private long until;

        Tries(int most, long now) {
            this.most = most;
            this.until = now - 2 * LONGEST_WAIT;
        }

        void add(long now) {
            while (!wrong.isEmpty() && now - wrong.peek() > MINUTE) {
                wrong.remove();
            }
            wrong.add(now);
            if (wrong.size() >= most) {
                pause = now - until > LONGEST_WAIT ? SHORTEST_WAIT : Math.min(2 * pause, LONGEST_WAIT);
                until = now + pause;
                wrong.removeLast();
            }
        }

        boolean isForgotten(long now) {
            return now - until > LONGEST_WAIT && (wrong.isEmpty() || now - wrong.peekLast() > MINUTE);
        }
    }

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    Limits(LongSupplier nanos, int loginsAnAddress) {
        this.nanos = nanos;
        this.loginsAnAddress = loginsAnAddress;
        this.all = new Tries(TRIES_IN_ALL, nanos.getAsLong());
    }

    /** What counts as one address. */
    static String address(SocketAddress remote) {
        return AuditLog.first(remote, 4, 8);
    }

    /**
     * A login begins; false if too many are under way from its address, and then it has not. If there are too many in all, the
     * oldest that has shown nothing yet makes room.
     */
    boolean begins(Session session) {
        String address = address(session.getRemoteAddress());
        Optional<Session> silent = Optional.empty();
        synchronized (this) {
            boolean full = logins.size() >= LOGINS_IN_ALL;
            if (full) {
                silent = logins.keySet().stream()
                        .filter(other -> !other.isAuthenticated())
                        .findFirst();
            }
            if (Collections.frequency(logins.values(), address) >= loginsAnAddress || full && silent.isEmpty()) {
                return false;
            }
            silent.ifPresent(logins::remove);
            logins.put(session, address);
        }
        silent.ifPresent(oldest -> oldest.close(true));
        return true;
    }

    /** A login that may have begun is over: they are in, or gone. */
    synchronized void ends(Session session) {
        logins.remove(session);
    }

    synchronized boolean isUnderWay(Session session) {
        return logins.containsKey(session);
    }

    /** Seconds until another try is heard; 0 if it is now. */
    synchronized int wait(String address) {
        long now = nanos.getAsLong();
        Tries here = tries.get(address);
        long left = Math.max(all.until - now, here == null ? 0 : here.until - now);
        return left <= 0 ? 0 : (int) TimeUnit.NANOSECONDS.toSeconds(left) + 1;
    }

    /** A try was wrong. */
    synchronized void wrong(String address) {
        long now = nanos.getAsLong();
        if (tries.size() >= MOST_ADDRESSES) {
            tries.values().removeIf(old -> old.isForgotten(now));
        }
        tries.computeIfAbsent(address, from -> new Tries(TRIES_AN_ADDRESS, now)).add(now);
        all.add(now);
    }
}
