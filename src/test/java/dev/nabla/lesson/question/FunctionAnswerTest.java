package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.lesson.Graded;
import dev.nabla.math.expression.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionAnswerTest {
    private static FunctionAnswer graph(String f) {
        return new FunctionAnswer(Expression.parse(f));
    }

    @Table
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
