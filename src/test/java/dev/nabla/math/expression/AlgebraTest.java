package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;

/** What an expression looks like when it has been put together again; each pair is equal by hand wherever both have a value. */
class AlgebraTest {
    private static String tidied(String f) {
        return Algebra.tidied(Parser.tree(f, Parser.Reading.EXPRESSION)).text();
    }

    @Table
    void ofASumWhatCancelsIsGone(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }

    @Table
    void inAProductTheNumberComesFirstAndThenXAndThenFunctionsByName(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }

    @Table
    void aFractionIsReducedWhereThatReadsBetter(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }

    @Table
    void powersOfPowersAreJoinedOnlyForWholeExponents(String f, String tidied) {
        assertThat(tidied(f)).isEqualTo(tidied);
    }
}
