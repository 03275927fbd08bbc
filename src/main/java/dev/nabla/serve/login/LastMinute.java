package dev.nabla.serve.login;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A count of events in the last minute; times are those of {@link System#nanoTime}. */
final class LastMinute {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final Deque<Long> times = new ArrayDeque<>();

    /** @param most largest number of events that is counted; older events are dropped */
    LastMinute(int most) {
        this.most = most;
    }

    void add(long now) {
        if (times.size() == most) {
            times.remove();
        }
        times.add(now);
    }

    int count(long now) {
        while (!times.isEmpty() && now - times.peek() > MINUTE) {
            times.remove();
        }
        return times.size();
    }
}
