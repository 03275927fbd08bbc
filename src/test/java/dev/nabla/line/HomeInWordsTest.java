package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.PacedCourse;
import dev.nabla.progress.Progress;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.ViewBlock;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeInWordsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));

    private static List<String> said(Tutor tutor, boolean all) {
        ScreenState home = ScreenState.start(tutor, Font.of(Glyphs.BRAILLE), new Size(200, 1000));
        return home.blocks().stream()
                .filter(ViewBlock.ContentsBlock.class::isInstance)
                .map(ViewBlock.ContentsBlock.class::cast)
                .map(block -> all
                        ? BlockInWords.rungs(block, true)
                        : BlockInWords.all(List.of(block), new ProseLayout(80, Glyphs.BRAILLE)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> lines(Entry... done) {
        Progress progress = Progress.of(course, List.of(done), NOW, DayRule.inZone(ZoneOffset.UTC));
        return said(Tutor.of(progress, NOW), true);
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
    void atTheBeginningItTellsTheSectionsOfTheFirstRungOnly() {
        Tutor nobody = Tutor.of(Progress.of(ShippedCourse.COURSE, List.of(), NOW, DayRule.inZone(ZoneOffset.UTC)), NOW);
        assertThat(said(nobody, false))
                .hasSize(3 + 8 + 2)
                .anyMatch(line -> line.startsWith("07 The punchline: "))
                .anyMatch(line -> line.startsWith("\nmicroGPT, 9 sections"))
                .noneMatch(line -> line.startsWith("10 "))
                .endsWith("'sections' lists those of the other parts, too.");
        List<String> all =
                said(Tutor.of(Progress.of(course, List.of(), NOW, DayRule.inZone(ZoneOffset.UTC)), NOW), false);
        assertThat(all).isEqualTo(lines());
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

    @Test
    void itSaysThatTheTimesAreAtTheLearnersOwnPace(@TempDir Path folder) throws IOException {
        Course paced = PacedCourse.write(folder);
        Progress progress = Progress.of(paced, PacedCourse.answers(90), NOW, DayRule.inZone(ZoneOffset.UTC));
        assertThat(said(Tutor.of(progress, NOW), true))
                .contains(
                        "04 Dot product: 3 minutes to read, 11 to do, 3 questions; mastered.",
                        "05 Dot product: 3 minutes to read, 21 to do, 3 questions; you left here.",
                        "\nThe minutes to do are at your pace.");
        assertThat(lines()).noneMatch(line -> line.contains("pace"));
    }
}
