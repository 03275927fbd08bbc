package dev.nabla.math;

import java.util.List;

/** An expression in x, or in several variables, as a tree; each kind knows its {@link Tangent}, its text and its rule of differentiation. */
sealed interface Node permits Node.Number, Node.Constant, Node.X, Negative, Plus, Minus, Times, Over, Power, Apply {
    /** How tightly a node's text holds together, the loosest first. */
    int SUM = 1;

    int PRODUCT = 2;
    int POWER = 3;
    int ATOM = 4;

    /** Value and one-sided slopes at a point, in the direction of the variable that moves. */
    Tangent at(Seed seed);

    /** The same for the only variable there is. */
    default Tangent at(double x) {
        return at(Seed.of(x));
    }

    /** The value alone, which is that of {@link #at} and much quicker; NaN where there is trouble. */
    double value(Vector at);

    /** The parts that the rule needs the derivatives of, innermost first; a leaf has none. */
    default List<Node> parts() {
        return List.of();
    }

    /** The rule used here, like {@code quotient rule}; empty where there is nothing to say, as of a leaf. */
    default String rule() {
        return "";
    }

    /** The derivative, from those of the {@link #parts}. */
    Node derivative(List<Node> slopes);

    /** The same kind of node with other parts, tidied. */
    default Node of(List<Node> parts) {
        return this;
    }

    int binds();

    void print(StringBuilder out);

    /** Whether x is nowhere in it. */
    default boolean isConstant() {
        for (Node part : parts()) {
            if (!part.isConstant()) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is the number c. */
    default boolean is(double c) {
        return this instanceof Number number && number.value == c;
    }

    default String text() {
        StringBuilder out = new StringBuilder();
        print(out);
        return out.toString();
    }

    /** The text, in parentheses where it would fall apart. */
    default void print(StringBuilder out, int least) {
        if (binds() >= least) {
            print(out);
        } else {
            out.append('(');
            print(out);
            out.append(')');
        }
    }

    record Number(double value) implements Node {
        @Override
        public Tangent at(Seed seed) {
            return Tangent.constant(value);
        }

        @Override
        public double value(Vector at) {
            return value;
        }

        @Override
        public Node derivative(List<Node> slopes) {
            return new Number(0);
        }

        @Override
        public int binds() {
            return value < 0 || 1 / value < 0 ? PRODUCT : ATOM;
        }

        @Override
        public void print(StringBuilder out) {
            out.append(Decimal.shortest(value));
        }
    }

    /** pi, e or inf, which keep their names. */
    record Constant(String name, double value) implements Node {
        @Override
        public Tangent at(Seed seed) {
            return Tangent.constant(value);
        }

        @Override
        public double value(Vector at) {
            return value;
        }

        @Override
        public Node derivative(List<Node> slopes) {
            return new Number(0);
        }

        @Override
        public int binds() {
            return ATOM;
        }

        @Override
        public void print(StringBuilder out) {
            out.append(name);
        }
    }

    /** A variable, counted from 0: x, y, x3, x4, ... */
    record X(int index) implements Node {
        X() {
            this(0);
        }

        @Override
        public Tangent at(Seed seed) {
            return seed.variable(index);
        }

        @Override
        public double value(Vector at) {
            return at.get(index);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public Node derivative(List<Node> slopes) {
            return new Number(1);
        }

        @Override
        public int binds() {
            return ATOM;
        }

        @Override
        public void print(StringBuilder out) {
            out.append(index == 0 ? "x" : index == 1 ? "y" : "x" + (index + 1));
        }
    }
}
