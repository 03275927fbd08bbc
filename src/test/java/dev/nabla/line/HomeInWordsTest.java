package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.tutor.Tutor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeInWordsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));

    private List<String> lines(Entry... done) {
        Progress progress = Progress.of(course, List.of(done), NOW, DayRule.inZone(ZoneOffset.UTC));
        return new HomeInWords(Tutor.of(progress, NOW)).lines();
    }

    @Test
    void beforeTheLessonsAreReadItTellsTheReadingTimes() {
        assertThat(lines())
                .containsExactly(
                        "the maths, 3 sections.",
                        "02 Dot product: 3 minutes to read.",
                        "06 Softmax: 3 minutes to read.",
                        "07 The punchline: not written yet.",
                        "\nWhat comes back: nothing to review yet.");
    }

    @Test
    void itTellsTheSizesAndWhatWasDone() {
        course.lessons();
        assertThat(lines(new Entry.Read(NOW, "02"), new Entry.Stood(NOW, "06", "softmax", Map.of())))
                .containsExactly(
                        "the maths, 3 sections, about 20 min in all.",
                        "02 Dot product: 3 minutes to read, 11 to do, 3 questions; read.",
                        "06 Softmax: 3 minutes to read, 3 to do, 0 questions; you left here.",
                        "07 The punchline: not written yet.",
                        "\nWhat comes back: nothing to review yet.");
    }
}
