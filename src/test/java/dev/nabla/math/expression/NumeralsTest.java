package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    private static final String NOT_A_NUMBER = " is not a number; type one like 0.5, -1e-3, 1/3 or pi";
    private static final String NAN = " is not a number (NaN); type a number like 0.5 or 1/3";
    private static final String TOO_LARGE = " is larger than any double (1.8e308); type inf if you mean infinity";
    private static final String BY_ZERO = " divides by zero; type inf if you mean infinity";

    @Table
    void aNumberOrASmallSumOfThemIsRead(String text, double value) {
        assertThat(Numerals.number(text)).isEqualTo(value);
    }

    @Test
    void infinityIsReadWhereItIsWritten() {
        assertThat(Numerals.number("inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Numerals.number("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Numerals.number("Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Table
    void whatIsNoNumberIsNamedWithAnExampleOfOne(String text) {
        refused(text, BadInput.Kind.USAGE, "bad_number", "'" + text + "'" + NOT_A_NUMBER);
    }

    @Test
    void aTypesetMinusIsNamedWithTheOneToType() {
        refused(
                "\u22121e-3",
                BadInput.Kind.USAGE,
                "bad_number",
                "'\u22121e-3' is not a number; type a hyphen for the minus, -1e-3");
    }

    @Table
    void nanIsRefusedByName(String text) {
        refused(text, BadInput.Kind.MATHS, "nan", "'" + text + "'" + NAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e309", "1.8e308", "2e308"})
    void aDecimalPastTheLargestDoubleIsRefused(String text) {
        refused(text, BadInput.Kind.MATHS, "too_large", "'" + text + "'" + TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "0/0", "1/-0", "1/(2-2)", "-1/0.0"})
    void divisionByZeroIsRefused(String text) {
        refused(text, BadInput.Kind.MATHS, "division_by_zero", "'" + text + "'" + BY_ZERO);
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

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "' 7 ', 7", "+5, 5", "007, 7"})
    void aWholeNumberWithinItsBoundsIsRead(String text, long value) {
        assertThat(Numerals.whole(text, 0, 10)).isEqualTo(value);
    }

    @Table
    void aWholeNumberIsDigitsOnly(String text) {
        assertThatThrownBy(() -> Numerals.whole(text, 0, 10))
                .hasMessage("'" + text + "' is not a whole number; type one like 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "11", "99999999999999999999"})
    void aWholeNumberOutOfItsBoundsIsToldThem(String text) {
        assertThatThrownBy(() -> Numerals.whole(text, 0, 10))
                .hasMessage("'" + text + "' is out of range; type a whole number from 0 to 10");
    }

    @Test
    void theLargestWholeNumberIsStillRead() {
        assertThat(Numerals.whole("9223372036854775807", 0, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    private static void refused(String text, BadInput.Kind kind, String code, String complaint) {
        assertThatThrownBy(() -> Numerals.number(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint)
                .extracting("problem.kind", "problem.code")
                .containsExactly(kind, code);
    }
}
