package dev.nabla.math.expression;

import dev.nabla.math.Decimal;
import dev.nabla.math.Rounded;
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

    /** The value alone, which is that of {@link #dual} and much quicker; NaN where there is trouble. */
    double value(Vector at);

    /**
     * Value and slope at a point that one variable leaves while the others stand still.
     *
     * @param moving its position, from 0; -1 for none
     * @param way 1 upwards, -1 downwards
     */
    default Dual dual(Vector at, int moving, int way) {
        return Dual.constant(Rounded.exact(value(at)));
    }

    /** The nodes that an operation takes, from left to right; a leaf has none. */
    default List<Node> parts() {
        return List.of();
    }

    default int binds() {
        boolean signed = this instanceof Negative || this instanceof Number n && (n.value < 0 || 1 / n.value < 0);
        return this instanceof Binary pair ? pair.operator.binds() : signed ? PRODUCT : ATOM;
    }

    String text();

    /** The text, in parentheses where it would fall apart. */
    default String text(int least) {
        return binds() >= least ? text() : "(" + text() + ")";
    }

    /** The number, from 1, of the last variable in it; 0 if there is none. */
    default int variables() {
        int last = this instanceof Variable x ? x.index + 1 : 0;
        for (Node part : parts()) {
            last = Math.max(last, part.variables());
        }
        return last;
    }

    default boolean isConstant() {
        return variables() == 0;
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

    record Number(double value) implements Node {
        @Override
        public double value(Vector at) {
            return value;
        }

        @Override
        public String text() {
            return Decimal.shortest(value);
        }
    }

    /** pi, e or inf, which keep their names. */
    record Constant(String text, double value) implements Node {
        @Override
        public double value(Vector at) {
            return value;
        }

        @Override
        public Dual dual(Vector at, int moving, int way) {
            return Dual.constant(new Rounded(value, Math.ulp(value) / 2));
        }
    }

    /**
     * A name for a number that comes later.
     *
     * @param text the name
     * @param index where its number stands, from 0
     */
    record Variable(String text, int index) implements Node {
        @Override
        public double value(Vector at) {
            return at.get(index);
        }

        @Override
        public Dual dual(Vector at, int moving, int way) {
            Rounded here = Rounded.exact(at.get(index));
            return index == moving ? new Dual(here, Rounded.exact(way), 1, null) : Dual.constant(here);
        }
    }

    /** -a */
    record Negative(Node a) implements Node {
        @Override
        public double value(Vector at) {
            return -a.value(at);
        }

        @Override
        public Dual dual(Vector at, int moving, int way) {
            return a.dual(at, moving, way).negative();
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public String text() {
            return "-" + a.text(PRODUCT);
        }
    }

    /** f(a) */
    record Apply(NamedFunction f, Node a) implements Node {
        @Override
        public double value(Vector at) {
            double x = a.value(at);
            return f.trouble(x) == null ? f.of(x) : Double.NaN;
        }

        @Override
        public Dual dual(Vector at, int moving, int way) {
            return a.dual(at, moving, way).apply(f);
        }

        @Override
        public List<Node> parts() {
            return List.of(a);
        }

        @Override
        public String text() {
            return f.text() + "(" + a.text() + ")";
        }
    }

    /** a + b, a - b, a b, a/b or a^b; a product is written side by side where that can be read back. */
    record Binary(Operator operator, Node a, Node b) implements Node {
        @Override
        public double value(Vector at) {
            return operator.of(a.value(at), b.value(at));
        }

        @Override
        public Dual dual(Vector at, int moving, int way) {
            return operator.of(a.dual(at, moving, way), b.dual(at, moving, way));
        }

        @Override
        public List<Node> parts() {
            return List.of(a, b);
        }

        @Override
        public String text() {
            boolean power = operator == Operator.POWER;
            String left = a.text(power ? ATOM : binds());
            String right = b.text(!power ? binds() + 1 : b instanceof Number ? PRODUCT : POWER);
            boolean digits = operator == Operator.TIMES && Character.isDigit(right.charAt(0));
            return left + (digits ? " * " : operator.symbol()) + right;
        }
    }

    /** An operation between two parts of an expression. */
    enum Operator {
        PLUS('+', " + ", Node.SUM),
        MINUS('-', " - ", Node.SUM),
        TIMES('*', " ", Node.PRODUCT),
        OVER('/', "/", Node.PRODUCT),
        POWER('^', "^", Node.POWER);

        private final char typed;
        private final String symbol;
        private final int binds;

        Operator(char typed, String symbol, int binds) {
            this.typed = typed;
            this.symbol = symbol;
            this.binds = binds;
        }

        char typed() {
            return typed;
        }

        String symbol() {
            return symbol;
        }

        /** How tightly its text holds together. */
        int binds() {
            return binds;
        }

        /** NaN for a division by 0, also where that is written as a power. */
        double of(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case OVER -> b == 0 ? Double.NaN : a / b;
                case POWER -> Double.isNaN(a) || a == 0 && b < 0 ? Double.NaN : StrictMath.pow(a, b);
            };
        }

        /** Value and slopes; trouble of either part is trouble of the whole. */
        Dual of(Dual a, Dual b) {
            if (a.trouble() != null || b.trouble() != null) {
                return a.trouble() != null ? a : b;
            }
            return switch (this) {
                case PLUS -> a.plus(b);
                case MINUS -> a.plus(b.negative());
                case TIMES -> a.times(b);
                case OVER -> a.over(b);
                case POWER -> a.power(b);
            };
        }

        /** As it is written. */
        Node of(Node a, Node b) {
            return new Node.Binary(this, a, b);
        }

        /** Put together and tidied. */
        Node tidied(Node a, Node b) {
            return switch (this) {
                case PLUS -> Algebra.plus(a, b);
                case MINUS -> Algebra.minus(a, b);
                case TIMES -> Algebra.times(a, b);
                case OVER -> Algebra.over(a, b);
                case POWER -> Algebra.power(a, b);
            };
        }
    }
}
