package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.RemoteSession;
import dev.nabla.tutor.Tutor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A screen that takes long to come: its work goes on until the test lets it end, in a session whose time it sets. */
class PreparationTest {
    private static final Size SIZE = new Size(80, 24);
    private static final int SENTENCE = 22;
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final long LATE_MILLIS = 200;

    /** Read anew, so that no lesson is loaded yet. */
    private final Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Entry> journal = new ArrayList<>();
    private TutorProgram program;
    private RemoteSession session;
    private long nanos;
    private Optional<Integer> code = Optional.empty();

    private void begin(ScreenState state) {
        program = new TutorProgram(state, new ProgressRecorder(journal::add), () -> MONDAY, Desk.LOOK, Optional.empty())
                .preparing(work::add);
        session = new RemoteSession(program, SIZE.width(), SIZE.height(), new Line(), fault -> {
            throw new AssertionError(fault);
        });
        session.step(nanos);
    }

    private ScreenState home(List<Entry> answers) {
        Progress progress = Progress.of(course, answers, MONDAY, DayRule.inZone(ZoneOffset.UTC));
        return ScreenState.start(Tutor.of(progress, MONDAY), Font.of(Glyphs.BRAILLE), SIZE);
    }

    /** Everything is written at once. */
    private final class Line implements RemoteSession.RemoteOutput {
        @Override
        public void write(byte[] bytes, Runnable written) {
            written.run();
        }

        @Override
        public void consumed(int bytes) {}

        @Override
        public void wake() {}

        @Override
        public void end(int last) {
            code = Optional.of(last);
        }
    }

    private void type(String keys) {
        session.typed(keys.getBytes(StandardCharsets.UTF_8), nanos);
        session.step(nanos);
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        session.step(nanos);
    }

    private void endWork() {
        work.remove().run();
        session.step(nanos);
    }

    private String row(int row) {
        return program.view(SIZE).rows().get(row).strip();
    }

    /** Types Enter, waits until that is late, and types more keys before the work ends. */
    private void enterLate(String keys) {
        type("\r");
        pass(LATE_MILLIS);
        type(keys);
    }

    @Test
    void sixEntersDuringTheWaitSkipNothing() {
        begin(home(List.of()));
        enterLate("\r\r\r\r\r\r");
        endWork();
        String opened = row(0);
        assertThat(opened).contains("page 1 of");
        assertThat(work).as("what the other keys would have led to").isEmpty();
        type("\r");
        endWork();
        assertThat(row(0)).isNotEqualTo(opened);
    }

    @Test
    void aWaitIsAnnouncedBelowTheScreenThatIsStillShown() {
        begin(home(List.of()));
        String before = row(0);
        type("\r");
        Runnable opening = work.remove();
        pass(LATE_MILLIS);
        assertThat(row(SENTENCE)).isEqualTo("preparing section 02, Dot product ...");
        opening.run();
        session.step(nanos);
        assertThat(row(0)).isNotEqualTo(before);
        assertThat(row(SENTENCE)).doesNotContain("preparing");
    }

    @Test
    void aShortWaitIsNotAnnouncedAndKeysTypedAheadAreTaken() {
        begin(home(List.of()));
        assertThat(session.step(nanos)).isEqualTo(RemoteSession.NEVER);
        type("\r\r");
        pass(LATE_MILLIS - 1);
        assertThat(session.step(nanos)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
        endWork();
        assertThat(work).as("the second key").hasSize(1);
        endWork();
        assertThat(row(0)).doesNotContain("page 1 of");
    }

    @Test
    void qLeavesWithoutTheEndOfTheWork() {
        begin(home(List.of()));
        enterLate("");
        endWork();
        assertThat(row(0)).contains("page 1 of");
        enterLate("\r\rq\r");
        assertThat(row(0)).startsWith("∇ nabla");
        endWork();
        assertThat(row(0)).as("the work that nobody awaits any more").startsWith("∇ nabla");
    }

    @Test
    void escGoesBackWithoutTheEndOfTheWork() {
        begin(home(missed("2.1", "2.3")).apply(Navigation.REVIEW));
        enterLate("\r\u001b");
        assertThat(row(0)).contains("2 to go");
        pass(LATE_MILLIS);
        assertThat(row(0)).startsWith("∇ nabla");
    }

    @Test
    void controlCQuitsWithoutTheEndOfTheWork() {
        begin(home(List.of()));
        enterLate("\r\u0003");
        assertThat(code).contains(0);
        assertThat(work).hasSize(1);
    }

    @Test
    void afterAnAbandonedWaitWhatIsAskedNextIsNotKeptWaiting() {
        begin(home(List.of()));
        enterLate("");
        endWork();
        enterLate("q");
        Runnable abandoned = work.remove();
        type("\r");
        endWork();
        String resumed = row(0);
        assertThat(resumed).doesNotContain("∇ nabla");
        abandoned.run();
        session.step(nanos);
        assertThat(row(0)).isEqualTo(resumed);
    }

    @Test
    void theNextQuestionOfAReviewIsAnnouncedAndNotSkipped() {
        begin(home(missed("2.1", "2.3")).apply(Navigation.REVIEW));
        assertThat(row(0)).contains("2 to go");
        enterLate("\r\r\r");
        assertThat(row(0)).contains("2 to go");
        assertThat(row(SENTENCE)).isEqualTo("preparing the next question ...");
        endWork();
        assertThat(row(0)).contains("1 to go");
        assertThat(journal).allMatch(Entry.Stood.class::isInstance);
    }

    @Test
    void anAnswerIsSavedOnceItsVerdictIsShown() {
        begin(home(missed("2.3")).apply(Navigation.REVIEW));
        type("1000\r");
        endWork();
        assertThat(journal).noneMatch(Entry.Answered.class::isInstance);
        enterLate("\r\r");
        assertThat(journal).noneMatch(Entry.Answered.class::isInstance);
        endWork();
        assertThat(journal).filteredOn(Entry.Answered.class::isInstance).hasSize(1);
    }

    /** Answers of another day. */
    private List<Entry> missed(String... ids) {
        List<Entry> missed = new ArrayList<>();
        for (String id : ids) {
            QuestionInstance question = course.question(id).draw(0);
            missed.add(Entry.Answered.of(
                    MONDAY.minus(Duration.ofDays(3)), "02", question, "", question.grade(""), OptionalInt.empty()));
        }
        return missed;
    }

    @Test
    void theNextSectionIsReadAhead() throws InterruptedException {
        begin(home(List.of()));
        type("\r");
        endWork();
        Instant end = Instant.now().plusSeconds(30);
        while (course.sections().get(1).known().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        assertThat(course.sections().get(1).known()).isPresent();
    }
}
