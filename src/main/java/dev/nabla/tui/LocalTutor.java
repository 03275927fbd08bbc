package dev.nabla.tui;

import dev.nabla.frame.Size;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.FaultLog;
import dev.nabla.own.ModelShelf;
import dev.nabla.progress.Asides;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.Device;
import dev.nabla.tui.term.Local;
import dev.nabla.tui.term.Program;
import dev.nabla.tui.term.Tty;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

/**
 * The tutor on the terminal that this process was started from; the entry point of this package for the command line.
 *
 * @param journal the file of the learner's progress
 * @param models where models of the learner's own names are kept
 * @param faults where internal errors are recorded
 */
public record LocalTutor(Path journal, ModelShelf models, FaultLog faults) {
    /**
     * Runs until the learner leaves.
     *
     * @param section id of the section to begin with; empty for home
     * @param watch reports lessons saved meanwhile; without it no timer runs while nothing moves
     * @return the exit code: 0, or 128 + n after signal n
     * @throws IOException with the reason, if there is no terminal to draw on
     */
    public int learn(Course course, Optional<String> section, DisplayProfile look, Optional<CourseWatcher> watch)
            throws IOException {
        Journal kept = Journal.of(journal, course);
        ScreenState home = home(read(kept, course), look);
        ScreenState opened = section.map(course::section).map(home::open).orElse(home);
        return Local.run(program(opened, kept, look, watch), faults);
    }

    /**
     * Asks the questions that are due, then shows home.
     *
     * @return the exit code, as {@link #learn} returns it; empty if nothing is due
     * @throws IOException with the reason, if there is no terminal to draw on
     */
    public Optional<Integer> review(Course course, DisplayProfile look) throws IOException {
        Journal kept = Journal.of(journal, course);
        ScreenState asking = home(read(kept, course), look).apply(Navigation.REVIEW);
        return asking.view().isHome(asking)
                ? Optional.empty()
                : Optional.of(Local.run(program(asking, kept, look, Optional.empty()), faults));
    }

    private Program program(ScreenState opened, Journal kept, DisplayProfile look, Optional<CourseWatcher> watch) {
        return new TutorProgram(opened, new ProgressRecorder(kept::append), InstantSource.system(), look, watch)
                .keepingModels(models)
                .reading(LessonReading.inThreads())
                .preparing(ScreenWork.threads());
    }

    /** Returns the terminal's size; empty if there is no terminal. */
    public static Optional<Size> size() {
        return Tty.ask();
    }

    /** Reads the journal. An unreadable journal counts as empty; the first write to it reports the problem. */
    static Journal.Outcome read(Journal kept, Course course) {
        DayRule days = DayRule.inZone(TimeZone.getDefault());
        try {
            return kept.outcome(course, Instant.now(), days);
        } catch (IOException unreadable) {
            return new Journal.Outcome(Progress.of(course, List.of(), Instant.now(), days), new Asides());
        }
    }

    /** Returns the home screen for a journal. Its notice gives the number of lines that could not be read. */
    static ScreenState home(Journal.Outcome kept, DisplayProfile look) {
        Tutor tutor = Tutor.of(kept.progress(), Instant.now());
        ScreenState home = ScreenState.start(tutor, look.font(), Device.VT100);
        long aside = kept.aside().count();
        return aside == 0
                ? home
                : home.withNotice(aside + (aside == 1 ? " line" : " lines") + " of the journal could not be read; "
                        + "nabla progress says which");
    }
}
