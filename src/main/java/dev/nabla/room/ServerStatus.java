package dev.nabla.room;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a server of a class is, as it writes it into {@link #FILE} in the class's folder every {@link #EVERY}.
 *
 * @param at when this was so
 * @param since when it was started
 * @param pid of its process
 * @param port where it listens
 * @param sessions how many are open
 * @param most how many fit in
 * @param threads of the whole process
 * @param waitedMedian milliseconds that half of the latest keys at most waited for their turn
 * @param waitedWorst milliseconds that 99 of a hundred of them at most waited
 * @param lastWrite when an answer was written last
 * @param behindSince since when answers wait for the store
 * @param heapMegabytes memory in use
 * @param heapMost how much there may be
 */
public record ServerStatus(
        Instant at,
        Instant since,
        long pid,
        int port,
        int sessions,
        int most,
        int threads,
        int waitedMedian,
        int waitedWorst,
        Optional<Instant> lastWrite,
        Optional<Instant> behindSince,
        int heapMegabytes,
        int heapMost) {
    public static final String FILE = "status.json";
    public static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration STALE = EVERY.multipliedBy(6);

    /** True if a server that wrote this then may be running: one that has not written for half a minute is not. */
    public static boolean isFresh(Instant at, Instant now) {
        return at.plus(STALE).isAfter(now);
    }

    /** The members of its JSON object, null where there is none. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at.toString());
        members.put("since", since.toString());
        members.put("pid", pid);
        members.put("port", port);
        members.put("sessions", sessions);
        members.put("max_sessions", most);
        members.put("threads", threads);
        members.put("waited_p50_ms", waitedMedian);
        members.put("waited_p99_ms", waitedWorst);
        members.put("last_write", lastWrite.map(Instant::toString).orElse(null));
        members.put("behind_since", behindSince.map(Instant::toString).orElse(null));
        members.put("heap_mb", heapMegabytes);
        members.put("max_heap_mb", heapMost);
        return members;
    }
}
