package dev.nabla.tutor;

import dev.nabla.tutor.Tutor.LearnerPosition;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the learner stands. A figure under the fingers changes many times a second, so a place is told to the journal when
 * it has rested, or is left.
 *
 * @param restMillis how long it is to rest
 * @param now the place, if it is one
 * @param since when it came to be as it is
 * @param kept the place that the journal has
 * @param glyphs what pictures are to be drawn with; empty while nothing is chosen
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

    /** The place that the journal is to have now: one that has rested. */
    Optional<LearnerPosition> rested(Instant moment) {
        boolean time = moment.isBefore(since) || !moment.isBefore(since.plusMillis(restMillis));
        return unkept().filter(place -> time);
    }

    /** The place that waits to rest. */
    Optional<LearnerPosition> unkept() {
        return now.filter(place -> !place.isRunning() && isNew(place));
    }

    boolean isNew(LearnerPosition place) {
        return kept.filter(place::is).isEmpty();
    }

    PositionTracker drawn(String other) {
        return new PositionTracker(restMillis, now, since, kept, Optional.of(other));
    }

    PositionTracker keeping(LearnerPosition place) {
        return new PositionTracker(restMillis, now, since, Optional.of(place), glyphs);
    }
}
