package dev.nabla.math;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A function of x as it was typed: {@code x^2/4}, {@code 3sin(x)}, {@code 1/(1 + exp(-x))}.
 *
 * <p>Numbers, x, pi, e, {@code + - * / ^}, parentheses, sqrt exp log sin cos tan tanh sigmoid relu abs, and products
 * written side by side. Equal trees are equal expressions, however they were spaced.
 */
public final class Expression {
    /** A longer text than this is not printed. */
    private static final int LONGEST_TEXT = 2000;

    private static final int LONGEST_STEP = 60;
    private static final int MOST_STEPS = 12;

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
        if (text.isBlank()) {
            throw BadInput.usage("empty", "is empty; type a function of x, like x^2/4");
        }
        Node tree = tree(text, Parser.Reading.EXPRESSION);
        return new Expression(tree, text.strip());
    }

    static Node tree(String text, Parser.Reading reading) {
        return new Parser(
                        text,
                        reading,
                        (position, why) -> BadInput.usage(
                                "bad_expression",
                                Numerals.quoted(text) + " cannot be read at position " + position + ": " + why))
                .tree();
    }

    /** Reads expressions between commas or semicolons, which no expression contains: {@code x^2,sin(x)}. */
    public static List<Expression> list(String text) {
        List<Expression> expressions = new ArrayList<>();
        for (Part part : Part.of(text, ",;")) {
            expressions.add(part.read(Expression::parse));
        }
        return List.copyOf(expressions);
    }

    /** f(x), or NaN where there is no value; x^2/4 at 3 is 2.25. */
    public double at(double x) {
        double value = tree.value(Vector.of(x));
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Why f has no value at x; empty where it has one. */
    public Optional<String> trouble(double x) {
        Tangent tangent = tree.at(x);
        if (tangent.trouble() != null) {
            return Optional.of(tangent.trouble().why());
        }
        return Double.isFinite(tangent.value()) ? Optional.empty() : Optional.of("f is larger than any double here");
    }

    /** The slope when x comes from below, NaN or infinite where there is none; abs(x) at 0: -1. */
    public double slopeFromLeft(double x) {
        return tree.at(x).left();
    }

    /** The slope when x goes on upwards; abs(x) at 0: 1. */
    public double slopeToRight(double x) {
        return tree.at(x).right();
    }

    /** The exact derivative, tidied: of x^2/4 it is 0.5 x; empty if it is too long to print. */
    public Optional<Expression> derivative() {
        Node slope = differentiated(Algebra.tidied(tree), new LinkedHashSet<>());
        String printed = slope.text();
        return printed.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(new Expression(slope, printed));
    }

    /** How the derivative comes about, a rule a line, the innermost first: {@code power rule: d/dx x^2 = 2 x}. */
    public List<String> rules() {
        Set<String> rules = new LinkedHashSet<>();
        Node slope = differentiated(Algebra.tidied(tree), rules);
        if (rules.isEmpty()) {
            rules.add((tree.isConstant() ? "constant: d/dx " : "d/dx ") + step(tree) + " = " + step(slope));
        }
        List<String> all = new ArrayList<>(rules);
        if (all.size() <= MOST_STEPS) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_STEPS - 2));
        some.add("...");
        some.add(all.get(all.size() - 1));
        return some;
    }

    private static Node differentiated(Node node, Set<String> rules) {
        if (node.isConstant()) {
            return Algebra.ZERO;
        }
        List<Node> slopes = new ArrayList<>();
        for (Node part : node.parts()) {
            slopes.add(differentiated(part, rules));
        }
        Node slope = node.derivative(slopes);
        if (!node.rule().isEmpty() && rules.size() <= 10 * MOST_STEPS) {
            rules.add(node.rule() + ": d/dx " + (node.binds() == Node.SUM ? "(" + step(node) + ")" : step(node)) + " = "
                    + step(slope));
        }
        return slope;
    }

    private static String step(Node node) {
        String text = node.text();
        return text.length() <= LONGEST_STEP ? text : text.substring(0, LONGEST_STEP) + "...";
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
