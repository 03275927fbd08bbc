package dev.nabla.tui;

import com.googlecode.lanterna.TextCharacter;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.FaultLog;
import dev.nabla.progress.Asides;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tui.screen.ReviewView;
import dev.nabla.tui.screen.ScreenState;
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
 * The tutor on the terminal this process was started from: what the rest of the program sees of this package.
 *
 * @param journal the file of what has been read
 * @param faults where faults are written down
 */
public record LocalTutor(Path journal, FaultLog faults) {
    /** Begins in the background with the rules of a language that Lanterna loads for its first character: half a bare JVM's start. */
    public static void prepare() {
        Thread preparing = new Thread(() -> TextCharacter.fromCharacter(' '), "nabla-lanterna");
        preparing.setDaemon(true);
        preparing.start();
    }

    /**
     * Runs until the learner leaves.
     *
     * @param section where to begin; at home if empty
     * @param watch tells of lessons that are saved meanwhile; without it no timer runs while nothing moves
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
     * Asks what is due, and then is at home.
     *
     * @return the exit code as {@link #learn} gives it; empty if nothing is due
     * @throws IOException with the reason, if there is no terminal to draw on
     */
    public Optional<Integer> review(Course course, DisplayProfile look) throws IOException {
        Journal kept = Journal.of(journal, course);
        ScreenState asking = home(read(kept, course), look).apply(Navigation.REVIEW);
        return asking.view() instanceof ReviewView
                ? Optional.of(Local.run(program(asking, kept, look, Optional.empty()), faults))
                : Optional.empty();
    }

    private static Program program(
            ScreenState opened, Journal kept, DisplayProfile look, Optional<CourseWatcher> watch) {
        return new TutorProgram(opened, new ProgressRecorder(kept::append), InstantSource.system(), look, watch);
    }

    /** The terminal's size, if there is a terminal. */
    public static Optional<Size> size() {
        return Tty.ask();
    }

    /** A journal that cannot be read is an empty one, and writing to it will say so. */
    static Journal.Outcome read(Journal kept, Course course) {
        DayRule days = DayRule.inZone(TimeZone.getDefault());
        try {
            return kept.outcome(course, Instant.now(), days);
        } catch (IOException unreadable) {
            return new Journal.Outcome(Progress.of(course, List.of(), Instant.now(), days), new Asides());
        }
    }

    /** Home with this journal; lines of it that cannot be read are told of. */
    static ScreenState home(Journal.Outcome kept, DisplayProfile look) {
        Tutor tutor = Tutor.of(kept.progress(), Instant.now());
        ScreenState home = ScreenState.start(tutor, look.font(), Device.VT100);
        long aside = kept.aside().count();
        return aside == 0
                ? home
                : home.saying(aside + (aside == 1 ? " line" : " lines") + " of the journal could not be read; "
                        + "nabla progress says which");
    }
}
