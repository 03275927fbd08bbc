package dev.nabla.math.expression;

import static dev.nabla.math.expression.Algebra.ONE;
import static dev.nabla.math.expression.Algebra.TWO;
import static dev.nabla.math.expression.Algebra.minus;
import static dev.nabla.math.expression.Algebra.negative;
import static dev.nabla.math.expression.Algebra.over;
import static dev.nabla.math.expression.Algebra.plus;
import static dev.nabla.math.expression.Algebra.power;
import static dev.nabla.math.expression.Algebra.times;

import dev.nabla.math.Rounded;
import dev.nabla.math.expression.Dual.Trouble;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that an expression can use. */
enum NamedFunction {
    SQRT("math.sqrt"),
    EXP("math.exp"),
    EXPM1("math.expm1"),
    LOG("math.log", "ln"),
    LOG1P("math.log1p"),
    SIN("math.sin"),
    COS("math.cos"),
    TAN("math.tan"),
    ARCCOS("math.acos", "acos"),
    ATAN("math.atan", "arctan"),
    TANH("math.tanh"),
    SIGMOID("sigmoid"),
    SOFTPLUS("softplus"),
    RELU("relu"),
    ABS("abs");

    private final String python;
    private final List<String> names;

    NamedFunction(String python, String... aliases) {
        this.python = python;
        List<String> all = new ArrayList<>(List.of(text()));
        all.addAll(List.of(aliases));
        names = List.copyOf(all);
    }

    static Optional<NamedFunction> named(String name) {
        for (NamedFunction f : values()) {
            if (f.names.contains(name)) {
                return Optional.of(f);
            }
        }
        return Optional.empty();
    }

