package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the tutor at sizes that only a window manager or a fault can think of: exactly so many cells, no throw. */
class EverySizeTest {
    private static final Course COURSE = Course.load(Path.of(System.getProperty("lessons", "lessons")));
    private static final List<Integer> WIDTHS =
            List.of(1, 2, 3, 4, 5, 7, 10, 20, 39, 41, 59, 60, 79, 80, 119, 120, 500);
    private static final List<Integer> HEIGHTS = List.of(1, 2, 3, 4, 5, 6, 9, 10, 14, 19, 20, 24, 32, 200);

    static Stream<TutorState> screens() {
        TutorState home = TutorState.start(COURSE, Font.of(Glyphs.BRAILLE), new Size(80, 24));
        return COURSE.sections().stream()
                .filter(section -> section.lesson().isPresent())
                .map(section -> home.open(COURSE.sections().indexOf(section)))
                .flatMap(opened -> Stream.of(
                        home, opened, opened.go(Go.TURN), opened.go(Go.TURN).go(Go.SKIP), opened.go(Go.HELP)));
    }

    /** Screens that are alike in every section, of one of them. */
    static Stream<TutorState> askingScreens() {
        TutorState opened = TutorState.start(Desk.COURSE, Font.of(Glyphs.BRAILLE), new Size(80, 24))
                .open(0);
        return Stream.of(
                opened.go(Go.SEARCH).type("the"),
                opened.go(Go.GOALS).go(Go.OPEN),
                opened.go(Go.EXAMPLE),
                opened.go(Go.ASK),
                opened.go(Go.ASK).type("1").go(Go.CHECK).go(Go.HINT).go(Go.WORKED));
    }

    @ParameterizedTest
    @MethodSource({"screens", "askingScreens"})
    void theScreenHasExactlyItsCells(TutorState screen) {
        for (int width : WIDTHS) {
            for (int height : HEIGHTS) {
                Size size = new Size(width, height);
                assertThat(screen.at(size).frame().cells()).hasSize(width * height);
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"screens", "askingScreens"})
    void everyKeyLeadsToAScreenOfTheSameSize(TutorState screen) {
        for (Size size :
                List.of(new Size(1, 1), new Size(3, 200), new Size(40, 10), new Size(80, 24), new Size(120, 36))) {
            for (Go go : Go.values()) {
                assertThat(screen.at(size).go(go).frame().size()).isEqualTo(size);
            }
        }
    }
}
