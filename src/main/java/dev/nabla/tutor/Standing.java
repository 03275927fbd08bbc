package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Section;
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
record Standing(int restMillis, Optional<Spot> now, Instant since, Optional<Spot> kept, Optional<String> glyphs) {
    static Standing nowhere(int restMillis) {
        return new Standing(restMillis, Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty());
    }

    /** A section, how many stations of its road are behind, and its figure as it stood, to be compared by identity: the same one has not been touched. */
    record Spot(Section section, int beat, Optional<FigureState<?>> live) {
        private boolean is(Spot other) {
            return section == other.section && beat == other.beat && live.orElse(null) == other.live.orElse(null);
        }

        private boolean isRunning() {
            return live.filter(figure -> figure.cursor().running()).isPresent();
        }
    }

    Standing at(Optional<Spot> spot, Instant moment) {
        boolean same = spot.isPresent() && now.filter(spot.get()::is).isPresent();
        return new Standing(restMillis, spot, same ? since : moment, kept, glyphs);
    }

    /** The place that the journal is to have now: one that has rested. */
    Optional<Spot> rested(Instant moment) {
        boolean time = moment.isBefore(since) || !moment.isBefore(since.plusMillis(restMillis));
        return unkept().filter(spot -> time);
    }

    /** The place that waits to rest. */
    Optional<Spot> unkept() {
        return now.filter(spot -> !spot.isRunning() && isNew(spot));
    }

    boolean isNew(Spot spot) {
        return kept.filter(spot::is).isEmpty();
    }

    Standing drawn(String other) {
        return new Standing(restMillis, now, since, kept, Optional.of(other));
    }

    Standing keeping(Spot spot) {
        return new Standing(restMillis, now, since, Optional.of(spot), glyphs);
    }
}
