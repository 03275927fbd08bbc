package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;

/**
 * An arithmetic expression with named numbers, like {@code 2*$c*$t}: the grammar of {@link Numerals} with names as
 * leaves. The caller's {@link NameScanner} decides what a name looks like.
 */
public final class Calculation {
    /** Finder of names in a text. */
    public interface NameScanner {
        NameScanner NONE = (text, at) -> at;

        /**
         * Returns the index behind the name that begins at {@code at}, or {@code at} if none begins there. Indices
         * count from 0.
         */
        int end(String text, int at);
    }

    private final Node tree;
    private final String text;

    private Calculation(Node tree, String text) {
        this.tree = tree;
        this.text = text;
    }

    /**
     * Parses a calculation.
     *
     * @param names finds the names in the text, from left to right
     * @throws BadInput with the position, from 1, where parsing stopped
     */
    public static Calculation parse(String text, NameScanner names) {
        return new Calculation(new Parser(text, Parser.ParserMode.NUMBER, names).tree(), text);
    }

    /**
     * Returns the result.
     *
     * @param named the numbers of the names, in the order in which the names appear
     * @throws BadInput of the kind {@link BadInput.ErrorKind#MATHS}, if the result is not a number, divides by zero or
     *     is too large for a double
     */
    public double value(double... named) {
        Vector numbers = named.length == 0 ? Vector.of(0.0) : Vector.of(named);
        Dual result = tree.dual(numbers, -1, 1);
        if (result.trouble() == Dual.Trouble.DIVISION) {
            throw BadInput.maths(
                    "division_by_zero", Numerals.quoted(text) + " divides by zero; type inf if you mean infinity");
        }
        if (Double.isNaN(result.value())) {
            throw BadInput.maths(
                    "nan", Numerals.quoted(text) + " is not a number (NaN); type a number like 0.5 or 1/3");
        }
        if (Double.isInfinite(result.value()) && !hasInfinity(tree, numbers)) {
            throw Numerals.tooLarge(text);
        }
        return result.value();
    }

    /** Returns whether a leaf is infinite, so that the result may be infinite too. */
    private static boolean hasInfinity(Node node, Vector numbers) {
        boolean infinite = node.parts().isEmpty() && Double.isInfinite(node.value(numbers));
        for (Node part : node.parts()) {
            infinite |= hasInfinity(part, numbers);
        }
        return infinite;
    }
}
