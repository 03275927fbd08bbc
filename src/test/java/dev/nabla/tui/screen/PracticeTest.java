package dev.nabla.tui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Size;
import dev.nabla.lesson.question.WorkedExample.Fade;
import dev.nabla.tui.Desk;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tutor.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worked example fades: its last line left out, the last two, all of them. */
class PracticeTest {
    private ScreenState state;

    @BeforeEach
    void atTheExample() {
        state = Desk.home(Desk.COURSE, new Size(80, 24))
                .open(Desk.COURSE.section("02"))
                .on(Go.EXAMPLE);
    }

    private Practice practice() {
        return state.tutor().practices().get("2.e1");
    }

    private void fill() {
        state = state.on(Effect.type(practice().attempt().variant().answer())).on(Go.CHECK);
    }

    @Test
    void eachDegreeLeavesMoreOut() {
        assertThat(practice().fade()).isEqualTo(Fade.LAST);
        fill();
        assertThat(practice().isDone()).isTrue();
        state = state.on(Go.OPEN);
        assertThat(practice().fade()).isEqualTo(Fade.TWO);
        fill();
        assertThat(practice().isDone()).isFalse();
        fill();
        assertThat(practice().isDone()).isTrue();
        state = state.on(Go.OPEN);
        assertThat(practice().fade()).isEqualTo(Fade.YOURS);
        for (int i = 0; i < practice().example().lines().size(); i++) {
            assertThat(practice().isDone()).isFalse();
            fill();
        }
        assertThat(practice().isDone()).isTrue();
    }

    @Test
    void everyRoundHasOtherNumbers() {
        String before = practice().solution().prompt();
        fill();
        state = state.on(Go.OPEN);
        assertThat(practice().solution().prompt()).isNotEqualTo(before);
    }
}
