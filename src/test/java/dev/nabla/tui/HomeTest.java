package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Golden;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.read.BuiltCourse;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Journal;
import dev.nabla.progress.PacedCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of the home screen. */
class HomeTest {
    private static final Path LESSONS = Path.of("src/test/resources/screens-course");

    @TempDir
    private Path folder;

    private Course built() throws IOException {
        Path file = Files.write(folder.resolve("course.bin"), BuiltCourse.of(CourseReader.load(LESSONS), LESSONS));
        return CourseReader.load(LESSONS, file);
    }

    private Desk desk(Course course, int width, int height) {
        return new Desk(course, Optional.empty(), folder.resolve("journal"), new Size(width, height), Glyphs.BRAILLE);
    }

    @Test
    void theFirstPictureHasAllNumbersAndReadsNoLesson() throws IOException {
        Course course = built();
        Desk desk = desk(course, 80, 24).keys("Down");
        // 02: a guess 45 s, a figure 120 s, 5 blanks of 30 s, 3 questions of 45 s, 2 goals of 90 s: 630 s.
        // 06: a guess and a figure, 165 s.
        assertThat(desk.rows())
                .contains(
                        "   the maths                                 read     do  questions      20 min",
                        "   06  Softmax                                  3      3          0",
                        "   07  The punchline                                                    to come")
                .anyMatch(row -> row.matches(" ► 02  Dot product +3 +11 +3"));
        assertThat(course.drafts().map(LazyLesson::known)).allMatch(Optional::isEmpty);
    }

    @Test
    void aCourseWithoutTheFileShowsReadingTimesUntilItsLessonsAreRead() {
        Course course = CourseReader.load(LESSONS);
        Desk desk = desk(course, 80, 24).keys("Down");
        assertThat(desk.rows())
                .contains("   06  Softmax                                  3")
                .contains("   the maths                                 read     do  questions");
        course.lessons();
        assertThat(desk.rows()).contains("   06  Softmax                                  3      3          0");
    }

    @Test
    void onANarrowScreenTheReadingTimeGoesFirstThenTheQuestions() throws IOException {
        Course course = built();
        assertThat(names(desk(course, 60, 20))).isEqualTo("the maths read do questions 20 min");
        assertThat(names(desk(course, 54, 20))).isEqualTo("the maths do questions 20 min");
        assertThat(names(desk(course, 44, 20))).isEqualTo("the maths do 20 min");
        assertThat(names(desk(course, 36, 20))).isEqualTo("the maths 20 min");
    }

    private static String names(Desk desk) {
        List<String> rows = desk.keys("Down").rows();
        return rows.stream()
                .filter(row -> row.startsWith("   the maths"))
                .findFirst()
                .orElseThrow()
                .strip()
                .replaceAll(" +", " ");
    }

    @Test
    void theSentenceSaysWhatIsLeftOfTheSectionAndOfTheRung() throws IOException {
        Course course = built();
        // Nothing is done: 3 + 11 minutes, and 3 + 3 minutes in 06.
        assertThat(desk(course, 80, 24).keys("Down Enter q").rows())
                .contains(" 02: left at page 1, 3 + 11 minutes. To the end of the course: 20 min");
        // One of three pages is read and the guess given: 2 of 3 minutes and 585 s are left.
        assertThat(desk(course, 80, 24).keys("Down Enter Enter 1 Enter 2 q").rows())
                .contains(" 02: left at the guess, 2 + 10 minutes. To the end of the course: 18 min");
    }

    @Test
    void theTimesToDoFollowTheLearnersOwnPaceOnceItIsKnown() throws IOException {
        Course course = PacedCourse.write(folder.resolve("paced"));
        // 45 s a question: the estimated time, as on the first day.
        assertThat(paced(course, 45, 80).rows())
                .contains(
                        "   the maths                                 read     do  questions      56 min",
                        "   05  Dot product                              3     11          3   left here",
                        " 05: left at page 1, 3 + 11 minutes. To the end of the course: 14 min");
        // 90 s a question: 05 takes 1260 s instead of 630 s. The finished sections stay.
        Desk slow = paced(course, 90, 80);
        assertThat(slow.rows())
                .contains(
                        "   04  Dot product                              3     11          3    mastered",
                        "   05  Dot product                              3     21          3   left here",
                        " 05: left at page 1, 3 + 21 minutes. Rest of the course: 24 min at your pace")
                .filteredOn(row -> row.contains("pace"))
                .hasSize(1);
        Golden.check(Path.of("src/test/resources/screens"), "home-paced-80x24", slow.frame());
        // 18 s a question: half the estimated time at least.
        assertThat(paced(course, 18, 80).rows())
                .contains("   05  Dot product                              3      5          3   left here");
        assertThat(paced(course, 90, 60).rows()).contains(" 05: left at page 1, 3 + 21 minutes at your pace");
    }

    private Desk paced(Course course, int seconds, int width) throws IOException {
        Path journal = folder.resolve("journal-" + seconds + "-" + width);
        new Journal(journal).add(PacedCourse.answers(seconds));
        return new Desk(course, Optional.empty(), journal, new Size(width, 24), Glyphs.BRAILLE);
    }

    @Test
    void theDayAndWhatIsDueAreOnTop() throws IOException {
        Desk desk = desk(built(), 80, 24).keys("Down Enter Enter 1 Enter 2 q q");
        desk.later(Duration.ofDays(1)).begin();
        assertThat(desk.rows().get(0)).startsWith(" ∇ nabla ").endsWith(" Tuesday · 1 due");
        assertThat(desk.rows()).contains("   Review  1 question is due, about a minute");
    }
}
