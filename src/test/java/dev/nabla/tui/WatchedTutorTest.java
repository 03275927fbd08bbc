package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Size;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.Starter;
import dev.nabla.lesson.read.Watch;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.tui.screen.HomeView;
import dev.nabla.tui.screen.Resumption;
import dev.nabla.tui.screen.ReviewView;
import dev.nabla.tui.screen.ScreenState;
import dev.nabla.tui.term.Input;
import dev.nabla.tutor.QuestionRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutor while somebody writes the lesson that it shows. */
class WatchedTutorTest {
    private static final Size SIZE = new Size(80, 24);

    @TempDir
    private Path folder;

    private Path lesson;
    private ScreenState opened;

    @BeforeEach
    void begin() {
        Path course = folder.resolve("course");
        lesson = Starter.write(course).get(1);
        ScreenState home = Desk.home(CourseReader.load(course), SIZE);
        opened = home.open(home.tutor().course().sections().get(0));
    }

    private TutorProgram tutor(Optional<Watch> watch) {
        return Desk.tutor(opened, folder.resolve("journal"), new Palette(Colors.INDEXED, Theme.DARK), watch);
    }

    private TutorProgram watched() {
        Path course = lesson.getParent().getParent();
        return tutor(Optional.of(new Watch(course, CourseReader.load(course))));
    }

    private void replace(String old, String other) throws IOException {
        String text = Files.readString(lesson);
        assertThat(text).contains(old);
        Files.writeString(lesson, text.replace(old, other));
    }

    private static String screen(TutorProgram tutor) {
        return tutor.view(SIZE).rows().stream().collect(Collectors.joining("\n"));
    }

    private static void keys(TutorProgram tutor, String... names) {
        for (String name : names) {
            tutor.on(new Input.Key(name));
        }
    }

    @Test
    void noTimerRunsWithoutAWatch() {
        TutorProgram alone = tutor(Optional.empty());
        TutorProgram watched = watched();
        keys(alone, "Down", "q");
        keys(watched, "Down", "q");
        assertThat(alone.tickMillis()).isZero();
        assertThat(watched.tickMillis()).isEqualTo(1000);
    }

    @Test
    void aSaveIsShownInItsPlace() throws IOException {
        TutorProgram tutor = watched();
        keys(tutor, "Down", "Down");
        String before = screen(tutor);
        replace("multiply what stands", "multiply WHAT stands");
        assertThat(screen(tutor)).isEqualTo(before);
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).isEqualTo(before.replace("multiply what stands", "multiply WHAT stands"));
    }

    @Test
    void aMistakeIsOneLineUnderTheLastGoodLesson() throws IOException {
        TutorProgram tutor = watched();
        String before = screen(tutor);
        replace("figure: dot", "figure: dott");
        tutor.on(new Input.Tick());
        tutor.on(new Input.Tick());
        assertThat(screen(tutor).lines().limit(23).toList())
                .isEqualTo(before.lines().limit(23).toList());
        assertThat(screen(tutor).lines().reduce((a, b) -> b).orElseThrow())
                .startsWith(" 01-first-section/lesson.md:11: unknown figure 'dott'; did you mean 'dot'?");
        replace("figure: dott", "figure: dot");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).isEqualTo(before);
    }

    @Test
    void aFigureKeepsItsNumbersUnlessItsLessonOpensItOtherwise() throws IOException {
        TutorProgram tutor = watched();
        keys(tutor, "v", "Esc", "Right", "Right");
        String played = screen(tutor);
        replace("## A question", "## Another question");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).isEqualTo(played);
        replace("a: 1,0.5\n  b", "a: 2,0.5\n  b");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).isNotEqualTo(played);
    }

    @Test
    void aQuestionIsAskedInItsNewWordsAndTheOthersAreAsTheyWere() throws IOException {
        TutorProgram tutor = watched();
        keys(tutor, "a", "0", ".", "9");
        assertThat(screen(tutor)).contains("What is a·b?").contains("0.9");
        replace("## A question", "## Another");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).contains("What is a·b?").contains("0.9");
        replace("What is a·b?", "How much is a·b?");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).contains("How much is a·b?").doesNotContain("0.9");
    }

    @Test
    void aReviewAsksInTheNewWordsToo() throws IOException {
        QuestionRef asked = opened.tutor().course().sections().get(0).lesson().orElseThrow().questions().stream()
                .filter(question -> question.ask().contains("What is a·b?"))
                .findFirst()
                .map(question -> new QuestionRef("01", question.id()))
                .orElseThrow();
        opened = new ScreenState(
                opened.tutor().begun(asked, 0),
                new ReviewView(List.of(asked), 0, 0),
                opened.font(),
                opened.size(),
                "",
                List.of());
        TutorProgram tutor = watched();
        keys(tutor, "0", ".", "9");
        replace("## A question", "## Another");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).contains("Review").contains("What is a·b?").contains("0.9");
        replace("What is a·b?", "How much is a·b?");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor))
                .contains("Review")
                .contains("How much is a·b?")
                .doesNotContain("0.9");
    }

    @Test
    void aGoalThatIsTriedGoesOnUnlessItIsAnotherOne() throws IOException {
        TutorProgram tutor = watched();
        keys(tutor, "G", "Enter", "Right");
        String tried = screen(tutor);
        assertThat(tried).contains("wanted exactly 90");
        replace("## A question", "## Another question");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).isEqualTo(tried);
        replace("holds: angle_deg = 90", "holds: angle_deg = 80");
        tutor.on(new Input.Tick());
        assertThat(screen(tutor)).doesNotContain("wanted exactly");
    }

    @Test
    void aSectionThatIsGoneLeadsHome() throws IOException {
        Path course = lesson.getParent().getParent();
        Files.writeString(
                course.resolve("index.yaml"),
                "format: 1\nladder: [x]\nhere: 1\nsections:\n  - {id: \"09\", title: Other, gist: G}\n");
        ScreenState after = Resumption.of(opened, CourseReader.load(course));
        assertThat(after.view()).isEqualTo(new HomeView(0));
        assertThat(after.tutor().figures()).isEmpty();
        assertThat(opened.live().map(FigureState::figure)).isPresent();
    }
}
