package dev.nabla.lesson.formula;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.math.BadInput;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    /** 9,000 steps of two numbers: at 0.1 of a microsecond each 1.8 ms, so that 555 fit into a second. */
    private static final String DESCENT = "(descent.loss steps=9000)";

    private static void work(int times, Deadline limit) {
        NumberFormula formula = NumberFormula.parse(DESCENT);
        for (int i = 0; i < times; i++) {
            formula.values(new Scope(Map.of(), limit));
        }
    }

    @Test
    void workIsCountedAndTimeIsNot() throws InterruptedException {
        Deadline second = Deadline.of(1);
        Thread.sleep(1100);
        assertThatCode(() -> work(500, second)).doesNotThrowAnyException();
        assertThatThrownBy(() -> work(100, second))
                .isInstanceOf(BadInput.class)
                .hasMessage("working it out takes longer than 1 s; ask for fewer steps or facts");
    }

    @Test
    void thePartsOfALimitCountForTheWhole() {
        Deadline whole = Deadline.of(1);
        work(400, whole.part(1));
        assertThatThrownBy(() -> work(400, whole.part(1))).hasMessageContaining("longer than 1 s");
    }
}
