package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Graded;
import dev.nabla.math.expression.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionAnswerTest {
    private static FunctionAnswer graph(String f) {
        return new FunctionAnswer(Expression.parse(f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2|x*x|right",
                "x^2|x²|right",
                "x^2|f'(x) = x x|right",
                "x^2|-x^2|sign",
                "x^2|x^3|wrong",
                "x^2|x^2 + 1e-8|wrong",
                "x^2|x^2 + 1e-10|right",
                "1e10x|1e10x + 0.001|right",
                "1e10x|1e10x + 100|wrong",
                "log(x)|log(abs(x))|wrong",
                "log(abs(x))|log(x)|wrong",
                "log(x)|log(x^2)/2|wrong",
                "log(x)|2log(sqrt(x))|right",
                "2.5x|2,5x|right",
                "2.5x|-2,5*x|sign",
                "2.5x|2,x|unreadable",
                "x^2|x^^2|unreadable"
            })
    void aFunctionIsRightInWhateverForm(String f, String typed, String word) {
        assertThat(Graded.word(graph(f), typed)).isEqualTo(word);
    }

    /** sqrt(x - 1.2) has a value at 1.3, 1.9, 2.6 and 3.7; sqrt(x - 1.5) at three of them. */
    @Test
    void aFunctionWithAValueAtFewerThanFourPlacesCannotBeTold() {
        assertThat(Graded.word(graph("sqrt(x - 1.2)"), "sqrt(x - 1.2)")).isEqualTo("right");
        assertThat(Graded.word(graph("sqrt(x - 1.5)"), "sqrt(x - 1.5)")).isEqualTo("wrong");
    }

    @Test
    void functionsAreApartIfTheyDifferAnywhere() {
        assertThat(graph("x^2").isApartFrom(graph("x^2 + 1"))).isTrue();
        assertThat(graph("x^2").isApartFrom(graph("x*x"))).isFalse();
        assertThat(graph("x^2").isApartFrom(new ChoiceAnswer("x", List.of()))).isFalse();
    }

    @Test
    void itsTextIsTheFunctionAsItWasTyped() {
        assertThat(graph("2 x").text()).isEqualTo("2 x");
    }
}
