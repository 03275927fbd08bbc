package dev.nabla.math.expression;

import dev.nabla.math.Decimal;
import dev.nabla.math.Rounded;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.Function;

/**
 * An expression as a tree, with numbers and names as leaves and operations as inner nodes.
 *
 * <p>Values, {@link Dual}s and text are computed here, derivatives in {@link Differentiation}, and simplification in
 * {@link Algebra}.
 */
sealed interface Node {
    /** Binding strength of a node's text, the weakest first. */
    int SUM = 1;

    int PRODUCT = 2;
    int POWER = 3;
    int ATOM = 4;

    /** Returns the value alone, the same as that of {@link #dual} but faster; NaN if there is none. */
    double value(Vector at);

    /**
     * Returns value and change at a point when one variable changes and the others are constant.
     *
     * @param moving index of that variable, from 0; -1 for none
     * @param way 1 for increasing, -1 for decreasing
     */
    default Dual dual(Vector at, int moving, int way) {
        return Dual.constant(Rounded.exact(value(at)));
    }

    /** Returns the operands from left to right; empty for a leaf. */
    default List<Node> parts() {
        return List.of();
    }

    /** Returns a copy with every variable replaced. */
    default Node with(Function<Variable, Node> replaced) {
        return this;
    }

    default int binds() {
        boolean signed = this instanceof Negative || this instanceof Number n && (n.value < 0 || 1 / n.value < 0);
        return this instanceof Binary pair ? pair.operator.binds() : signed ? PRODUCT : ATOM;
    }

    String text();

    /** Returns the text, in parentheses if it binds weaker than {@code least}. */
    default String text(int least) {
        return binds() >= least ? text() : "(" + text() + ")";
    }

    /** Returns the number, from 1, of the highest variable in it; 0 if there is none. */
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

    /** Returns whether this is the number c. */
    default boolean is(double c) {
        return this instanceof Number number && number.value == c;
    }

    default boolean is(Operator operator) {
        return this instanceof Binary pair && pair.operator == operator;
    }

    /** Returns the first operand. */
    default Node left() {
        return parts().get(0);
    }

    /** Returns the second operand. */
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

    /** A constant printed by its name: pi, e or inf (in calculations also nan). */
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
     * A variable, whose number is given at evaluation.
     *
     * @param text the name
     * @param index position of its number, from 0
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

        @Override
        public Node with(Function<Variable, Node> replaced) {
            return replaced.apply(this);
        }
    }

    /** The negative -a. */
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
        public Node with(Function<Variable, Node> replaced) {
            return new Negative(a.with(replaced));
        }

        @Override
        public String text() {
            return "-" + a.text(PRODUCT);
        }
    }

    /** A function call f(a). */
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
        public Node with(Function<Variable, Node> replaced) {
            return new Apply(f, a.with(replaced));
        }

        @Override
        public String text() {
            return f.text() + "(" + a.text() + ")";
        }
    }

    /** An operation a + b, a - b, a b, a/b or a^b. A product is printed side by side if that can be parsed back. */
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
        public Node with(Function<Variable, Node> replaced) {
            return new Binary(operator, a.with(replaced), b.with(replaced));
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

    /** The binary operations. */
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

        /** Returns the binding strength of its text. */
        int binds() {
            return binds;
        }

        /** Returns the result; NaN for a division by 0, also if it is written as a power. */
        double of(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case OVER -> b == 0 ? Double.NaN : a / b;
                case POWER -> Double.isNaN(a) || a == 0 && b < 0 ? Double.NaN : StrictMath.pow(a, b);
            };
        }

        /** Returns value and change; trouble of either operand is trouble of the result. */
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

        /** Returns the operation as written. */
        Node of(Node a, Node b) {
            return new Node.Binary(this, a, b);
        }

        /** Returns the operation in simplified form. */
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
