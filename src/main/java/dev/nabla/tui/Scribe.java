package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Days;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what has been done, at once, and where the learner stands, when nothing has moved there for a moment or he
 * goes; a journal that cannot be written is said, of places only once, and not insisted on.
 */
final class Scribe {
    /** A figure under the fingers changes many times a second; where it stands is written when it has rested so long. */
    static final int REST_MILLIS = 2000;

    /** How often it is looked whether it rests. */
    static final int PAUSE_MILLIS = 1000;

    private final Pages journal;
    private final InstantSource clock;
    private final Days days;
    private Optional<Spot> written = Optional.empty();
    private Optional<Spot> seen = Optional.empty();
    private Instant since = Instant.EPOCH;
    private boolean complained;

    /** Where entries go, like {@link Journal#append}. */
    interface Pages {
        void append(Entry entry) throws IOException;
    }

    /** A section and the figure that stood there, to be compared by identity: the same one has not been touched. */
    private record Spot(Section section, Optional<Live<?>> live) {
        boolean is(Spot other) {
            return section == other.section && live.orElse(null) == other.live.orElse(null);
        }

        boolean isRunning() {
            return live.filter(figure -> figure.cursor().running()).isPresent();
        }

        Entry.Stood at(Instant moment) {
            return live.map(figure -> Entry.Stood.of(moment, section.id(), figure))
                    .orElseGet(() -> new Entry.Stood(moment, section.id(), "", Map.of()));
        }
    }

    Scribe(Journal journal, InstantSource clock, Days days) {
        this(journal::append, clock, days);
    }

    Scribe(Pages journal, InstantSource clock, Days days) {
        this.journal = journal;
        this.clock = clock;
        this.days = days;
    }

    /** The state with everything noted in its past, or with the reason why it is not in the journal. */
    TutorState keep(TutorState state) {
        TutorState kept = state;
        for (Note note : state.learner().notes()) {
            kept = write(note.at(clock.instant()), kept);
        }
        Optional<Spot> before = seen;
        seen = spot(state);
        if (seen.isEmpty()) {
            return before.isPresent() ? stand(before.get(), kept) : kept;
        }
        if (before.filter(seen.get()::is).isEmpty()) {
            since = clock.instant();
        }
        return !seen.get().isRunning() && isTime() ? stand(seen.get(), kept) : kept;
    }

    /** The state with its place written down, however short a time it is. */
    TutorState leave(TutorState state) {
        return spot(state).map(now -> stand(now, state)).orElse(state);
    }

    /** Whether a place waits to be written. */
    boolean isWaiting(TutorState state) {
        return spot(state).filter(now -> !now.isRunning() && !isWritten(now)).isPresent();
    }

    private boolean isWritten(Spot spot) {
        return written.filter(spot::is).isPresent();
    }

    private boolean isTime() {
        Instant now = clock.instant();
        return now.isBefore(since) || !now.isBefore(since.plusMillis(REST_MILLIS));
    }

    private TutorState stand(Spot spot, TutorState state) {
        if (isWritten(spot)) {
            return state;
        }
        written = Optional.of(spot);
        return write(spot.at(clock.instant()), state);
    }

    private TutorState write(Entry entry, TutorState state) {
        TutorState kept = state.with(state.learner().with(state.learner().past().with(entry, state.course(), days)));
        try {
            journal.append(entry);
            complained = false;
            return kept;
        } catch (IOException unwritable) {
            boolean again = complained && entry instanceof Entry.Stood;
            complained = true;
            return again ? kept : kept.saying("Progress is not kept: " + unwritable.getMessage());
        }
    }

    /** The section on the screen with its own figure, not one lent for a goal. */
    private static Optional<Spot> spot(TutorState state) {
        return state.view()
                .reading()
                .map(reading -> new Spot(
                        reading.here(state), Optional.ofNullable(state.lives().get(reading.slot(state)))));
    }
}
