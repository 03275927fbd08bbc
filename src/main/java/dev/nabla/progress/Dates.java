package dev.nabla.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Corrects the times of entries, in the order of writing. An entry dated 24 hours or more ahead gets the time of the
 * last valid entry before it. An entry dated less far ahead gets the current time.
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
     * Returns the corrected time of the next entry. Empty if no valid entry has come yet; such entries take the time
     * {@link #first}.
     */
    Optional<Instant> at(Entry entry) {
        if (entry.at().isBefore(now.plusSeconds(DayRule.A_DAY))) {
            last = entry.at().isAfter(now) ? now : entry.at();
            first = first == null ? last : first;
        }
        early += last == null ? 1 : 0;
        return Optional.ofNullable(last);
    }

    /** Returns the number of entries before the first valid entry. */
    int early() {
        return early;
    }

    /** Returns the time for entries before the first valid entry: the time of that entry, or now if none is valid. */
    Instant first() {
        return first == null ? now : first;
    }

    /** Returns a fresh instance for another pass over the same entries. */
    Dates again() {
        return new Dates(now);
    }
}
