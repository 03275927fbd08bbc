package dev.nabla.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.lint.Lint;
import dev.nabla.lesson.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build computes of a course says what reading it says, and only of the files it was made from. */
class BuiltCourseTest {
    private static final Path SHIPPED = Path.of(System.getProperty("lessons", "lessons"));

    @TempDir
    static Path folder;

    private static Path lessons;
    private static Path built;

    @BeforeAll
    static void build() throws IOException {
        lessons = copy(SHIPPED, folder.resolve("lessons"));
        Path first = lessons.resolve(
                CourseReader.load(lessons).drafts().findFirst().orElseThrow().place());
        Files.writeString(first, Files.readString(first).replaceFirst("(?m)^title: ", "retired: 0.98, 0.99\ntitle: "));
        built = Files.write(folder.resolve("course.bin"), BuiltCourse.of(CourseReader.load(lessons), lessons));
    }

    @Test
    void theIndexIsTheSame() {
        Course course = course();
        Course read = CourseReader.load(lessons);
        assertThat(course.id()).isEqualTo(read.id());
        assertThat(course.ladder()).isEqualTo(read.ladder());
        assertThat(course.here()).isEqualTo(read.here());
        assertThat(course.sections())
                .map(BuiltCourseTest::bare)
                .isEqualTo(read.sections().stream().map(BuiltCourseTest::bare).toList());
        assertThat(course.questionIds()).isEqualTo(read.questionIds());
        assertThat(course.outline()).isEqualTo(read.outline());
    }

    private static List<Object> bare(Section section) {
        return List.of(
                section.id(),
                section.title(),
                section.gist(),
                section.rung(),
                section.isWritten(),
                section.draft().map(LazyLesson::retired).orElse(Set.of()));
    }

    @Test
    void everyLessonIsTheSame() {
        List<LazyLesson> read = CourseReader.load(lessons).drafts().toList();
        List<LazyLesson> drafts = course().drafts().toList();
        assertThat(drafts).hasSameSizeAs(read);
        for (int i = 0; i < read.size(); i++) {
            assertThat(drafts.get(i).outline()).contains(read.get(i).lesson().outline());
            assertThat(drafts.get(i).minutes()).isEqualTo(read.get(i).minutes());
            assertThat(text(drafts.get(i).lesson().blocks()))
                    .isEqualTo(text(read.get(i).lesson().blocks()));
            assertThat(drafts.get(i).lesson().lines())
                    .isEqualTo(read.get(i).lesson().lines());
            assertThat(drafts.get(i)
                            .names(read.get(i).lesson().questions().get(0).id()))
                    .isTrue();
        }
    }

    /** Without the identities of figures and calculations, which have no other equality. */
    private static String text(Object value) {
        return value.toString().replaceAll("@[0-9a-f]+", "");
    }

    @Test
    void everyQuestionAloneIsTheSameAndTheLessonIsNotReadForIt() {
        Course course = course();
        for (Lesson lesson : CourseReader.load(lessons).lessons()) {
            for (Question question : lesson.questions()) {
                assertThat(text(course.question(question.id()))).isEqualTo(text(question));
            }
        }
        assertThat(course.drafts()).allMatch(draft -> draft.known().isEmpty());
        assertThat(course.drafts()).allMatch(draft -> draft.question("none").isEmpty());
    }

    /** The losses of 20 trained models stand in a text of 20.1. */
    @Test
    void theFactsOfAQuestionWithItsOwnNumbersAreKnown() {
        Question known = course().question("20.1");
        assertThat(known.known().facts()).containsKey("law losses {}");
        assertThat(known.draw(0).texts())
                .isEqualTo(CourseReader.load(lessons).question("20.1").draw(0).texts());
    }

    @Test
    void thePromptsAreTheSameAndNoLessonIsReadForThem() {
        List<LazyLesson> fresh = course().drafts().toList();
        List<LazyLesson> parsed = CourseReader.load(lessons).drafts().toList();
        for (int i = 0; i < fresh.size(); i++) {
            assertThat(fresh.get(i).prompts()).isEqualTo(parsed.get(i).prompts());
            assertThat(fresh.get(i).known()).isEmpty();
        }
    }

    @Test
    void aQuestionOfALessonThatHasBeenReadIsTheLessonsOwn() {
        LazyLesson draft = course().drafts().findFirst().orElseThrow();
        Question question = draft.lesson().questions().get(0);
        assertThat(draft.question(question.id()).orElseThrow()).isSameAs(question);
    }

