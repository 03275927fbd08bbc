package dev.nabla.tui;

import dev.nabla.lesson.Course;
import dev.nabla.progress.Days;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the journal says, and what it comes to today.
 *
 * @param entries in the order of writing
 * @param progress what they come to
 * @param today the day that was asked for
 */
record Past(List<Entry> entries, Progress progress, LocalDate today) {
    Past {
        entries = List.copyOf(entries);
    }

    static Past of(Course course, List<Entry> entries, Instant now, Days days) {
        return new Past(entries, Progress.of(course, entries, now, days), days.of(now));
    }

    /** The same with one more entry; where somebody stood changes nothing but where he left off. */
    Past with(Entry entry, Course course, Days days) {
        List<Entry> more = Stream.concat(entries.stream(), Stream.of(entry)).toList();
        if (!(entry instanceof Entry.Stood stood)) {
            return of(course, more, entry.at(), days);
        }
        Progress now = new Progress(
                progress.standings(),
                progress.items(),
                progress.due(),
                progress.goals(),
                Optional.of(stood),
                progress.learner());
        return new Past(more, now, today);
    }
}