    /** Returns all names, the main one first. */
    List<String> names() {
        return names;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name in Python, from the module {@code math} if it is there. */
    String python() {
        return python;
    }

    /** Returns a Python definition in one line; empty for functions that Python has. */
    Optional<String> definition() {
        return Optional.ofNullable(
                switch (this) {
                    case SIGMOID -> "def sigmoid(x): return 1 / (1 + math.exp(-x))";
                    case SOFTPLUS -> "def softplus(x): return max(0.0, x) + math.log1p(math.exp(-abs(x)))";
                    case RELU -> "def relu(x): return max(0.0, x)";
                    default -> null;
                });
    }

    double of(double u) {
        return switch (this) {
            case SQRT -> Math.sqrt(u);
            case EXP -> StrictMath.exp(u);
            case EXPM1 -> StrictMath.expm1(u);
            case LOG -> StrictMath.log(u);
            case LOG1P -> StrictMath.log1p(u);
            case SIN -> StrictMath.sin(u);
            case COS -> StrictMath.cos(u);
            case TAN -> StrictMath.tan(u);
            case ARCCOS -> StrictMath.acos(u);
            case ATAN -> StrictMath.atan(u);
            case TANH -> StrictMath.tanh(u);
            case SIGMOID -> sigmoid(u);
            case SOFTPLUS -> Math.max(0.0, u) + StrictMath.log1p(StrictMath.exp(-Math.abs(u)));
            case RELU -> Math.max(0.0, u);
            case ABS -> Math.abs(u);
        };
    }

    /**
     * Returns the result for an inexact number. It adds an error of one unit in the last place, except where the result
     * is exact, such as f(0) = 0.
     */
    Rounded of(Rounded u) {
        return this == SQRT
                ? u.squareRoot()
                : u.apply(this::of, result -> switch (this) {
                    case RELU, ABS -> 0;
                    case LOG, ARCCOS -> u.x() == 1 ? 0 : Math.ulp(result);
                    case SOFTPLUS -> 2 * Math.ulp(result);
                    default -> u.x() == 0 ? 0 : Math.ulp(result);
                });
    }

    /** Returns the derivative at an inexact number, with its error. */
    Rounded rate(Rounded u) {
        return u.apply(this::rate, rate -> switch (this) {
            case RELU, ABS -> 0;
            case LOG -> Math.abs(Math.fma(rate, u.x(), -1) / u.x());
            case SQRT -> Math.fma(4 * rate * rate, u.x(), -1) == 0 ? 0 : 2 * Math.ulp(rate);
            default -> u.x() == 0 ? 0 : 2 * Math.ulp(rate);
        });
    }

    /**
     * Returns s where the function starts vertically, like sqrt(s dx) for a change dx into its domain: 1 for sqrt at 0,
     * -2 for arccos at 1, 2 for arccos at -1. Returns 0 elsewhere.
     */
    double inwards(double u) {
        return this == SQRT && u == 0 ? 1 : this == ARCCOS && Math.abs(u) == 1 ? -2 * u : 0;
    }

    /** Returns the derivative at u; for sigmoid at 0 it is 0.25. */
    double rate(double u) {
        return switch (this) {
            case SQRT -> 0.5 / Math.sqrt(u);
            case EXP, EXPM1 -> StrictMath.exp(u);
            case LOG -> 1 / u;
            case LOG1P -> 1 / (1 + u);
            case SIN -> StrictMath.cos(u);
            case COS -> -StrictMath.sin(u);
            case TAN -> 1 / (StrictMath.cos(u) * StrictMath.cos(u));
            case ARCCOS -> -1 / Math.sqrt((1 - u) * (1 + u));
            case ATAN -> 1 / (1 + u * u);
            case TANH -> 4 * sigmoid(2 * u) * sigmoid(-2 * u);
            case SIGMOID -> sigmoid(u) * sigmoid(-u);
            case SOFTPLUS -> sigmoid(u);
            case RELU -> u > 0 ? 1 : 0;
            case ABS -> Math.signum(u);
        };
    }

    /** Returns whether the slope jumps at 0. */
    boolean hasKink() {
        return this == RELU || this == ABS;
    }

    /** Returns why there is no value at u; null if there is one. */
    Trouble trouble(double u) {
        return switch (this) {
            case SQRT -> u < 0 ? Trouble.ROOT : null;
            case LOG -> u <= 0 ? Trouble.LOG : null;
            case LOG1P -> u <= -1 ? Trouble.LOG1P : null;
            case TAN -> Math.abs(StrictMath.cos(u)) <= Math.min(Math.ulp(u), 1e-12) ? Trouble.POLE : null;
            case ARCCOS -> Math.abs(u) > 1 ? Trouble.COSINE : null;
            default -> null;
        };
    }

    /**
     * Returns the derivative as an expression. Those of abs and relu are written so that they have no value at the
     * kink.
     */
    Node derivative(Node u) {
        Node self = new Apply(this, u);
        return switch (this) {
            case SQRT -> over(ONE, times(TWO, self));
            case EXP -> self;
            case EXPM1 -> new Apply(EXP, u);
            case LOG -> over(ONE, u);
            case LOG1P -> over(ONE, plus(ONE, u));
            case SIN -> new Apply(COS, u);
            case COS -> negative(new Apply(SIN, u));
            case TAN -> over(ONE, power(new Apply(COS, u), TWO));
            case ARCCOS -> over(negative(ONE), new Apply(SQRT, minus(ONE, power(u, TWO))));
            case ATAN -> over(ONE, plus(ONE, power(u, TWO)));
            case TANH -> minus(ONE, power(self, TWO));
            case SIGMOID -> Operator.TIMES.of(self, Operator.MINUS.of(ONE, self));
            case SOFTPLUS -> new Apply(SIGMOID, u);
            case RELU, ABS -> over(self, u);
        };
    }

    private static double sigmoid(double u) {
        if (u >= 0) {
            return 1 / (1 + StrictMath.exp(-u));
        }
        double e = StrictMath.exp(u);
        return e / (1 + e);
    }
}
