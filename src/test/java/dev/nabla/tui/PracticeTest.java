package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Fade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worked example fades: its last line left out, the last two, all of them. */
class PracticeTest {
    private TutorState state;

    @BeforeEach
    void atTheExample() {
        state = TutorState.start(Desk.COURSE, Font.of(Glyphs.BRAILLE), new Size(80, 24))
                .open(0)
                .go(Go.EXAMPLE);
    }

    private Practice practice() {
        return state.learner().practices().get("2.e1");
    }

    private void fill() {
        state = state.type(practice().attempt().variant().answer()).go(Go.CHECK);
    }

    @Test
    void eachDegreeLeavesMoreOut() {
        assertThat(practice().fade()).isEqualTo(Fade.LAST);
        fill();
        assertThat(practice().isDone()).isTrue();
        state = state.go(Go.OPEN);
        assertThat(practice().fade()).isEqualTo(Fade.TWO);
        fill();
        assertThat(practice().isDone()).isFalse();
        fill();
        assertThat(practice().isDone()).isTrue();
        state = state.go(Go.OPEN);
        assertThat(practice().fade()).isEqualTo(Fade.YOURS);
        for (int i = 0; i < practice().example().lines().size(); i++) {
            assertThat(practice().isDone()).isFalse();
            fill();
        }
        assertThat(practice().isDone()).isTrue();
    }

    @Test
    void aWrongLineKeepsItsGapAndIsNotFilledInByAnythingElse() {
        state = state.type("1000").go(Go.CHECK).go(Go.CHECK).go(Go.OPEN);
        assertThat(practice().right()).isZero();
        assertThat(practice().attempt().told()).isPresent();
        assertThat(String.join("\n", state.frame().rows())).contains("___").contains("Not yet");
    }

    @Test
    void everyRoundHasOtherNumbers() {
        String before = practice().solution().prompt();
        fill();
        state = state.go(Go.OPEN);
        assertThat(practice().solution().prompt()).isNotEqualTo(before);
    }

    @Test
    void leavingLosesNothing() {
        state = state.type("12").go(Go.BACK);
        assertThat(state.view()).isInstanceOf(ReadingView.class);
        assertThat(String.join("\n", state.go(Go.EXAMPLE).frame().rows())).contains("► 12");
    }
}
