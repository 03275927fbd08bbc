package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/**
 * A function of x as it was typed: {@code x^2/4}, {@code 3sin(x)}, {@code 1/(1 + exp(-x))}.
 *
 * <p>Numbers, x, pi, e, {@code + - * / ^}, parentheses, sqrt exp log sin cos tan tanh sigmoid relu abs, and products
 * written side by side. Equal trees are equal expressions, however they were spaced.
 */
public final class Expression {
    /** A longer text than this is not printed. */
    private static final int LONGEST = 2000;

    private final Node tree;
    private final String text;

    private Expression(Node tree, String text) {
        this.tree = tree;
        this.text = text;
    }

    /**
     * Reads an expression.
     *
     * @throws BadInput at the position, counted from 1, where reading stopped, and why: {@code 'x^^2' cannot be read at
     *     position 3: '^' does not fit here}
     */
    public static Expression parse(String text) {
        return parse(text, Parser.Reading.EXPRESSION, "type a function of x, like x^2/4");
    }

    static Expression parse(String text, Parser.Reading reading, String remedy) {
        if (text.isBlank()) {
            throw BadInput.usage("empty", "is empty; " + remedy);
        }
        return new Expression(new Parser(text, reading, Calculation.Names.NONE).tree(), text.strip());
    }

    Node tree() {
        return tree;
    }

    /** Reads expressions between commas or semicolons, which no expression contains: {@code x^2,sin(x)}. */
    public static List<Expression> list(String text) {
        return Numerals.Part.of(text, "[,;]").stream()
                .map(part -> part.read(Expression::parse))
                .toList();
    }

    /** f(x), or NaN where there is no value; x^2/4 at 3 is 2.25. */
    public double at(double x) {
        double value = tree.value(Vector.of(x));
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Why f has no value at x; empty where it has one. */
    public Optional<String> trouble(double x) {
        Dual here = dual(x, 1);
        if (here.trouble() != null) {
            return Optional.of(here.trouble().why());
        }
        return Double.isFinite(here.value()) ? Optional.empty() : Optional.of("f is larger than any double here");
    }

    private Dual dual(double x, int way) {
        return tree.dual(Vector.of(x), 0, way);
    }

    /**
     * The slope on one side of x, NaN or infinite where there is none; abs(x) at 0: -1 below, 1 above.
     *
     * @param way 1 going on upwards, -1 coming from below
     */
    public double slope(double x, int way) {
        return way * dual(x, way).slope();
    }

    /** The exact derivative, tidied: of x^2/4 it is 0.5 x; empty if it is too long to print. */
    public Optional<Expression> derivative() {
        Node slope = new Differentiation(tree).slope();
        String printed = slope.text();
        return printed.length() > LONGEST ? Optional.empty() : Optional.of(new Expression(slope, printed));
    }

    /** How the derivative comes about, a rule a line, the innermost first: {@code power rule: d/dx x^2 = 2 x}. */
    public List<String> rules() {
        return new Differentiation(tree).rules();
    }

    /** Printed anew, which reads back to the same values. */
    public String printed() {
        return tree.text();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** As it was typed. */
    @Override
    public String toString() {
        return text;
    }
}
