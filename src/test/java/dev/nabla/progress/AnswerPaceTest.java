package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner's own pace; the estimated time for a question is 45 s. */
class AnswerPaceTest {
    private static final DayRule DAYS = DayRule.inZone(ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    private static Path folder;

    private static Course course;

    private final List<Entry> entries = new ArrayList<>();
    private Instant clock = START;

    /** Sections 01 to 04 with one question each. */
    @BeforeAll
    static void writeCourse() throws IOException {
        StringBuilder index = new StringBuilder("format: 1\nid: maths\nladder: [the maths]\nhere: 1\nsections:\n");
        for (int i = 1; i <= 4; i++) {
            String question = "```question\nid: " + i + ".1\nplaces: 0\n```\n";
            Files.writeString(folder.resolve("0" + i + ".md"), "---\ntitle: A\nminutes: 1\n---\n" + question);
            index.append("  - {id: \"0" + i + "\", title: A, gist: G, lesson: 0" + i + ".md}\n");
        }
        Files.writeString(folder.resolve("index.yaml"), index.toString());
        course = CourseReader.load(folder);
    }

    private Answered answer(int section, long seconds, boolean right) {
        clock = clock.plusSeconds(seconds);
        return new Answered(
                clock,
                "0" + section,
                section + ".1",
                entries.size(),
                "1",
                right,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty());
    }

    /** Answers the questions of the sections 01 to 03 in turn, so long after each other. */
    private void answers(int number, long seconds) {
        for (int i = 0; i < number; i++) {
            entries.add(answer(1 + i % 3, seconds, true));
        }
    }

    private Progress progress() {
        return Progress.of(course, entries, Instant.parse("2026-04-02T08:00:00Z"), DAYS);
    }

    private double pace() {
        return progress().pace(open());
    }

    private static Section open() {
        return course.sections().get(3);
    }

    @Test
    void itIsTheTimeOfAnAnswerDividedByTheEstimatedTime() {
        answers(21, 36);
        assertThat(pace()).isEqualTo(36 / 45.0);
    }

    @Test
    void aFastAndASlowLearnerMeetTheBounds() {
        answers(21, 4);
        assertThat(pace()).isEqualTo(0.5);
        entries.clear();
        answers(21, 200);
        assertThat(pace()).isEqualTo(2);
    }

    @Test
    void itTakesTwentyTimes() {
        answers(20, 36); // 19 times lie between them
        assertThat(pace()).isEqualTo(1);
        answers(1, 36);
        assertThat(pace()).isEqualTo(0.8);
    }

    @Test
    void itIsTheMedian() {
        answers(11, 27); // 10 times: 27 s
        answers(10, 72);
        assertThat(pace()).isEqualTo((0.6 + 1.6) / 2, within(1e-12));
        answers(1, 72);
        assertThat(pace()).isEqualTo(1.6);
    }

    @Test
    void aLongerTimeThanFiveMinutesIsABreak() {
        answers(20, 36);
        answers(1, 301);
        assertThat(pace()).isEqualTo(1);
        answers(1, 300);
        assertThat(pace()).isEqualTo(0.8);
    }

    @Test
    void onlyFinishedSectionsCountAndThreeAreNeeded() {
        for (int i = 0; i < 30; i++) {
            entries.add(answer(1 + i % 2, 36, true));
            entries.add(answer(3, 36, false));
        }
        assertThat(progress().done()).containsOnly("01", "02");
        assertThat(pace()).isEqualTo(1);
        entries.add(answer(3, 36, true));
        assertThat(progress().done()).containsOnly("01", "02", "03");
        assertThat(pace()).isEqualTo(0.8);
    }

    @Test
    void aFinishedSectionKeepsTheEstimatedTime() {
        answers(21, 36);
        assertThat(progress().pace(course.sections().get(0))).isEqualTo(1);
        assertThat(progress().hasOwnPace(course.sections().subList(0, 3))).isFalse();
        assertThat(progress().hasOwnPace(course.sections())).isTrue();
    }

    @Test
    void entriesOfOneMomentMeasureNothing() {
        answers(40, 0);
        assertThat(pace()).isEqualTo(1);
    }

    @Test
    void aClockThatJumpsBackMeasuresNothing() {
        answers(20, 36);
        Progress before = progress();
        Progress after = before.after(answer(1, -3600, true));
        assertThat(after.pace(open())).isEqualTo(1);
        assertThat(after.after(answer(2, 36, true)).pace(open())).isEqualTo(0.8);
    }

    @Test
    void theOrderOfTheEntriesAndDuplicatesDoNotMatter() {
        answers(12, 27);
        answers(12, 63);
        Progress sorted = progress();
        entries.addAll(List.copyOf(entries));
        Collections.shuffle(entries, new Random(1));
        assertThat(pace()).isEqualTo(sorted.pace(open())).isNotEqualTo(1);
    }

    @Test
    void anEntryAtATimeGivesTheSameAsAllTogether() {
        Progress grown = progress();
        answers(25, 54);
        for (Entry entry : entries) {
            grown = grown.after(entry);
        }
        assertThat(grown.pace(open())).isEqualTo(pace()).isEqualTo(1.2);
        assertThat(grown.reloaded(course).pace(open())).isEqualTo(1.2);
    }

    @Test
    void aLongJournalTellsThePaceOfTheLastAnswers() {
        answers(20_000, 20);
        answers(300, 63);
        assertThat(pace()).isEqualTo(1.4);
        assertThat(progress().pace().gaps()).hasSize(300);
    }
}
