package dev.nabla.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.ShippedCourse;
import org.junit.jupiter.api.Test;

/** How an answer reads at the end of a section. */
class AttemptTest {
    private static Attempt answered(String question, String typed) {
        return Attempt.of(ShippedCourse.COURSE.question(question).draw(0), 0)
                .typing(typed)
                .graded(false);
    }

    @Test
    void aPointHasBracketsAndARealMinus() {
        Attempt guess = answered("5.15", "-2.50, 1.50");
        assertThat(guess.shownTyped()).isEqualTo("(−2.50, 1.50)");
        assertThat(guess.shownAnswer()).startsWith("(−").endsWith(")");
    }

    @Test
    void ringsAreNoPoint() {
        assertThat(answered("16.11", "2.7, 2.5, 2.3").shownTyped()).isEqualTo("2.7, 2.5, 2.3");
    }
}
