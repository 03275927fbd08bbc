package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    private static final String NOT_A_NUMBER = " is not a number; type one like 0.5, -1e-3, 1/3 or pi";
    private static final String NAN = " is not a number (NaN); type a number like 0.5 or 1/3";
    private static final String TOO_LARGE = " is larger than any double (1.8e308); type inf if you mean infinity";
    private static final String BY_ZERO = " divides by zero; type inf if you mean infinity";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0.5|0.5",
                "-1e-3|-0.001",
                "1E5|100000",
                "+7|7",
                ".5|0.5",
                "1.|1",
                " 2 |2",
                "1 + 2|3",
                "1/3|0.3333333333333333",
                "pi|3.141592653589793",
                "PI|3.141592653589793",
                "e|2.718281828459045",
                "sqrt(2)|1.4142135623730951",
                "exp(0)|1",
                "log(1)|0",
                "ln(1)|0",
                "log2(8)|3",
                "1/log2(16)|0.25",
                "log10(100)|2",
                "(1+2)*3|9",
                "2^3^2|512",
                "-2^2|-4",
                "2^-1|0.5",
                "6/3/2|1",
                "7-3-2|2",
                "--1|1",
                "1e-400|0",
                "5e-324|4.9E-324"
            })
    void aNumberOrASmallSumOfThemIsRead(String text, double value) {
        assertThat(Numerals.number(text)).isEqualTo(value);
    }

    @Test
    void infinityIsReadWhereItIsWritten() {
        assertThat(Numerals.number("inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Numerals.number("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Numerals.number("Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "   ",
                "abc",
                "1,5",
                "1..2",
                "1.2.3",
                "0x10",
                "1_000",
                "1'000",
                "1e",
                "1e+",
                "1e-a",
                "1e²",
                "2e3e",
                "1f",
                "1d",
                "2pi",
                "(",
                "(1",
                "1)",
                "sqrt",
                "sqrt(",
                "sqrt 2",
                "sqrt()",
                "1 2",
                "½",
                "１",
                "١",
                "1/",
                "*1",
                "^2",
                "e5",
                "1\t",
                "1\n",
                ".",
                "-",
                "1/3;",
                "#",
                "\u0000",
                "\uD83D\uDE00");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
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

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "NAN", "-nan", "inf-inf", "sqrt(-1)", "log(-1)", "0*inf", "1+nan"})
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|is empty; type numbers between commas, like 2.1,0.5,-1",
                "\"  \"|is empty; type numbers between commas, like 2.1,0.5,-1",
                "1,|'1,' has an empty place; type numbers between commas, like 2.1,0.5,-1",
                ",1|',1' has an empty place; type numbers between commas, like 2.1,0.5,-1",
                "1,,2|'1,,2' has an empty place; type numbers between commas, like 2.1,0.5,-1",
                "1;2|'1;2' is not a number; type one like 0.5, -1e-3, 1/3 or pi",
                "1,x|'x' is not a number; type one like 0.5, -1e-3, 1/3 or pi",
                "1,nan|'nan' is not a number (NaN); type a number like 0.5 or 1/3"
            })
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

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.0", "1e3", "1/2", "١", "--1", "1 0"})
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
                .extracting("kind", "code")
                .containsExactly(kind, code);
    }
}
