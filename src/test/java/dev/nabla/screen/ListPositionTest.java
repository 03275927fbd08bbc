package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.Pupils;
import dev.nabla.room.name.Role;
import dev.nabla.tui.Desk;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists longer than the screen: the keys move the choice, the choice stays on the screen, and a click opens a row. */
class ListPositionTest {
    @Test
    void theChoiceStaysInTheListWhateverTheKey() {
        ListPosition list = new ListPosition(5, 3);
        assertThat(List.of(
                        Navigation.UP,
                        Navigation.DOWN,
                        Navigation.PAGE_UP,
                        Navigation.PAGE_DOWN,
                        Navigation.TOP,
                        Navigation.BOTTOM))
                .map(go -> list.moved(go).at())
                .containsExactly(2, 4, 0, 4, 0, 4);
        assertThat(new ListPosition(5, 4).moved(Navigation.DOWN).at()).isEqualTo(4);
    }

    @Test
    void theChoiceIsAmongTheRowsShown() {
        for (int at = 0; at < 20; at++) {
            ListPosition list = new ListPosition(20, at);
            assertThat(IntStream.range(list.top(7), list.end(7))).hasSize(7).contains(at);
        }
        assertThat(new ListPosition(3, 2).top(7)).isZero();
        assertThat(new ListPosition(3, 2).end(7)).isEqualTo(3);
    }

    @Test
    void linesScrollNoFartherThanTheLast() {
        assertThat(new ListPosition(30, 0).scrolled(Navigation.BOTTOM, 10).at()).isEqualTo(20);
        assertThat(new ListPosition(30, 25).scrolled(Navigation.NOWHERE, 10).at())
                .isEqualTo(20);
        assertThat(new ListPosition(3, 0).scrolled(Navigation.DOWN, 10).at()).isZero();
    }

    @Test
    void theNextRowRunsRoundTheEnds() {
        assertThat(new ListPosition(4, 3).neighbour(1).at()).isZero();
        assertThat(new ListPosition(4, 0).neighbour(-1).at()).isEqualTo(3);
    }

    @Test
    void aClickOnAnExerciseOpensIt() {
        ScreenState list = Desk.home(Desk.COURSE, new Size(80, 24))
                .open(Desk.COURSE.section("02"))
                .apply(Navigation.PRACTISE);
        ScreenState chosen = list.apply(Navigation.DOWN).apply(Navigation.DOWN);
        String name = chosen.frame().rows().get(row(chosen, "►")).substring(3, 14);
        assertThat(clicked(list, row(list, name)).view())
                .isEqualTo(chosen.apply(Navigation.ONWARD).view());
    }

    @Test
    void aClickOnAStudentOrAMistakeLooksAtIt() throws IOException {
        ClassState.Participant teacher = new ClassState.Participant(Role.TEACHER, "", "Ms Noether", "", "");
        ScreenState list = Desk.home(Desk.COURSE, new Size(80, 24))
                .enterClass(ClassState.of(teacher))
                .afterEvent(new ClassEvent.OnClass(Pupils.now()));
        assertThat(clicked(list, row(list, "rosa")).view())
                .isEqualTo(list.apply(Navigation.DOWN).apply(Navigation.ONWARD).view());
        assertThat(clicked(list, row(list, "not normalised")).view())
                .isEqualTo(list.apply(Navigation.TURN).apply(Navigation.ONWARD).view());
    }

    private static int row(ScreenState state, String words) {
        List<String> rows = state.frame().rows();
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static ScreenState clicked(ScreenState state, int row) {
        Handle handle = state.frame().handleAt(4, row).orElseThrow();
        assertThat(handle.name()).isEqualTo(ListPosition.ROW);
        return state.apply(new Effect.OpenRow(handle.part()));
    }
}
