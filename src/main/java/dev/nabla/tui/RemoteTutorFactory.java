package dev.nabla.tui;

import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.output.DisplayProfile;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.EntrySource;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.progress.RemoteJournal;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.tui.screen.ClassState.Member;
import dev.nabla.tui.screen.ScreenState;
import dev.nabla.tui.term.Device;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tutor of many, each at the end of a {@link dev.nabla.tui.term.RemoteSession}: nothing of it is this process's
 * own.
 *
 * @param days when a day ends where they learn
 * @param ticks what all seats share
 */
public record RemoteTutorFactory(Course course, InstantSource clock, DayRule days, TickLimiter ticks) {
    /** A thousand learners would write down a thousand places in the two seconds that one is let rest. */
    private static final int REST_MILLIS = 60_000;

    public RemoteTutorFactory(Course course, InstantSource clock, DayRule days) {
        this(course, clock, days, new TickLimiter(clock));
    }

    /**
     * A seat of a class.
     *
     * @param self who sits there
     * @param deeds carries out what is done there; false for a vote that is not taken
     * @param wheres where the person is, after each input
     */
    public record ClassLink(Member self, Predicate<ClassRequest> deeds, Consumer<LearnerLocation> wheres) {
        /** Tells the class what was done at this seat, and the seat which votes were taken. */
        ScreenState carriedOut(ScreenState done) {
            wheres.accept(done.where());
            ScreenState next = done;
            for (ClassRequest deed : done.deeds()) {
                next = next.carriedOut(deed, deeds.test(deed));
            }
            return next;
        }
    }

    /** News of the class for the program at a seat. */
    public record Told(ClassEvent news) implements Input.ExternalInput {
        @Override
        public Object kind() {
            return news.getClass();
        }
    }

    /** As it was chosen, where the terminal shows more than ASCII. */
    private static Font font(Font detected, Optional<String> chosen) {
        return Stream.of(Glyphs.values())
                .filter(glyphs -> chosen.filter(glyphs.name()::equalsIgnoreCase).isPresent())
                .filter(glyphs -> detected.glyphs() != Glyphs.ASCII)
                .findFirst()
                .map(detected::with)
                .orElse(detected);
    }

    /**
     * Computes the progress of a learner. The journal may be gone through several times, and is not kept.
     *
     * @throws IOException if the journal cannot be read
     */
    public Progress progress(EntrySource journal) throws IOException {
        return Progress.of(course, journal, clock.instant(), days);
    }

    /**
     * At home with a learner of this progress, or at a seat of a class, where a teacher begins with the class.
     *
     * @param journal writes entries down, as {@link RemoteJournal} asks it to
     */
    public Program program(
            Progress progress,
            Function<List<Entry>, CompletionStage<Void>> journal,
            DisplayProfile look,
            Optional<ClassLink> place) {
        Tutor learner = Tutor.of(progress, clock.instant()).withSaveDelay(REST_MILLIS);
        TutorProgram tutor = new TutorProgram(
                        ScreenState.start(learner, font(look.font(), learner.glyphs()), Device.VT100),
                        new ProgressRecorder(new RemoteJournal(journal)),
                        clock,
                        look,
                        Optional.empty())
                .sharing(ticks);
        place.ifPresent(tutor::withClass);
        return tutor;
    }
}
