package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.DisplayProfile.Surroundings;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.tui.RemoteTutorFactory.ClassLink;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import dev.nabla.tui.term.RemoteSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A learner over a connection, whose journal another object writes. The test's clock stands still until it is moved.
 */
class RemoteTutorFactoryTest {
    private static final DisplayProfile LOOK =
            DisplayProfile.detect(new Surroundings(Map.of("TERM", "xterm-256color"), true, "UTF-8"), Map.of());
    private static final String ASKED = "What is a·b?";
    private static final String VERDICT = "paired crosswise";
    private static final String QUESTION = "\ra\u001b[B\u001b[B\r";
    private static final String ANSWER = "5\r";

    private final List<List<Entry>> sent = new ArrayList<>();
    private final Tube tube = new Tube(80, 24);
    private CompletableFuture<Void> safe = CompletableFuture.completedFuture(null);
    private long millis;
    private int code = -1;
    private final RemoteTutorFactory tutor =
            new RemoteTutorFactory(Desk.COURSE, () -> Instant.EPOCH.plusMillis(millis), DayRule.inZone(ZoneOffset.UTC));
    private RemoteSession seat = seat(program());

    private Progress progress(List<Entry> done) {
        return Progress.of(Desk.COURSE, done, Instant.EPOCH.plusMillis(millis), DayRule.inZone(ZoneOffset.UTC));
    }

    private Program program() {
        return program(List.of());
    }

    private Program program(List<Entry> done) {
        return tutor.program(progress(done), this::send, LOOK, Optional.empty());
    }

    private CompletableFuture<Void> send(List<Entry> entries) {
        sent.add(entries);
        return safe;
    }

    private RemoteSession seat(Program program) {
        return new RemoteSession(program, 80, 24, new Wire(), fault -> {
            throw new AssertionError(fault);
        });
    }

    @Test
    void aVerdictIsSeenWhenTheAnswerIsSafe() {
        safe = new CompletableFuture<>();
        type(QUESTION);
        assertThat(type(ANSWER)).isEqualTo(TimeUnit.SECONDS.toNanos(3));
        assertThat(sent).hasSize(1);
        type("9");
        assertThat(screen()).contains(ASKED).doesNotContain(VERDICT);
        safe.complete(null);
        seat.step(0);
        assertThat(screen()).contains(VERDICT).doesNotContain("Not kept");
    }

    @Test
    void aJournalThatDoesNotAnswerIsWaitedForThreeSecondsAndThenToldOf() {
        safe = new CompletableFuture<>();
        type(QUESTION + ANSWER);
        millis = 2999;
        type("");
        assertThat(screen()).doesNotContain(VERDICT);
        millis = 3000;
        type("");
        assertThat(screen())
                .contains(VERDICT)
                .contains("Not kept yet: the class does not answer; if the server stops now, it is lost.");
        type("\u001b[B");
        assertThat(screen()).doesNotContain("Not kept");
    }

