package dev.nabla.tui;

import java.util.concurrent.TimeUnit;

/**
 * Keeps a slow line from being given more than it can carry, so that no frame waits behind an older one.
 *
 * <p>A pipe or a socket between here and a serial line takes far more at once than the line does in a second. What the
 * terminal says of its speed is believed below {@link #FAST}; from there on it is what a line says that has none.
 */
final class Pace {
    private static final int FAST = 38_400;

    private static final String SPELT = "ospeed=";
    private static final int SPEED = 0x100f;
    private static final int[] SPEEDS = {
        0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200, FAST
    };

    private int bytesPerSecond;
    private long free = System.nanoTime();

    /** Bytes a second by what {@code stty -g} says; 0 if the line is not slow. A byte is ten bits, with start and stop. */
    static int bytesPerSecond(String state) {
        int baud = baud(state.split(":"));
        return baud < FAST ? baud / 10 : 0;
    }

    /** The third of the numbers of {@code stty -g} holds the speed, as on Linux; or it is spelt out, as on BSD. */
    private static int baud(String[] state) {
        if (state.length > 3 && Digits.are(state[0] + state[1], 16, 99) && Digits.are(state[2], 16, 8)) {
            int speed = (int) (Long.parseLong(state[2], 16) & SPEED);
            return speed < SPEEDS.length ? SPEEDS[speed] : FAST;
        }
        for (String field : state) {
            String speed = field.startsWith(SPELT) ? field.substring(SPELT.length()) : "";
            if (Digits.are(speed, 10, 9)) {
                return Integer.parseInt(speed);
            }
        }
        return FAST;
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
