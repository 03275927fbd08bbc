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
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.Device;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Creates a tutor program for each {@link dev.nabla.tui.term.RemoteSession}. It uses no terminal, file or environment
 * of this process.
 *
 * @param days when a day ends, in the class's time zone
 * @param ticks limits the figure ticks of all sessions together
 * @param screens computes the screens that keys lead to, for all sessions
 */
public record RemoteTutorFactory(
        Course course, InstantSource clock, DayRule days, TickLimiter ticks, Executor screens) {
    /**
     * The time a position must be unchanged before it is journaled, in ms. Longer than locally (2,000), to limit writes
     * with 1,000 sessions.
     */
    private static final int REST_MILLIS = 60_000;

    /** Creates programs that compute every screen at once, in the thread that handles the key. */
    public RemoteTutorFactory(Course course, InstantSource clock, DayRule days) {
        this(course, clock, days, new TickLimiter(clock), Runnable::run);
    }

    /** Returns a factory of programs that compute screens in other threads, and announce those that take long. */
    public RemoteTutorFactory inThreads() {
        return new RemoteTutorFactory(course, clock, days, ticks, ScreenWork.threads());
    }

    /**
     * Connects a program to its class.
     *
     * @param self the participant at this session
     * @param send sends a request; false for a vote that came too late
     * @param locations receives the learner's location after each input
     */
    public record ClassLink(Participant self, Predicate<ClassRequest> send, Consumer<LearnerLocation> locations) {
        /** Sends the location and the pending requests to the class, and records which votes were accepted. */
        ScreenState sendRequests(ScreenState done) {
            locations.accept(done.location());
            return done.sending(send);
        }
    }

    /** An event of the class for a session's program. */
    public record ClassEventInput(ClassEvent event) implements Input.ExternalInput {
        @Override
        public Object kind() {
            return event.getClass();
        }
    }

    /**
     * Returns the font with the glyph level that the learner chose; the detected font if the terminal shows only ASCII.
     */
    private static Font font(Font detected, Optional<String> chosen) {
        return Stream.of(Glyphs.values())
                .filter(glyphs -> chosen.filter(glyphs.name()::equalsIgnoreCase).isPresent())
                .filter(glyphs -> detected.glyphs() != Glyphs.ASCII)
                .findFirst()
                .map(detected::with)
                .orElse(detected);
    }

    /**
     * Computes a learner's progress. The journal may be read several times; it is not stored.
     *
     * @throws IOException if the journal cannot be read
     */
    public Progress progress(EntrySource journal) throws IOException {
        return Progress.of(course, journal, clock.instant(), days);
    }

    /**
     * Returns a program that starts at home, or for a teacher in a class with the class.
     *
     * @param progress the learner's progress, from {@link #progress}
     * @param journal writes entries, as {@link RemoteJournal} requires
     * @param place the connection to a class; empty without one
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
                .sharing(ticks)
                .reading(LessonReading.inThreads())
                .preparing(screens);
        place.ifPresent(tutor::withClass);
        return tutor;
    }
}
