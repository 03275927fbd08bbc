package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.input.KeyPress;
import dev.nabla.tui.term.Input;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SectionOpeningTest {
    private static final Size SIZE = new Size(80, 24);
    private static final Course COURSE = CourseReader.load(Path.of("src/test/resources/screens-course"));

    /** Returns a program at home whose clock goes on by so many ms at each look. */
    private static TutorProgram home(int millis) {
        long[] looks = {0};
        InstantSource clock = () -> Instant.EPOCH.plusMillis(millis * looks[0]++);
        return new TutorProgram(
                Desk.home(COURSE, SIZE), new ProgressRecorder(entry -> {}), clock, Desk.LOOK, Optional.empty());
    }

    private static String row(TutorProgram program, int row) {
        return program.view(SIZE).rows().get(row);
    }

    private static void enter(TutorProgram program, boolean more) {
        program.handle(new Input.Key(KeyPress.named("Enter")), more);
    }

    @Test
    void keysPressedWhileASectionOpensLateAreDroppedUntilItIsShown() {
        TutorProgram slow = home(300);
        enter(slow, true);
        enter(slow, true);
        enter(slow, false);
        String opened = row(slow, 0);
        assertThat(opened).contains("page 1 of");
        enter(slow, false);
        assertThat(row(slow, 0)).isNotEqualTo(opened);
    }

    @Test
    void keysPressedWhileASectionOpensAtOnceAreTaken() {
        TutorProgram quick = home(1);
        enter(quick, true);
        enter(quick, false);
        assertThat(row(quick, 0)).doesNotContain("page 1 of");
    }

    /** Returns a program at home that reads lessons when told to, as after an input of one look at the clock. */
    private static TutorProgram slowly(Course course, Queue<Runnable> work) {
        return new TutorProgram(
                        Desk.home(course, SIZE),
                        new ProgressRecorder(entry -> {}),
                        InstantSource.system(),
                        Desk.LOOK,
                        Optional.empty())
                .reading(new LessonReading(work::add));
    }

    @Test
    void aSectionThatOpensSlowlySaysSoAndDropsKeysUntilItIsOpen() {
        Queue<Runnable> work = new ArrayDeque<>();
        Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));
        TutorProgram program = slowly(course, work);
        enter(program, false);
        String sign = "opening " + course.sections().get(0).id() + " "
                + course.sections().get(0).title() + " ...";
        assertThat(row(program, 22).strip()).isEqualTo(sign);
        assertThat(row(program, 0)).doesNotContain("page 1 of");
        enter(program, false);
        program.handle(new Input.Tick(), false);
        assertThat(row(program, 22).strip()).isEqualTo(sign);
        assertThat(program.tickMillis()).isBetween(1, 100);
        assertThat(work).hasSize(1);
        work.remove().run();
        program.handle(new Input.Tick(), false);
        assertThat(row(program, 0)).contains("page 1 of");
        assertThat(row(program, 22)).doesNotContain("opening");
    }

    @Test
    void onAServerAKeyThatComesMeanwhileWaitsForTheSection() {
        Queue<Runnable> work = new ArrayDeque<>();
        Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));
        TutorProgram program = slowly(course, work).sharing(new TickLimiter(InstantSource.system()));
        enter(program, false);
        assertThat(row(program, 22)).contains("opening ");
        enter(program, false);
        assertThat(row(program, 0)).doesNotContain("page 1 of");
        assertThat(row(program, 22)).doesNotContain("opening");
        assertThat(course.sections().get(0).known()).isPresent();
    }

    @Test
    void aSectionThatIsLoadedOpensWithoutASign() {
        Queue<Runnable> work = new ArrayDeque<>();
        Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));
        course.sections().get(0).lesson();
        TutorProgram program = slowly(course, work);
        enter(program, false);
        assertThat(row(program, 0)).contains("page 1 of");
        assertThat(work).isEmpty();
    }

    @Test
    void theNextSectionIsReadAhead() throws InterruptedException {
        Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));
        TutorProgram program = new TutorProgram(
                Desk.home(course, SIZE),
                new ProgressRecorder(entry -> {}),
                InstantSource.system(),
                Desk.LOOK,
                Optional.empty());
        assertThat(course.sections()).hasSizeGreaterThan(1);
        enter(program, false);
        Instant end = Instant.now().plusSeconds(30);
        while (course.sections().get(1).known().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        assertThat(course.sections().get(1).known()).isPresent();
    }
}
