package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worked example fades: its last line left out, the last two, all of them. */
class PracticeTest {
    private ScreenState state;

    @BeforeEach
    void atTheExample() {
        ScreenState home = Desk.home(Desk.COURSE, new Size(80, 24));
        Section section = Desk.COURSE.section("02");
        int blanks = section.outline().orElseThrow().station(Station.StationKind.BLANKS, 0);
        state = Reading.at(section, blanks, home);
    }

    private Practice practice() {
        return state.tutor().practices().get("2.e1");
    }

    private void fill() {
        state = state.apply(Effect.type(practice().attempt().variant().answer()))
                .apply(Navigation.ONWARD);
    }

    @Test
    void everyLineIsAsked() {
        for (int i = 0; i < practice().example().lines().size(); i++) {
            assertThat(practice().isOver()).isFalse();
            fill();
        }
        assertThat(practice().isOver()).isTrue();
    }

    @Test
    void theListOfExercisesLeadsBackToTheQuestionFromWhichItWasOpened() {
        Section section = Desk.COURSE.section("02");
        int questions = section.outline().orElseThrow().station(Station.StationKind.QUESTIONS, 0);
        ScreenState shown = Reading.at(section, questions, Desk.home(Desk.COURSE, new Size(80, 24)))
                .apply(Navigation.WORKED);
        ScreenState list = shown.apply(Navigation.PRACTISE);
        assertThat(list.view()).isInstanceOf(ExerciseListView.class);
        assertThat(list.apply(Navigation.DOWN).apply(Navigation.BACK).view()).isEqualTo(shown.view());
        assertThat(list.apply(Navigation.PRACTISE).view()).isEqualTo(shown.view());
    }

    @Test
    void everyRoundHasOtherNumbers() {
        String before = practice().solution().prompt();
        fill();
        state = state.apply(Navigation.ANEW);
        assertThat(practice().solution().prompt()).isNotEqualTo(before);
    }
}
