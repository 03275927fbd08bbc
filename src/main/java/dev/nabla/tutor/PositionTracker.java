package dev.nabla.tutor;

import dev.nabla.tutor.Tutor.LearnerPosition;
import java.time.Instant;
import java.util.Optional;

/**
 * Tracks the learner's position and the one last journaled. A position is journaled after it has been unchanged for a
 * while, because a moved figure changes many times per second.
 *
 * @param restMillis how long a position must be unchanged before it is journaled, in ms
 * @param now the current position; empty outside a section
 * @param since when the current position was reached
 * @param kept the position last journaled
 * @param glyphs the chosen glyph level; empty while none was chosen
 */
record PositionTracker(
        int restMillis,
        Optional<LearnerPosition> now,
        Instant since,
        Optional<LearnerPosition> kept,
        Optional<String> glyphs) {
    static PositionTracker nowhere(int restMillis) {
        return new PositionTracker(restMillis, Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty());
    }

    PositionTracker at(Optional<LearnerPosition> place, Instant moment) {
        boolean same = place.isPresent() && now.filter(place.get()::is).isPresent();
        return new PositionTracker(restMillis, place, same ? since : moment, kept, glyphs);
    }

    /**
     * Returns the position to journal now: unsaved, and unchanged for long enough. A clock set back also counts as
     * enough.
     */
    Optional<LearnerPosition> rested(Instant moment) {
        boolean time = moment.isBefore(since) || !moment.isBefore(since.plusMillis(restMillis));
        return unsaved().filter(place -> time);
    }

    /** Returns the current position if it is not journaled yet; empty while its figure runs. */
    Optional<LearnerPosition> unsaved() {
        return now.filter(place -> !place.isRunning() && isNew(place));
    }

    boolean isNew(LearnerPosition place) {
        return kept.filter(place::is).isEmpty();
    }

    PositionTracker drawn(String other) {
        return new PositionTracker(restMillis, now, since, kept, Optional.of(other));
    }

    PositionTracker saved(LearnerPosition place) {
        return new PositionTracker(restMillis, now, since, Optional.of(place), glyphs);
    }
}
