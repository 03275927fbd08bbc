package dev.nabla.tui;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Days;
import dev.nabla.lesson.Journal;
import dev.nabla.lesson.Watch;
import dev.nabla.view.FaultLog;
import dev.nabla.view.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TimeZone;

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
        TutorState home = home(kept, course, look);
        TutorState opened = section.map(course::section)
                .map(course.sections()::indexOf)
                .map(home::open)
                .orElse(home);
        return run(opened, kept, look, watch);
    }

    /**
     * Asks what is due, and then is at home.
     *
     * @return the exit code as {@link #learn} gives it; empty if nothing is due
     * @throws IOException with the reason, if there is no terminal to draw on
     */
    public Optional<Integer> review(Course course, Look look) throws IOException {
        Journal kept = Journal.of(journal, course);
        TutorState asking = home(kept, course, look).go(Go.REVIEW);
        return asking.view() instanceof ReviewView
                ? Optional.of(run(asking, kept, look, Optional.empty()))
                : Optional.empty();
    }

    private int run(TutorState opened, Journal kept, Look look, Optional<Watch> watch) throws IOException {
        await();
        Scribe scribe = new Scribe(kept, InstantSource.system(), days());
        Tutor tutor = new Tutor(opened, scribe, look.palette(), look.mouse().value(), watch);
        return Local.run(tutor, faults);
    }

    private void await() {
        try {
            warming.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Days days() {
        return Days.in(TimeZone.getDefault());
    }

    /** The terminal's size, if there is a terminal. */
    public static Optional<Size> size() {
        return Tty.ask();
    }

    /** A journal that cannot be read is an empty one, and writing to it will say so; lines that cannot be are told of. */
    private static TutorState home(Journal journal, Course course, Look look) {
        Journal.Contents contents;
        try {
            contents = journal.read();
        } catch (IOException unreadable) {
            contents = Journal.Contents.NONE;
        }
        Past past = Past.of(course, contents.entries(), Instant.now(), days());
        TutorState home = TutorState.start(course, Learner.of(past), look.font(), new Size(80, 24));
        int aside = contents.aside().size();
        return aside == 0
                ? home
                : home.saying(aside + (aside == 1 ? " line" : " lines") + " of the journal could not be read; "
                        + "nabla progress says which");
    }
}
