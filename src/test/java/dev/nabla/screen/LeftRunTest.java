package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Stride;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.Road.Exercise;
import dev.nabla.tutor.Walk;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A learner who presses Enter once a second is led on from any figure, whatever runs there and however slow it is: to
 * the next station, or to the next group of lines in the figures of section 18.
 */
@Slow
@ExtendWith(Draws.class)
class LeftRunTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final int MOST = 4;
    private static final int SECOND = 1000;

    static List<Section> sections() {
        return Draws.some(
                5, COURSE.sections().stream().filter(Section::isWritten).toList(), "left runs");
    }

    @ParameterizedTest
    @MethodSource("sections")
    void atMostFourEntersLeadFromAFigureToTheNextStation(Section section) {
        ScreenState home = Desk.home(COURSE, new Size(80, 24));
        int stations = section.outline().orElseThrow().road().size();
        IntStream.range(0, stations).forEach(i -> leadsOn(Reading.at(section, i, home)));
        Walk start = Walk.start(section);
        for (Exercise goal : start.road(home.tutor()).exercises()) {
            ScreenState opened = Reading.at(section, goal.station(), home);
            leadsOn(opened.view().reading().orElseThrow().show(start.open(goal, opened.tutor()), opened));
        }
    }

    /** Leads on from a screen with a figure: at rest, in a run, at full speed, and back from its farthest step. */
    private static void leadsOn(ScreenState opened) {
        if (!(opened.view() instanceof StationView) || opened.live().isEmpty()) {
            return;
        }
        List<UnaryOperator<FigureState<?>>> begun = List.of(
                live -> live,
                FigureState::run,
                FigureState::burst,
                live -> live.step(3).scrub(-1),
                live -> live.nudge(1, 0, Stride.STEP).run());
        for (UnaryOperator<FigureState<?>> action : begun) {
            for (int pieces : new int[] {0, 1}) {
                ScreenState state = opened.apply(new Effect.Act(action));
                Object from = place(state);
                int keys = 0;
                while (place(state).equals(from)) {
                    assertThat(keys++).as("%s, %s pieces", from, pieces).isLessThan(MOST);
                    state = aSecondLater(state.apply(Navigation.ONWARD), pieces);
                }
            }
        }
    }

    /** Returns the station or goal, in a figure of several parts with the part that Enter opens next. */
    private static Object place(ScreenState state) {
        if (!(state.view() instanceof SectionView view)) {
            return state.view();
        }
        String part = state.live()
                .flatMap(FigureState::onward)
                .map(Figure.FigureAction::word)
                .orElse("");
        return List.of(
                view.walk().section().id(), view.walk().beat(), view.walk().index(), part);
    }

    /** Lets a second pass, in which the work of each tick gets so many pieces. */
    private static ScreenState aSecondLater(ScreenState state, int pieces) {
        ScreenState now = state;
        int passed = now.tickMillis();
        while (passed < SECOND && now.tickMillis() > 0) {
            now = now.ticked().doWork(Figure.Budget.of(pieces));
            passed += now.tickMillis();
        }
        return now;
    }
}