    @Test
    void whyAnAnswerIsNotKeptIsToldAndItIsSentOnce() {
        String why = "Answers wait in memory to be written; if the server stops first, they are lost.";
        safe = CompletableFuture.failedFuture(new IOException(why));
        type(QUESTION + ANSWER);
        assertThat(screen()).contains(VERDICT).contains(why);
        safe = CompletableFuture.completedFuture(null);
        seat.leave("", 0);
        type("");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).hasSize(1).doesNotContainAnyElementsOf(sent.get(0));
    }

    @Test
    void aPlaceIsWrittenDownAfterAMinuteAndWhenItIsLeft() {
        assertThat(type("\r")).isEqualTo(TimeUnit.SECONDS.toNanos(30));
        millis = 30_000;
        type("");
        assertThat(sent).isEmpty();
        millis = 60_000;
        assertThat(type("")).isEqualTo(RemoteSession.NEVER);
        assertThat(sent).hasSize(1);
        type("v\u001b[C");
        assertThat(sent).hasSize(1);
        type("q");
        assertThat(sent).hasSize(2);
        type("q");
        assertThat(code).isZero();
        assertThat(sent).hasSize(2).allMatch(each -> each.get(0) instanceof Entry.Stood);
    }

    @Test
    void whatPicturesAreDrawnWithIsKeptForTheNextVisit() {
        ClassLink place =
                new ClassLink(new Participant(Role.STUDENT, "k3f9a", "", "", ""), request -> true, where -> {});
        seat = seat(tutor.program(progress(List.of()), this::send, LOOK, Optional.of(place)));
        type("mm");
        assertThat(sent).hasSize(2);
        seat = seat(tutor.program(progress(sent.get(1)), this::send, LOOK, Optional.of(place)));
        assertThat(screen()).contains("Enter begin").matches("\\p{ASCII}*");
        type("\rq");
        assertThat(sent).hasSize(3);
        type("m");
        millis = 1;
        type("mm");
        assertThat(sent).hasSize(6);
        List<Entry> done = sent.stream().flatMap(List::stream).toList();
        assertThat(done)
                .allMatch(Entry.Stood.class::isInstance)
                .last()
                .isEqualTo(((Entry.Stood) done.get(2)).drawn(Optional.of("ascii"), Instant.ofEpochMilli(1)));
        seat = seat(tutor.program(progress(done), this::send, LOOK, Optional.of(place)));
        type("\rv");
        assertThat(screen().chars()).allMatch(glyph -> glyph < 128);
        millis = 2;
        type("q");
        assertThat(sent.get(6)).allMatch(each -> ((Entry.Stood) each).glyphs().equals(Optional.of("ascii")));
    }

    @Test
    void thereIsNoShellToGoBackTo() {
        type("\u001a");
        assertThat(screen()).contains("Ctrl-Z does nothing here");
    }

    /** A program that is over before it is seen. */
    private record Door(Program behind) implements Program {
        @Override
        public Program now() {
            return behind;
        }

        @Override
        public Wish handle(Input input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Frame view(Size size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DisplayProfile displayProfile() {
            return LOOK;
        }

        @Override
        public int tickMillis() {
            return 0;
        }
    }

    @Test
    void behindADoorIsTheSameTutor() {
        safe = new CompletableFuture<>();
        seat = seat(new Door(program()));
        type(QUESTION);
        assertThat(type(ANSWER)).isEqualTo(TimeUnit.SECONDS.toNanos(3));
        assertThat(screen()).contains(ASKED).doesNotContain(VERDICT);
        safe.complete(null);
        type("\u001a");
        assertThat(screen()).contains(VERDICT).contains("Ctrl-Z does nothing here");
    }

    /**
     * All programs tick at the same moment. Each reading of the clock takes a millisecond: one for a tick and one for
     * its frame.
     */
    @Test
    void whoTrainsWaitsForTheOthersAndOnlyTicksTrain() {
        Course course = CourseReader.load(Path.of("src/test/resources/load-course"));
        AtomicLong clock = new AtomicLong();
        RemoteTutorFactory many = new RemoteTutorFactory(
                course, () -> Instant.EPOCH.plusMillis(clock.incrementAndGet()), DayRule.inZone(ZoneOffset.UTC));
        List<Program> programs = Stream.generate(() -> many.program(
                        Progress.of(course, List.of(), Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC)),
                        entries -> CompletableFuture.completedFuture(null),
                        LOOK,
                        Optional.empty()))
                .limit(40)
                .toList();
        for (Program program : programs) {
            Stream.of("Enter", "n", "v", "Enter").forEach(key -> program.handle(new Input.Key(KeyPress.named(key))));
            assertThat(program.tickMillis()).isEqualTo(33);
        }
        Program first = programs.get(0);
        assertThat(text(first)).contains(" 0 of 1,000");
        Stream.of("w", "w").forEach(key -> first.handle(new Input.Key(KeyPress.named(key))));
        assertThat(text(first)).contains(" 0 of 1,000");
        for (Program program : programs) {
            clock.set(100_000);
            program.handle(new Input.Tick());
            text(program);
        }
        assertThat(programs.get(3).tickMillis()).isEqualTo(33);
        assertThat(programs.get(39).tickMillis()).isBetween(40 * 4 - 10, 40 * 4);
        Stream.generate(Input.Tick::new).limit(60).forEach(first::handle);
        assertThat(text(first)).doesNotContain(" 0 of 1,000");
    }

    /** Thousands of steps with a formula as long as one can be typed are worked out anew for each picture. */
    @Test
    void whatTakesTooLongIsRefusedAndWhatStoodThereStays() {
        Course course = CourseReader.load(Path.of("src/test/resources/load-course"));
        Program program = new RemoteTutorFactory(course, () -> Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC))
                .program(
                        Progress.of(course, List.of(), Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC)),
                        this::send,
                        LOOK,
                        Optional.empty());
        Stream.of("Enter", "n", "n", "v").forEach(key -> program.handle(new Input.Key(KeyPress.named(key))));
        Stream.of("g", "g").forEach(key -> program.handle(new Input.Key(KeyPress.named(key))));
        assertThat(text(program)).contains("descent takes too many steps, too much where others wait");
        program.handle(new Input.Key(KeyPress.named("Enter")));
        assertThat(program.tickMillis()).isPositive();
        Stream.generate(Input.Tick::new).limit(20).forEach(program::handle);
        assertThat(program.tickMillis()).as("it runs no more").isGreaterThan(1000);
        assertThat(text(program)).contains("too much");
        program.handle(new Input.Key(KeyPress.named("Left")));
        assertThat(text(program)).doesNotContain("too much");
    }

    private long type(String keys) {
        long now = TimeUnit.MILLISECONDS.toNanos(millis);
        if (!keys.isEmpty()) {
            seat.typed(keys.getBytes(StandardCharsets.UTF_8), now);
        }
        return seat.step(now);
    }

    private static String text(Program program) {
        return String.join("\n", program.view(new Size(80, 24)).rows());
    }

    private String screen() {
        return String.join("\n", tube.rows());
    }

    private final class Wire implements RemoteSession.RemoteOutput {
        @Override
        public void write(byte[] bytes, Runnable written) {
            tube.write(new String(bytes, StandardCharsets.UTF_8));
            written.run();
        }

        @Override
        public void consumed(int bytes) {}

        @Override
        public void wake() {}

        @Override
        public void end(int exitCode) {
            code = exitCode;
        }
    }
}
