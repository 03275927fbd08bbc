package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.figure.matmul.MatmulModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkedStepsTest {
    @ParameterizedTest
    @CsvSource({
        "12345, 4, 12345",
        "12345.6, 4, 12346",
        "-99999.9, 4, −100000",
        "1234.56, 4, 1235",
        "0.000123456, 4, 0.0001235",
        "1234567, 6, 1234567",
        "0.7568767, 6, 0.756877",
        "9.87e15, 6, 9870000000000000",
        "1.23456789e16, 6, 1.23457e16",
        "Infinity, 6, ∞",
        "NaN, 6, NaN"
    })
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
}
