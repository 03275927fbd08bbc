package dev.nabla.room.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wrong PINs that were typed for an account.
 *
 * @param inARow number of wrong PINs since the last right one
 * @param untold number of wrong PINs about which the owner has not been informed yet
 * @param since time of the first of those
 * @param last time of the last wrong PIN
 * @param exemption the login that a teacher has exempted from the pause; empty if none
 */
public record WrongPins(int inARow, int untold, Instant since, Instant last, Optional<Exemption> exemption) {
    public static final WrongPins NONE = new WrongPins(0, 0, Instant.EPOCH, Instant.EPOCH);

    /** Number of wrong PINs in a row from which on no PIN is accepted for a while. */
    public static final int PAUSE_AFTER = 5;

    /** Number of wrong PINs in a row from which on no PIN is accepted until the account is reset. */
    public static final int SLEEP_AFTER = 100;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Number of doublings that lead from the shortest pause beyond the longest: 64 min > 1 h. */
    private static final int DOUBLINGS = 6;

    /** Creates the wrong PINs of an account without an exempted login. */
    public WrongPins(int inARow, int untold, Instant since, Instant last) {
        this(inARow, untold, since, last, Optional.empty());
    }

    /**
     * A login that may try PINs during a pause. Its client shows a word, by which the teacher recognizes it.
     *
     * @param word the word that the client shows
     * @param checks number of PINs that may still be checked
     * @param until time from which on none is checked
     */
    public record Exemption(String word, int checks, Instant until) {
        private static final int MOST_CHECKS = 10;
        public static final Duration GOOD_FOR = Duration.ofMinutes(2);

        boolean exempts(String shown, Instant now) {
            return checks > 0 && now.isBefore(until) && word.equals(shown);
        }

        private Exemption afterCheck() {
            return new Exemption(word, checks - 1, until);
        }
    }

    /** Returns a copy after another wrong PIN. */
    public WrongPins another(Instant now) {
        return new WrongPins(
                inARow + 1, untold + 1, untold == 0 ? now : since, now, exemption.map(Exemption::afterCheck));
    }

    /** Returns a copy after a right PIN. The owner still has to be informed about the wrong ones before it. */
    public WrongPins right() {
        return new WrongPins(0, untold, since, last);
    }

    /** Returns a copy after the owner has been informed. */
    public WrongPins withOwnerInformed() {
        return inARow == 0 ? NONE : new WrongPins(inARow, 0, since, last, exemption);
    }

    /** Returns a copy that exempts the login whose client shows a word: for two minutes and ten PINs. */
    public WrongPins lettingIn(String word, Instant now) {
        return new WrongPins(
                inARow,
                untold,
                since,
                last,
                Optional.of(new Exemption(word, Exemption.MOST_CHECKS, now.plus(Exemption.GOOD_FOR))));
    }

    /** Returns a time to wait in words, rounded up to seconds, or to minutes beyond one. */
    public static String inWords(Duration pause) {
        long seconds = pause.plusMillis(999).toSeconds();
        return seconds <= 60 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    public boolean isBlocked() {
        return inARow >= SLEEP_AFTER;
    }

    /** Returns whether PINs are checked only after a pause, or not at all. */
    public boolean isPaused() {
        return inARow >= PAUSE_AFTER;
    }

    /** Returns whether a teacher has let in the login whose client shows this word. */
    public boolean exempts(String shown, Instant now) {
        return exemption.filter(one -> one.exempts(shown, now)).isPresent();
    }

    /**
     * Returns the time until a PIN is accepted again; zero if it is accepted now.
     *
     * @param ownPlace whether the owner has logged in from the same place before; then the pause is at most a minute
     */
    public Duration pause(boolean ownPlace, Instant now) {
        if (!isPaused()) {
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
