package dev.nabla.figure.induce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.gpt.CopyRate;
import dev.nabla.gpt.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is shown of a run that nobody has trained before. */
@TestsFigures
@Isolated("It forgets the run, and others train it.")
class InduceWorkTest {
    /** Each piece is short, the steps come in order, and at rest all is known that a printed picture has. */
    @Test
    void aRunIsShownWhileItIsWorkedOut() {
        InduceModel asked = new InduceFigure().start().withSteps(52).withOff(3);
        TrainingRun.forget(asked.film().recipe().corpus());
        long last = 0;
        int pieces = 0;
        InduceModel shown = asked.shown(true, Figure.Budget.of(1));
        while (shown.steps() < asked.steps()) {
            assertThat(shown.steps()).isGreaterThanOrEqualTo(last);
            assertThat(shown.measured()).isLessThanOrEqualTo((int) shown.steps());
            last = shown.steps();
            shown = asked.shown(true, Figure.Budget.of(1));
            pieces++;
        }
        assertThat(pieces).isGreaterThan(40);
        assertThat(shown.measured()).isEqualTo(50);
        assertThat(shown.progress().single()).isZero();
        assertThat(shown.progress().tested()).isFalse();
        while (!shown.equals(asked)) {
            shown = asked.shown(false, Figure.Budget.of(4));
            assertThat(shown.steps()).isEqualTo(52);
        }
        assertThat(asked.film().copies(52, 2, 0)).extracting(CopyRate::isDone).isEqualTo(true);
        assertThat(InduceModel.marks(52)).containsExactly(0, 50, 52);
    }
}
