package dev.nabla.tui;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a slow line from being given more than it can carry, so that no frame waits behind an older one.
 *
 * <p>A pipe or a socket between here and a serial line takes far more at once than the line does in a second. What the
 * terminal says of its speed is believed below {@link #FAST}; from there on it is what a line says that has none.
 */
final class Pace {
    private static final int FAST = 38_400;

    /** The third of the numbers of {@code stty -g} holds the speed, as on Linux; or it is spelt out, as on BSD. */
    private static final Pattern FLAGS = Pattern.compile("[0-9a-f]+:[0-9a-f]+:([0-9a-f]{1,8}):.*");

    private static final Pattern SPELT = Pattern.compile("(?:.*:)?ospeed=(\\d{1,9})(?::.*)?");
    private static final int SPEED = 0x100f;
    private static final int[] SPEEDS = {
        0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200, FAST
    };

    private int bytesPerSecond;
    private long free = System.nanoTime();

    /** Bytes a second by what {@code stty -g} says; 0 if the line is not slow. A byte is ten bits, with start and stop. */
    static int bytesPerSecond(String state) {
        Matcher flags = FLAGS.matcher(state);
        Matcher spelt = SPELT.matcher(state);
        int baud = FAST;
        if (flags.matches()) {
            int speed = (int) (Long.parseLong(flags.group(1), 16) & SPEED);
            baud = speed < SPEEDS.length ? SPEEDS[speed] : FAST;
        } else if (spelt.matches()) {
            baud = Integer.parseInt(spelt.group(1));
        }
        return baud < FAST ? baud / 10 : 0;
    }

    void set(int speed) {
        bytesPerSecond = speed;
    }

    /** So many bytes have been given to the line. */
    void wrote(int bytes) {
        if (bytesPerSecond > 0) {
            free = Math.max(free, System.nanoTime()) + bytes * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
        }
    }

    /** Nanoseconds until the line is free, 0 if it is. */
    long left() {
        return bytesPerSecond == 0 ? 0 : Math.max(0, free - System.nanoTime());
    }
}
