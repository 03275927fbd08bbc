package dev.nabla.room;

import java.time.Duration;
import java.time.Instant;

/**
 * The wrong PINs that were typed for an account.
 *
 * @param inARow how many since the last right one
 * @param untold how many its owner has not been told of yet
 * @param since when the first of the untold was typed
 * @param last when the last was typed
 */
public record WrongPins(int inARow, int untold, Instant since, Instant last) {
    public static final WrongPins NONE = new WrongPins(0, 0, Instant.EPOCH, Instant.EPOCH);

    /** From this many in a row on no PIN is heard for a while. */
    public static final int PAUSE_AFTER = 5;

    /** After this many in a row no PIN is heard until the account is reset. */
    public static final int SLEEP_AFTER = 100;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** As many doublings as lead from the shortest pause beyond the longest. */
    private static final int DOUBLINGS = 6;

    public WrongPins another(Instant now) {
        return new WrongPins(inARow + 1, untold + 1, untold == 0 ? now : since, now);
    }

    /** After a right PIN; those before it remain to be told. */
    public WrongPins right() {
        return new WrongPins(0, untold, since, last);
    }

    /** Once the owner has been told. */
    public WrongPins withOwnerInformed() {
        return inARow == 0 ? NONE : new WrongPins(inARow, 0, since, last);
    }

    public boolean isAsleep() {
        return inARow >= SLEEP_AFTER;
    }

    /** How long it is until a PIN is heard again; at a place from which the owner came before, a minute at most. */
    public Duration pause(boolean ownPlace, Instant now) {
        if (inARow < PAUSE_AFTER) {
            return Duration.ZERO;
        }
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(DOUBLINGS, inARow - PAUSE_AFTER));
        Duration most = ownPlace ? SHORTEST : LONGEST;
        Duration pause = doubled.compareTo(most) < 0 ? doubled : most;
        Duration left = Duration.between(now, last.plus(pause));
        // The clock of another host, or of yesterday, may be ahead of ours.
        Duration bounded = left.compareTo(pause) < 0 ? left : pause;
        return bounded.isNegative() ? Duration.ZERO : bounded;
    }
}
