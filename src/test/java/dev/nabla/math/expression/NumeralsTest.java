package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    private static final String NOT_A_NUMBER = " is not a number; type one like 0.5, -1e-3, 1/3 or pi";

    @Table
    void aNumberOrASmallSumOfThemIsRead(String text, double value) {
        assertThat(Numerals.number(text)).isEqualTo(value);
    }

    @Table
    void whatIsNoNumberIsNamedWithAnExampleOfOne(String text) {
        refused(text, BadInput.ErrorKind.USAGE, "bad_number", "'" + text.replace('\n', ' ') + "'" + NOT_A_NUMBER);
    }

    @Table
    void whatIsNotFiniteIsRefusedByName(String text, String code, String why) {
        refused(text, BadInput.ErrorKind.MATHS, code, "'" + text + "'" + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "sqrt(", "2^"})
    void absurdNestingIsRefusedAndNotAStackOverflow(String piece) {
        assertThatThrownBy(() -> Numerals.number(piece.repeat(100_000) + "1"))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("..." + "'" + NOT_A_NUMBER)
                .message()
                .hasSizeLessThan(120);
    }

    @Test
    void aVectorIsNumbersBetweenCommasAndSpacesDoNotCount() {
        assertThat(Numerals.vector("1")).isEqualTo(Vector.of(1));
        assertThat(Numerals.vector("-1, 0.5 ,1/4")).isEqualTo(Vector.of(-1, 0.5, 0.25));
        assertThat(Numerals.vector("0,-inf")).isEqualTo(Vector.of(0, Double.NEGATIVE_INFINITY));
    }

    @Table
    void aVectorWithAHoleInItIsRefused(String text, String complaint) {
        assertThatThrownBy(() -> Numerals.vector(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint);
    }

    @Table
    void rowsAreNoListAndTheAdviceFits(String text, String complaint) {
        assertThatThrownBy(() -> InputSuggestion.read("a", text, Numerals::vector))
                .isInstanceOf(BadInput.class)
                .hasMessage("a " + complaint);
    }

    @Table
    void aWholeNumberIsDigitsWithinItsBounds(String text, String said) {
        assertThat(whole(text)).isEqualTo(said);
    }

    private static String whole(String text) {
        try {
            return String.valueOf(Numerals.whole(text, 0, 10));
        } catch (BadInput refused) {
            return refused.getMessage();
        }
    }

    private static void refused(String text, BadInput.ErrorKind kind, String code, String complaint) {
        assertThatThrownBy(() -> Numerals.number(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint)
                .extracting("problem.kind", "problem.code")
                .containsExactly(kind, code);
    }
}
