package dev.nabla.math.expression;

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
