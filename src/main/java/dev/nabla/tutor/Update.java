package dev.nabla.tutor;

import dev.nabla.progress.Entry;
import java.util.List;

/**
 * What something that was done has led to.
 *
 * @param tutor from now on
 * @param events what has happened, in order; it is to be in the journal before anything of it is shown
 */
public record Update(Tutor tutor, List<Entry> events) {
    public Update {
        events = List.copyOf(events);
    }

    /** Nothing that the journal keeps. */
    static Update of(Tutor tutor) {
        return new Update(tutor, List.of());
    }
}
