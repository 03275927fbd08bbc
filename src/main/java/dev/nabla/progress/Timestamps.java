package dev.nabla.progress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Times as they are written down: {@code 2026-03-02T17:04:05.678Z}. */
final class Timestamps {
    private static final String WRITTEN = "0000-00-00T00:00:00.000Z";
    private static final String WITHOUT_MILLIS = "0000-00-00T00:00:00Z";
    private static final int NANOS = 1_000_000;

    private Timestamps() {}

    /** Without what is smaller than a millisecond, which the journal does not keep. */
    static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Reads a time. A journal has thousands, all of one form, and java's own reader for all forms takes its time.
     *
     * @throws DateTimeException if it is none
     */
    static Instant read(String text) {
        boolean millis = hasForm(text, WRITTEN);
        if (!millis && !hasForm(text, WITHOUT_MILLIS)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return Instant.ofEpochSecond(
                ((day * 24 + hour) * 60 + minute) * 60 + second, millis ? number(text, 20, 23) * NANOS : 0);
    }

    private static boolean hasForm(String text, String form) {
        boolean same = text.length() == form.length();
        for (int i = 0; same && i < form.length(); i++) {
            char c = text.charAt(i);
            same = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
        }
        return same;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
