package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;

/**
 * A calculation over numbers that have names, {@code 2*$c*$t}: {@link Numerals}' grammar with names as leaves. What a name
 * looks like is up to whoever reads it.
 */
public final class Calculation {
    /** Finds the names in a text. */
    public interface NameScanner {
        NameScanner NONE = (text, at) -> at;

        /** Where the name that begins at a place ends; the place itself if none begins there. */
        int end(String text, int at);
    }

    private final Node tree;
    private final String text;

    private Calculation(Node tree, String text) {
        this.tree = tree;
        this.text = text;
    }

    /**
     * Reads a calculation; the finder is asked once for each name, from left to right.
     *
     * @throws BadInput at the position where reading stopped
     */
    public static Calculation parse(String text, NameScanner names) {
        return new Calculation(new Parser(text, Parser.ParserMode.NUMBER, names).tree(), text);
    }

    /**
     * The result.
     *
     * @param named the numbers that the names stand for, in the order of standing
     * @throws BadInput of the kind {@link BadInput.ErrorKind#MATHS} if that is no number, or too large for one
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

    /** True if infinity was put in, so that it may come out. */
    private static boolean hasInfinity(Node node, Vector numbers) {
        boolean infinite = node.parts().isEmpty() && Double.isInfinite(node.value(numbers));
        for (Node part : node.parts()) {
            infinite |= hasInfinity(part, numbers);
        }
        return infinite;
    }
}
