package dev.nabla.cli;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.Starter;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course without one of its questions and one of its goals, and a journal that knows both. */
class RetiredTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final String RETIRED =
            "1.9 is retired: section 01 no longer has it, and answers to it no longer count;"
                    + " nabla lesson list --questions names the questions there are";

    @TempDir
    private Path folder;

    private Path lessons;
    private Path journal;
    private List<Entry> done;

    private static Answered answered(int second, String item, boolean right) {
        return new Answered(
                MONDAY.plusSeconds(second),
                "01",
                item,
                second,
                "1",
                right,
                right ? Optional.empty() : Optional.of("no-such-thing"),
                OptionalInt.of(Answered.SURE),
                false,
                Optional.empty());
    }

    @BeforeEach
    void write() throws IOException {
        lessons = folder.resolve("course");
        Path lesson = Starter.write(lessons).get(1);
        Files.writeString(
                lesson, Files.readString(lesson).replaceFirst("minutes: 1\n", "minutes: 1\nretired: 1.9, 1.g9\n"));
        Path index = lessons.resolve("index.yaml");
        Files.writeString(index, Files.readString(index).replace("format: 1\n", "format: 1\nid: maths\n"));
        journal = folder.resolve("journals/ada.jsonl");
        done = List.of(answered(1, "1.9", false), answered(2, "1.9", true), new Reached(MONDAY, "01", "1.g9"));
        new Journal(journal).add(done);
    }

    private CommandResult run(String line, String typed) {
        return Ran.of(Consoles.learner(journal), Ran.typed(typed), (line + " --lessons " + lessons).split(" "))
                .reply();
    }

    private String told(String line, String typed) {
        return Ran.of(Consoles.learner(journal), Ran.typed(typed), (line + " --lessons " + lessons).split(" "))
                .out();
    }

    @Test
    void whatWasAnsweredCountsNoMoreAndComesBackNoMore() throws IOException {
        assertThat(run("progress --json", "").out())
                .contains("\"section\":\"01\",\"title\":\"A first section\",\"read\":false,\"mastered\":false,"
                        + "\"answers\":0,\"right\":0,\"goals\":0,\"due\":0")
                .contains("\"due\":[]");
        assertThat(run("review --plain", "").out()).startsWith("nothing to review yet");
        Path copy = folder.resolve("copy.jsonl");
        assertThat(run("progress export " + copy, "").code()).isZero();
        assertThat(new Journal(copy).read().entries()).containsExactlyInAnyOrderElementsOf(done);
        assertThat(new Journal(journal).read().entries()).containsExactlyInAnyOrderElementsOf(done);
    }

    @Test
    void itIsNoFindingInAReport() {
        for (String trust : List.of("", " --trust")) {
            CommandResult report = pipe("class report --json " + journal.getParent() + " --lessons " + lessons + trust);
            assertThat(report.code()).isZero();
            assertThat(report.out())
                    .contains("\"answers\":0,\"right\":0,\"goals\":0,\"due\":0")
                    .endsWith("\"mistakes\":[],\"findings\":[],\"left_out\":[]}\n");
            assertThat(pipe("class report " + journal.getParent() + " --lessons " + lessons + trust)
                            .out())
                    .contains("\nada          -   -   0 of 0  -\n");
        }
    }

    @Test
    void whoAsksForItIsTold() {
        assertThat(pipe("check 1.9 --answer 1 --lessons " + lessons))
                .isEqualTo(CommandResult.complaint(ExitCode.USAGE, RETIRED));
        assertThat(pipe("check 1.9 --ask --json --lessons " + lessons).out())
                .contains("\"code\":\"retired_id\",\"message\":\"" + RETIRED + "\"");
        assertThat(pipe("learn 1.9 --text --lessons " + lessons))
                .isEqualTo(CommandResult.complaint(ExitCode.USAGE, RETIRED));
        assertThat(told("learn 01 --text", "ask 1.9\n")).contains("\n> " + RETIRED.replace("; nabla", ";\nnabla"));
    }

    @Test
    void aLineOfABatchIsToldToo() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines"), "{\"item\":\"1.9\",\"answer\":\"1\"}\n");
        CommandResult reply = run("check --batch " + lines, "");
        assertThat(reply.code()).isEqualTo(ExitCode.IN_PART.code());
    }

    @Test
    void aCourseNamesItsRetiredIdsWithoutReadingALesson() {
        assertThat(CourseReader.load(lessons).retires("1.9")).isTrue();
        assertThat(CourseReader.load(lessons).retires("1.1")).isFalse();
        assertThat(CourseReader.load(lessons).drafts())
                .allMatch(draft -> draft.known().isEmpty());
    }
}
