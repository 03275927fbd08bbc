package dev.nabla.math.expression;

import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * An expression as a tree: numbers and names at its leaves, one operation a node.
 *
 * <p>What is done with a tree stands in one place each: its value and {@link Dual} here, its rules of differentiation in
 * {@link Differentiation}, what it is tidied to in {@link Algebra}, its text here again.
 */
sealed interface Node {
    /** How tightly a node's text holds together, the loosest first. */
    int SUM = 1;

    int PRODUCT = 2;
    int POWER = 3;
    int ATOM = 4;

    /** The value alone, which is that of {@link #at} and much quicker; NaN where there is trouble. */
    double value(Vector at);

    /** Value and one-sided slopes at a point, in the direction of the variable that moves. */
    default Dual at(Ray ray) {
        return Dual.constant(value(ray.at()));
    }

    /** At x, the only variable there is, which moves. */
    default Dual at(double x) {
        return at(new Ray(Vector.of(x), 0));
    }

    /** The nodes that an operation takes, from left to right; a leaf has none. */
    default List<Node> parts() {
        return List.of();
    }

    default int binds() {
        boolean signed = this instanceof Negative || this instanceof Number n && (n.value < 0 || 1 / n.value < 0);
        return this instanceof Binary pair ? pair.operator.binds() : signed ? PRODUCT : ATOM;
    }

    void print(StringBuilder out);

    /** True if no variable is in it. */
    default boolean isConstant() {
        boolean constant = !(this instanceof Variable);
        for (Node part : parts()) {
            constant &= part.isConstant();
        }
        return constant;
    }

    /** True for the number c. */
    default boolean is(double c) {
        return this instanceof Number number && number.value == c;
    }

    default boolean is(Operator operator) {
        return this instanceof Binary pair && pair.operator == operator;
    }

    /** The first of the parts. */
    default Node left() {
        return parts().get(0);
    }

    /** The second of them. */
    default Node right() {
        return parts().get(1);
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

    /**
     * Where an expression is evaluated, and which of its variables moves: one pass of forward mode gives the slope along that one.
     *
     * @param at the variables
     * @param moving the position, from 0, of the one that moves; -1 for none
     */
    record Ray(Vector at, int moving) {
        /** A variable moves with slope 1 if it is the one, and stands still otherwise. */
        Dual variable(int index) {
            double slope = index == moving ? 1 : 0;
            return new Dual(at.get(index), slope, slope, null);
        }
    }

    record Number(double value) implements Node {
        @Override
        public double value(Vector at) {
            return value;
        }

        @Override
        public void print(StringBuilder out) {
            out.append(Decimal.shortest(value));
        }
    }

    /** pi, e or inf, which keep their names. */
    record Constant(String name, double value) implements Node {
        @Override
        public double value(Vector at) {
            return value;
        }

        @Override
        public void print(StringBuilder out) {
            out.append(name);
        }
    }

    /**
     * A name for a number that comes later.
     *
     * @param name as it is printed
     * @param index where its number stands, from 0
     */
    record Variable(String name, int index) implements Node {
        @Override
        public double value(Vector at) {
            return at.get(index);
        }

        @Override
        public Dual at(Ray ray) {
            return ray.variable(index);
        }

        @Override
        public void print(StringBuilder out) {
            out.append(name);
        }
    }

    /** -a */
    record Negative(Node a) implements Node {
        @Override
        public double value(Vector at) {
            return -a.value(at);
        }

        @Override
        public Dual at(Ray ray) {
            return a.at(ray).negative();
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public void print(StringBuilder out) {
            out.append('-');
            a.print(out, PRODUCT);
        }
    }

    /** f(a) */
    record Apply(Function f, Node a) implements Node {
        @Override
        public double value(Vector at) {
            double x = a.value(at);
            return f.trouble(x) == null ? f.of(x) : Double.NaN;
        }

        @Override
        public Dual at(Ray ray) {
            return a.at(ray).apply(f);
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public void print(StringBuilder out) {
            out.append(f.text());
            a.print(out, ATOM + 1);
        }
    }

    /** a + b, a - b, a b, a/b or a^b; a product is written side by side where that can be read back. */
    record Binary(Operator operator, Node a, Node b) implements Node {
        @Override
        public double value(Vector at) {
            return operator.of(a.value(at), b.value(at));
        }

        @Override
        public Dual at(Ray ray) {
            return operator.of(a.at(ray), b.at(ray));
        }

        @Override
        public List<Node> parts() {
            return List.of(a, b);
        }

        @Override
        public void print(StringBuilder out) {
            boolean power = operator == Operator.POWER;
            a.print(out, power ? ATOM : binds());
            int gap = out.length();
            b.print(out, !power ? binds() + 1 : b instanceof Number ? PRODUCT : POWER);
            boolean digits = operator == Operator.TIMES && Character.isDigit(out.charAt(gap));
            out.insert(gap, digits ? " * " : operator.symbol());
        }
    }
}
