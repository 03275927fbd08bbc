package dev.nabla.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The times of entries, in the order of writing. What seems to be of a later day than today was made at the time of the
 * entry before it, and what seems to be of later today is made now.
 */
final class Dates {
    private final Instant now;
    private Instant last;
    private Instant first;
    private int early;

    Dates(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The time of the next entry; empty while all of them seem to be of a later day, since theirs is then {@link
     * #first}.
     */
    Optional<Instant> at(Entry entry) {
        if (entry.at().isBefore(now.plusSeconds(DayRule.A_DAY))) {
            last = entry.at().isAfter(now) ? now : entry.at();
            first = first == null ? last : first;
        }
        early += last == null ? 1 : 0;
        return Optional.ofNullable(last);
    }

    /** How many entries at the beginning have had no time. */
    int early() {
        return early;
    }

    /** The time of those: of the first entry that has one, or now. */
    Instant first() {
        return first == null ? now : first;
    }

    /** To go through the same entries once more. */
    Dates again() {
        return new Dates(now);
    }
}
