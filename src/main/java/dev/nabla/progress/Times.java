package dev.nabla.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A list of times, to the ms. Each takes 8 to 16 bytes. */
final class Times {
    private long[] millis = new long[64];
    private int size;

    /** A span of time, in ms since the epoch, including both ends. */
    record TimeSpan(long from, long to) {
        boolean contains(Instant at) {
            return from <= at.toEpochMilli() && at.toEpochMilli() <= to;
        }

        boolean isOneMoment() {
            return from == to;
        }
    }

    void add(Instant at) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
        }
        millis[size++] = at.toEpochMilli();
    }

    void add(Instant at, int times) {
        for (int i = 0; i < times; i++) {
            add(at);
        }
    }

    /**
     * Divides all times into spans, the earliest first.
     *
     * @param most number of times in a span, exceeded only by a span that is a single moment
     */
    List<TimeSpan> spans(int most) {
        long[] sorted = Arrays.copyOf(millis, size);
        Arrays.sort(sorted);
        List<TimeSpan> spans = new ArrayList<>();
        for (int from = 0; from < size; ) {
            int to = Math.min(from + most, size);
            if (to < size && sorted[to - 1] == sorted[to]) {
                long cut = sorted[to];
                to = bound(sorted, cut);
                to = to == from ? bound(sorted, cut + 1) : to;
            }
            spans.add(new TimeSpan(sorted[from], sorted[to - 1]));
            from = to;
        }
        return spans;
    }

    /** Returns the first position, from 0, whose time is at or after this one. */
    private static int bound(long[] sorted, long time) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
