package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression looks like when it has been put together again; each pair is equal by hand wherever both have a value. */
class AlgebraTest {
    private static String tidied(String f) {
        return Algebra.tidied(Parser.tree(f, Parser.Reading.EXPRESSION)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 + 3|5",
                "0 + x|x",
                "x + 0|x",
                "x + x|2 x",
                "x + (sin(x) + 1)|x + sin(x) + 1",
                "x + -3sin(x)|x - 3 sin(x)",
                "-x + sin(x)|sin(x) - x",
                "2 - 3|-1",
                "x - 0|x",
                "0 - x|-x",
                "x - x|0",
                "x + sin(x) - x|sin(x)",
                "x + sin(x) - sin(x)|x",
                "x - -3sin(x)|x + 3 sin(x)",
                "1/3 - 1|-2/3",
                "--x|x"
            })
    void ofASumWhatCancelsIsGone(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x*0|0",
                "0x|0",
                "1x|x",
                "-1x|-x",
                "x (-2)|-2 x",
                "(2x) (3sin(x))|6 x sin(x)",
                "x x^2|x^3",
                "sin(x) x|x sin(x)",
                "sin(x) x^2|x^2 sin(x)",
                "sin(x) pi|pi sin(x)",
                "sin(x) (x + 1)^2|sin(x) (x + 1)^2",
                "sin(x) x^x|sin(x) x^x",
                "x pi|x pi",
                "sin(x) cos(x)|cos(x) sin(x)",
                "sin(x)^x sin(x)|sin(x)^x sin(x)",
                "cos(x) (x exp(x))|x cos(x) exp(x)",
                "sin(x) (x/cos(x))|x sin(x)/cos(x)",
                "(x/cos(x)) sin(x)|x sin(x)/cos(x)",
                "3 (x/cos(x))|3 x/cos(x)",
                "-3 (x/cos(x))|-3 x/cos(x)"
            })
    void inAProductTheNumberComesFirstAndThenXAndThenFunctionsByName(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/x|0",
                "x/1|x",
                "6x/3|2 x",
                "x/4|0.25 x",
                "1234x/10000|0.1234 x",
                "12345x/100000|12345 x/100000",
                "x/3|x/3",
                "2x/6|x/3",
                "-2x/6|-x/3",
                "-1/3|-1/3",
                "x/(-3)|-x/3",
                "5x/3|5 x/3",
                "2x/3000000|2 x/3000000",
                "1e300x/1e-300|1e300 x/1e-300",
                "x/0|x/0",
                "-x/sin(x)|-x/sin(x)",
                "4x^2/(2sin(x))|2 x^2/sin(x)",
                "3x^2/(2sin(x))|3 x^2/(2 sin(x))",
                "x/cos(x)/sin(x)|x/(cos(x) sin(x))",
                "x sin(x)/sin(x)|x",
                "x sin(x)/x|sin(x)",
                "2x/x^2|2/x",
                "2x^3/x|2 x^2",
                "sin(x)/sin(x)|1"
            })
    void aFractionIsReducedWhereThatReadsBetter(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^1|x",
                "x^0|1",
                "2^3|8",
                "10^400|10^400",
                "(x^2)^3|x^6",
                "(x^0.5)^2|(x^0.5)^2",
                "(x^2)^0.5|(x^2)^0.5",
                "(x^999)^2|x^1998",
                "(x^1000)^2|(x^1000)^2"
            })
    void powersOfPowersAreJoinedOnlyForWholeExponents(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }
}
