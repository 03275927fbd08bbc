package dev.nabla.figure.part;

import dev.nabla.figure.Subscript;
import dev.nabla.math.Decimal;
import java.util.List;

/** How the tokens that may come next are called, and how their shares are told. */
public final class NextToken {
    private static final List<String> WORDS = List.of("mat", "rug", "moon", "tax");

    private NextToken() {}

    /** The word of token j of n in the course's own example, elsewhere its number. */
    public static String word(int n, int j) {
        return isNamed(n) ? WORDS.get(j) : "token " + (j + 1);
    }

    /** Whether n tokens have words: only the course's own four do. */
    static boolean isNamed(int n) {
        return n == WORDS.size();
    }

    /** The token's symbol, and its word where it has one: {@code z₁ mat}. */
    public static String symbol(int n, int j) {
        String symbol = "z" + Subscript.of(j);
        return isNamed(n) ? symbol + " " + word(n, j) : symbol;
    }

    /** Its word where it has one, else its symbol. */
    public static String shortest(int n, int j) {
        return isNamed(n) ? word(n, j) : "z" + Subscript.of(j);
    }

    /** A score with one place, or with two where it has a second one. */
    public static String score(double z, int field) {
        return Decimal.drawn(z, Math.rint(z * 10) == z * 10 ? 1 : 2, field);
    }

    /** A share of 1 with a tenth of a percent; what is less than all never reads {@code 100.0 %}. */
    public static String percent(double share) {
        String percent = Decimal.fixed(share * 100, 1);
        return (percent.equals("100.0") && share < 1 ? "over 99.9" : percent) + " %";
    }

    /** A share of 1 in three places; one that is neither 0 nor 1 never reads so. */
    public static String share(double p) {
        if (p > 0 && p < 0.001) {
            return Decimal.typeset(Decimal.significant(p, 2));
        }
        return p < 1 && p >= 0.9995 ? "over 0.999" : Decimal.fixed(p, 3);
    }
}
