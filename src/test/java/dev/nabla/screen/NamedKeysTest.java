package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.tui.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last row of a screen names the keys that a learner needs there. */
class NamedKeysTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Size NARROW = new Size(71, 24);
    private static final Size USUAL = new Size(80, 24);

    private static ScreenState at(String section, StationKind kind, Size size) {
        Section there = COURSE.section(section);
        List<StationKind> road =
                there.lesson().orElseThrow().road().stream().map(Station::kind).toList();
        return Reading.at(there, road.indexOf(kind), Desk.home(COURSE, size));
    }

    private static String keys(ScreenState state) {
        List<String> rows = state.frame().rows();
        return rows.get(rows.size() - 1).stripTrailing();
    }

    private static String screen(ScreenState state) {
        return String.join("\n", state.frame().rows());
    }

    /** On a figure "next" could be the next figure, the next value or the next section. */
    @Test
    void onAFigureTheKeySaysWhichSectionIsNext() {
        assertThat(keys(at("00", StationKind.PLAY, USUAL))).contains("n 01 ").doesNotContain("n next");
    }

    @Test
    void aChoiceOnASmallScreenNamesTheWayBackInAWord() {
        ScreenState choice = at("00", StationKind.QUESTIONS, NARROW).apply(Navigation.NEXT);
        assertThat(keys(choice)).isEqualTo(" Enter skip  1-4 choose  Tab hint  F2 figure  Esc back  ? keys  q home");
        assertThat(keys(at("00", StationKind.QUESTIONS, USUAL).apply(Navigation.NEXT)))
                .contains("Esc page 4");
    }

    @Test
    void onceTheAnswerIsShownThePageAndPracticeAreNamed() {
        ScreenState shown = at("00", StationKind.QUESTIONS, USUAL).apply(Navigation.WORKED);
        assertThat(keys(shown))
                .isEqualTo(" Enter next question  Ctrl-R again  l 00, page 3  a practise  ? keys  q home");
    }

    @Test
    void theQuestionHowSureNamesTheWayBackAtEveryFigure() {
        for (String section : List.of("00", "01", "03")) {
            ScreenState asked = at(section, StationKind.GUESS, USUAL)
                    .apply(new Effect.Choose(0))
                    .apply(Navigation.ONWARD);
            assertThat(keys(asked)).startsWith(" Enter fairly  1 2 3 how sure  Esc back");
        }
    }

    @Test
    void aGhostOnARulerNamesNoKeysUpAndDown() {
        assertThat(keys(at("02", StationKind.GUESS, USUAL)))
                .contains("←→ ghost")
                .doesNotContain("↑↓");
    }

    @Test
    void theListOfExercisesNamesTheWayBackAndNumbersTheQuestions() {
        ScreenState list = at("02", StationKind.QUESTIONS, USUAL).apply(Navigation.PRACTISE);
        assertThat(keys(list)).contains("Esc back");
        assertThat(screen(list))
                .contains("○ question 1  a = (2, 1)", "○ question 9  To get", "○ practice 1  You make", "○ goal 3")
                .doesNotContain("2.1 ");
    }

    @Test
    void aPausedRunSaysHowItGoesOn() {
        ScreenState runs = at("01", StationKind.PLAY, USUAL).apply(Navigation.ONWARD);
        FigureState<?> live = ((StationView) runs.view()).live(runs).orElseThrow();
        ScreenState stepped = ((StationView) runs.view()).withFigure(live, live.tick(), runs);
        ScreenState paused = stepped.apply(Navigation.ONWARD);
        String words = " Paused: Space runs on, Enter leads on";
        assertThat(keys(paused)).isEqualTo(words);
        assertThat(keys(paused.doWork(Figure.Budget.of(1)).ticked())).isEqualTo(words);
        ScreenState again =
                paused.apply(paused.keys().effect(KeyPress.named("Space")).orElseThrow());
        assertThat(keys(again)).startsWith(" Enter pause");
        assertThat(keys(paused.withNotice(""))).contains("space run on");
        ScreenState after = paused.apply(Navigation.ONWARD);
        assertThat(((StationView) after.view()).stationIndex(after))
                .isGreaterThan(((StationView) paused.view()).stationIndex(paused));
    }

    @Test
    void aListOfNumbersThatIsCutEndsWithThreeDots() {
        ScreenState told =
                at("11", StationKind.PLAY, new Size(120, 60)).apply(new Effect.Act(live -> live.show(Mode.TEXT)));
        assertThat(screen(told)).containsPattern("\\d \\.\\.\\.(?!\\.)").doesNotContain("....");
    }
}
