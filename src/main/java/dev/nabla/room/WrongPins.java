package dev.nabla.room;

import java.time.Duration;
import java.time.Instant;

/**
 * The wrong PINs that were typed for an account.
 *
 * @param inARow number of wrong PINs since the last right one
 * @param untold number of wrong PINs about which the owner has not been informed yet
 * @param since time of the first of those
 * @param last time of the last wrong PIN
 */
public record WrongPins(int inARow, int untold, Instant since, Instant last) {
    public static final WrongPins NONE = new WrongPins(0, 0, Instant.EPOCH, Instant.EPOCH);

    /** Number of wrong PINs in a row from which on no PIN is accepted for a while. */
    public static final int PAUSE_AFTER = 5;

    /** Number of wrong PINs in a row from which on no PIN is accepted until the account is reset. */
    public static final int SLEEP_AFTER = 100;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Number of doublings that lead from the shortest pause beyond the longest: 64 min > 1 h. */
    private static final int DOUBLINGS = 6;

    public WrongPins another(Instant now) {
        return new WrongPins(inARow + 1, untold + 1, untold == 0 ? now : since, now);
    }

    /** Returns a copy after a right PIN. The owner still has to be informed about the wrong ones before it. */
    public WrongPins right() {
        return new WrongPins(0, untold, since, last);
    }

    /** Returns a copy after the owner has been informed. */
    public WrongPins withOwnerInformed() {
        return inARow == 0 ? NONE : new WrongPins(inARow, 0, since, last);
    }

    public boolean isBlocked() {
        return inARow >= SLEEP_AFTER;
    }

    /**
     * Returns the time until a PIN is accepted again; zero if it is accepted now.
     *
     * @param ownPlace whether the owner has logged in from the same place before; then the pause is at most a minute
     */
    public Duration pause(boolean ownPlace, Instant now) {
        if (inARow < PAUSE_AFTER) {
            return Duration.ZERO;
        }
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(DOUBLINGS, inARow - PAUSE_AFTER));
        Duration most = ownPlace ? SHORTEST : LONGEST;
        Duration pause = doubled.compareTo(most) < 0 ? doubled : most;
        Duration left = Duration.between(now, last.plus(pause));
        // The last time may lie in the future: another host set it, or the clock has been set back since.
        Duration bounded = left.compareTo(pause) < 0 ? left : pause;
        return bounded.isNegative() ? Duration.ZERO : bounded;
    }
}