    /** Also where the question was read alone, before its lesson. */
    @Test
    void everyGuessHasItsFigure() {
        Course course = course();
        List<Question> guesses = CourseReader.load(lessons).lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(Question::predicts)
                .toList();
        assertThat(guesses).isNotEmpty().allSatisfy(guess -> {
            Question alone = course.question(guess.id());
            Lesson lesson = course.sectionOf(guess.id()).lesson().orElseThrow();
            assertThat(lesson.guessedFigure(alone)).as(guess.id()).isPresent();
        });
    }

    @Test
    void twoBuildsAreTheSameBytes() throws IOException {
        assertThat(BuiltCourse.of(CourseReader.load(lessons), lessons)).isEqualTo(Files.readAllBytes(built));
    }

    @Test
    void aChangedLessonIsReadAnew(@TempDir Path other) throws IOException {
        Path course = copy(lessons, other.resolve("course"));
        Path lesson = course.resolve(
                CourseReader.load(course).drafts().findFirst().orElseThrow().place());
        String text = Files.readString(lesson);
        // One letter, so that the length stays.
        Files.writeString(lesson, text.replaceFirst("(?m)^title: .", "title: Q"));
        assertThat(BuiltCourse.read(built, course).orElseThrow().course()).isEmpty();
        List<LazyLesson> drafts = CourseReader.load(course, built).drafts().toList();
        assertThat(drafts.get(0).lesson().title()).startsWith("Q");
        assertThat(drafts).map(LazyLesson::isChecked).first().isEqualTo(false);
        assertThat(drafts)
                .map(LazyLesson::isChecked)
                .filteredOn(checked -> !checked)
                .hasSize(1);
    }

    /** A mistake in the lesson, one in its title, and an id of another lesson. */
    @Test
    void lintFindsTheMistakesOfAChangedLesson(@TempDir Path other) throws IOException {
        Path course = copy(lessons, other.resolve("course"));
        List<LazyLesson> drafts = CourseReader.load(course).drafts().toList();
        Path lesson = course.resolve(drafts.get(1).place());
        String foreign = drafts.get(0).lesson().questions().get(0).id();
        String own = drafts.get(1).lesson().questions().get(0).id();
        Files.writeString(
                lesson,
                Files.readString(lesson)
                        .replaceFirst("(?m)^title: ", "title: Q")
                        .replaceFirst("(?m)^minutes: .*", "minutes: 99")
                        .replaceFirst("(?m)^id: " + own + "$", "id: " + foreign));
        List<String> mistakes = Lint.of(course, folder -> CourseReader.load(folder, built));
        assertThat(mistakes)
                .hasSize(3)
                .anyMatch(line -> line.contains("has the id of"))
                .anyMatch(line -> line.contains("minutes: 99"))
                .anyMatch(line -> line.contains("title 'Q"));
    }

    @Test
    void aChangedIndexIsReadAnew(@TempDir Path other) throws IOException {
        Path course = copy(lessons, other.resolve("course"));
        Path index = course.resolve("index.yaml");
        Files.writeString(index, Files.readString(index).replaceFirst("gist: ", "gist: Now "));
        assertThat(BuiltCourse.read(built, course).orElseThrow().course()).isEmpty();
        Course read = CourseReader.load(course, built);
        assertThat(read.sections().get(0).gist()).startsWith("Now ");
        assertThat(read.drafts()).allMatch(LazyLesson::isChecked);
    }

    @Test
    void aMissingTornOrAlteredFileIsNotUsed(@TempDir Path other) throws IOException {
        byte[] whole = Files.readAllBytes(built);
        assertThat(BuiltCourse.read(other.resolve("none"), lessons)).isEmpty();
        for (int length = 0; length < whole.length; length += 997) {
            Path torn = Files.write(other.resolve("torn"), Arrays.copyOf(whole, length));
            assertThat(BuiltCourse.read(torn, lessons)).isEmpty();
        }
        for (int at = 0; at < whole.length; at += 997) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            assertThat(BuiltCourse.read(Files.write(other.resolve("altered"), altered), lessons))
                    .isEmpty();
        }
    }

    private static Path copy(Path course, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(course)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(course.relativize(file).toString()));
            }
        }
        return to;
    }

    private static Course course() {
        return BuiltCourse.read(built, lessons).flatMap(BuiltCourse::course).orElseThrow();
    }
}
