package dev.nabla.tui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.tui.Desk;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the tutor at sizes that only a window manager or a fault can think of: exactly so many cells, no throw. */
class EverySizeTest {
    private static final Course COURSE = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));
    private static final List<Integer> WIDTHS =
            List.of(1, 2, 3, 4, 5, 7, 10, 20, 39, 41, 59, 60, 79, 80, 119, 120, 500);
    private static final List<Integer> HEIGHTS = List.of(1, 2, 3, 4, 5, 6, 9, 10, 14, 19, 20, 24, 32, 200);

    static Stream<ScreenState> screens() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24));
        return COURSE.sections().stream()
                .filter(section -> section.lesson().isPresent())
                .map(home::open)
                .flatMap(opened -> Stream.of(
                        home, opened, opened.on(Go.TURN), opened.on(Go.TURN).on(Go.BACK), opened.on(Go.HELP)));
    }

    /** Screens that are alike in every section, of one of them. */
    static Stream<ScreenState> askingScreens() {
        ScreenState opened = Desk.home(Desk.COURSE, new Size(80, 24)).open(Desk.COURSE.section("02"));
        return Stream.of(
                opened.on(Go.SEARCH).on(Effect.type("the")),
                opened.on(Go.PRACTISE),
                opened.on(Go.PRACTISE).on(Go.ONWARD),
                opened.on(Go.PRACTISE).on(Go.DOWN).on(Go.ONWARD),
                opened.on(Go.PRACTISE).on(Go.BOTTOM).on(Go.ONWARD));
    }

    @ParameterizedTest
    @MethodSource({"screens", "askingScreens"})
    void theScreenHasExactlyItsCells(ScreenState screen) {
        for (int width : WIDTHS) {
            for (int height : HEIGHTS) {
                Size size = new Size(width, height);
                assertThat(screen.at(size).frame().cells()).hasSize(width * height);
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"screens", "askingScreens"})
    void everyKeyLeadsToAScreenOfTheSameSize(ScreenState screen) {
        for (Size size :
                List.of(new Size(1, 1), new Size(3, 200), new Size(40, 10), new Size(80, 24), new Size(120, 36))) {
            for (Go go : Go.values()) {
                assertThat(screen.at(size).on(go).frame().size()).isEqualTo(size);
            }
        }
    }
}
