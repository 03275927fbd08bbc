package dev.nabla.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How often something happened in the last minute; times are those of {@link System#nanoTime}. */
final class LastMinute {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final Deque<Long> times = new ArrayDeque<>();

    /** @param most no more than this is counted */
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
