package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.closing.Closing;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Pupils;
import dev.nabla.room.name.Role;
import dev.nabla.tui.Desk;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen of the tutor at unusual sizes, as a window manager or a fault may cause. The frame has exactly that
 * size, and nothing throws.
 */
@Slow
@ExtendWith(Draws.class)
class EverySizeTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final List<Integer> WIDTHS =
            List.of(1, 2, 3, 4, 5, 7, 10, 20, 39, 41, 59, 60, 79, 80, 119, 120, 500);
    private static final List<Integer> HEIGHTS = List.of(1, 2, 3, 4, 5, 6, 9, 10, 14, 19, 20, 24, 32, 200);

    static Stream<ScreenState> screens() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24));
        return COURSE.sections().stream()
                .filter(section -> section.lesson().isPresent())
                .map(home::open)
                .flatMap(opened -> Stream.of(
                        home,
                        opened,
                        opened.apply(Navigation.TURN),
                        opened.apply(Navigation.TURN).apply(Navigation.BACK),
                        opened.apply(Navigation.HELP)));
    }

    /** Screens that are alike in every section, of one of them. */
    static Stream<ScreenState> askingScreens() {
        ScreenState opened = Desk.home(Desk.COURSE, new Size(80, 24)).open(Desk.COURSE.section("02"));
        return Stream.of(
                opened.apply(Navigation.SEARCH).apply(Effect.type("the")),
                opened.apply(Navigation.PRACTISE),
                opened.apply(Navigation.PRACTISE).apply(Navigation.ONWARD),
                opened.apply(Navigation.PRACTISE).apply(Navigation.DOWN).apply(Navigation.ONWARD),
                opened.apply(Navigation.PRACTISE).apply(Navigation.BOTTOM).apply(Navigation.ONWARD));
    }

    /** The closing page before and after its model is trained, and its sentences. */
    static Stream<ScreenState> closingScreens() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24));
        ScreenState trained = home.show(new ClosingView(Closing.end(home.tutor()), false, 0));
        return Stream.of(ClosingView.open(home), trained, trained.apply(Navigation.WORDS));
    }

    /** Screens of a class, for its teacher and for a student, with a poll in each phase. */
    static Stream<ScreenState> classScreens() throws IOException {
        List<ScreenState> screens = new ArrayList<>();
        for (Role role : Role.values()) {
            ScreenState home = Desk.home(COURSE, new Size(80, 24))
                    .enterClass(ClassState.of(new ClassState.Participant(
                            role,
                            "k3f9a",
                            "Ms Noether",
                            "ssh -p 2222 NAME@10.0.0.1",
                            "SHA256:q1Yx0cN4vLxNSkcGfnLEN1n3TCLlVGfB6MHzkMbCRnQ")));
            screens.add(home);
            ShownFigure shown =
                    new ShownFigure("Ms Noether", "06", "softmax", Map.of("logits", "3,0,0,0"), "logits", 2, "picture");
            Board board = Board.EMPTY.showing(Optional.of(shown));
            ScreenState here =
                    home.afterEvent(new ClassEvent.OnClass(Pupils.now())).afterEvent(new ClassEvent.OnBoard(board));
            screens.addAll(List.of(
                    here, here.apply(Navigation.TURN), here.apply(Navigation.ONWARD), here.apply(Navigation.WITH)));
            for (Phase phase : Phase.values()) {
                Poll poll = new Poll(1, "02", phase.isOpen() ? "2.6" : "2.3", 0, phase, Instant.EPOCH);
                screens.add(here.afterEvent(new ClassEvent.OnBoard(board.withPoll(Optional.of(poll))))
                        .afterEvent(
                                new ClassEvent.OnPoll(1, 28, 9, Map.of(1, Map.of("right", 9), 2, Map.of("sign", 7))))
                        .apply(Navigation.VOTE));
            }
        }
        return screens.stream();
    }

    /** Tells one screen from others, the same in every run. */
    private static String name(ScreenState screen) {
        return screen.view().getClass().getSimpleName() + screen.frame().row(0);
    }

    @ParameterizedTest
    @MethodSource({"screens", "askingScreens", "closingScreens", "classScreens"})
    void theScreenHasExactlyItsCells(ScreenState screen) {
        String where = name(screen);
        for (int width : Draws.some(4, WIDTHS, "width" + where)) {
            for (int height : Draws.some(4, HEIGHTS, "height" + where)) {
                Size size = new Size(width, height);
                assertThat(screen.resized(size).frame().cells()).hasSize(width * height);
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"screens", "askingScreens", "closingScreens", "classScreens"})
    void everyKeyLeadsToAScreenOfTheSameSize(ScreenState screen) {
        List<Size> sizes =
                List.of(new Size(1, 1), new Size(3, 200), new Size(40, 10), new Size(80, 24), new Size(120, 36));
        String where = name(screen);
        List<Navigation> keys = List.of(Navigation.values());
        for (Navigation go : Draws.some((keys.size() + 2) / 3, keys, "keys" + where)) {
            for (Size size : Draws.some(1, sizes, where + go)) {
                assertThat(screen.resized(size).apply(go).frame().size()).isEqualTo(size);
            }
        }
    }
}
