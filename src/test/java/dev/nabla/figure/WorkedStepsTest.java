package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.figure.matmul.MatmulModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestsFigures
class WorkedStepsTest {
    @Table
    void noDigitBeforeThePointIsRoundedAway(double x, int digits, String text) {
        assertThat(WorkedSteps.number(x, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0.5, (−0.5)", "0.5, 0.5", "-1e300, (−1e300)", "0, 0", "-Infinity, (−∞)"})
    void whatStandsBehindASignIsBracketedIfNegative(double x, String text) {
        assertThat(WorkedSteps.bracketed(x)).isEqualTo(text);
    }

    @Test
    void whatIsTypedStandsInTheProduct() {
        MatmulFigure figure = new MatmulFigure();
        MatmulModel model = Settings.apply(figure, figure.start(), Samples.settings("a=12345,1 b=1;1"));
        assertThat(figure.steps(model)).last().isEqualTo("C₁₁ = 12345·1 + 1·1 = 12346");
    }

    @Test
    void aProductOfOneShareIsWrittenOnce() {
        assertThat(steps(Figures.named("babble"), "begin=ella")).last().isEqualTo("p = 0.667207");
    }

    private static <M extends Record> List<String> steps(Figure<M> figure, String settings) {
        return figure.steps(Settings.apply(figure, figure.start(), Samples.settings(settings)));
    }

    @Table
    void computedNumbersAreCutAndAllElseStays(String text, String told) {
        assertThat(WorkedSteps.shortened(text)).isEqualTo(told);
    }
}
