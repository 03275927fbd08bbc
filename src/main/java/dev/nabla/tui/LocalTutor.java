package dev.nabla.tui;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Entry;
import dev.nabla.lesson.Journal;
import dev.nabla.lesson.Watch;
import dev.nabla.view.FaultLog;
import dev.nabla.view.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The tutor on the terminal this process was started from: what the rest of the program sees of this package. */
public final class LocalTutor {
    private final Path journal;
    private final FaultLog faults;
    private final Thread warming = new Thread(Rehearsal::ofPicture, "nabla-warming");

    /**
     * @param journal the file of what has been read
     * @param faults where faults are written down
     */
    public LocalTutor(Path journal, FaultLog faults) {
        this.journal = journal;
        this.faults = faults;
        warming.setDaemon(true);
    }

    /** Begins in the background with what the first picture needs whatever it shows; {@link #learn} waits for it. */
    public void prepare() {
        warming.start();
    }

    /**
     * Runs until the learner leaves.
     *
     * @param section where to begin; at home if empty
     * @param watch tells of lessons that are saved meanwhile; without it no timer runs while nothing moves
     * @return the exit code: 0, or 128 + n after signal n
     * @throws IOException with the reason, if there is no terminal to draw on
     */
    public int learn(Course course, Optional<String> section, Look look, Optional<Watch> watch) throws IOException {
        Journal kept = Journal.of(journal, course);
        TutorState home = TutorState.start(course, Learner.of(past(kept, course)), look.font(), new Size(80, 24));
        TutorState opened = section.map(course::section)
                .map(course.sections()::indexOf)
                .map(home::open)
                .orElse(home);
        await();
        return Local.run(
                new Tutor(
                        opened,
                        new Scribe(kept, InstantSource.system(), ZoneId.systemDefault()),
                        look.palette(),
                        look.mouse().value(),
                        watch),
                faults);
    }

    private void await() {
        try {
            warming.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The terminal's size, if there is a terminal. */
    public static Optional<Size> size() {
        return Tty.ask();
    }

    /** A journal that cannot be read is an empty one; writing to it will say so. */
    private static Past past(Journal journal, Course course) {
        List<Entry> entries;
        try {
            entries = journal.read().entries();
        } catch (IOException unreadable) {
            entries = List.of();
        }
        return Past.of(course, entries, Instant.now(), ZoneId.systemDefault());
    }
}
