package dev.nabla.math.expression;

import static dev.nabla.math.expression.Algebra.ONE;
import static dev.nabla.math.expression.Algebra.TWO;
import static dev.nabla.math.expression.Algebra.minus;
import static dev.nabla.math.expression.Algebra.negative;
import static dev.nabla.math.expression.Algebra.over;
import static dev.nabla.math.expression.Algebra.power;
import static dev.nabla.math.expression.Algebra.times;

import dev.nabla.math.Rounded;
import dev.nabla.math.expression.Dual.Trouble;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Operator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The functions that an expression can name. */
enum Function {
    SQRT,
    EXP,
    LOG,
    SIN,
    COS,
    TAN,
    ARCCOS,
    TANH,
    SIGMOID,
    RELU,
    ABS;

    static Optional<Function> named(String name) {
        for (Function f : values()) {
            if (f.text().equals(name)) {
                return Optional.of(f);
            }
        }
        return Optional.ofNullable(Map.of("ln", LOG, "acos", ARCCOS).get(name));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    double of(double u) {
        return switch (this) {
            case SQRT -> Math.sqrt(u);
            case EXP -> StrictMath.exp(u);
            case LOG -> StrictMath.log(u);
            case SIN -> StrictMath.sin(u);
            case COS -> StrictMath.cos(u);
            case TAN -> StrictMath.tan(u);
            case ARCCOS -> StrictMath.acos(u);
            case TANH -> StrictMath.tanh(u);
            case SIGMOID -> sigmoid(u);
            case RELU -> Math.max(0.0, u);
            case ABS -> Math.abs(u);
        };
    }

    /** What it gives of a number that is not known exactly, rounded to the last place unless it is 0 of 0, 1 of 0 and so on. */
    Rounded of(Rounded u) {
        double result = of(u.x());
        double own =
                switch (this) {
                    case RELU, ABS -> 0;
                    case SQRT -> Math.abs(Math.fma(result, result, -u.x()) / (2 * result));
                    case LOG, ARCCOS -> u.x() == 1 ? 0 : Math.ulp(result);
                    default -> u.x() == 0 ? 0 : Math.ulp(result);
                };
        return new Rounded(result, own + spread(this::of, u, result));
    }

    /** How fast it moves there. */
    Rounded rate(Rounded u) {
        double rate = rate(u.x());
        double own =
                switch (this) {
                    case RELU, ABS -> 0;
                    case LOG -> Math.abs(Math.fma(rate, u.x(), -1) / u.x());
                    case SQRT -> Math.fma(4 * rate * rate, u.x(), -1) == 0 ? 0 : 2 * Math.ulp(rate);
                    default -> u.x() == 0 ? 0 : 2 * Math.ulp(rate);
                };
        return new Rounded(rate, own + spread(this::rate, u, rate));
    }

    private static double spread(DoubleUnaryOperator f, Rounded u, double result) {
        if (u.off() == 0) {
            return 0;
        }
        double h = Math.max(u.off(), Math.ulp(u.x()));
        double above = Math.abs(f.applyAsDouble(u.x() + h) - result);
        return u.off() / h * (Double.isNaN(above) ? Math.abs(f.applyAsDouble(u.x() - h) - result) : above);
    }

    /** Twice which way and how fast it goes in where it begins upright, as sqrt does at 0: sqrt(inwards t); 0 elsewhere. */
    double inwards(double u) {
        return this == SQRT && u == 0 ? 1 : this == ARCCOS && Math.abs(u) == 1 ? -2 * u : 0;
    }

    /** How fast it moves at u, its derivative there; sigmoid at 0: 0.25. */
    double rate(double u) {
        return switch (this) {
            case SQRT -> 0.5 / Math.sqrt(u);
            case EXP -> StrictMath.exp(u);
            case LOG -> 1 / u;
            case SIN -> StrictMath.cos(u);
            case COS -> -StrictMath.sin(u);
            case TAN -> 1 / (StrictMath.cos(u) * StrictMath.cos(u));
            case ARCCOS -> -1 / Math.sqrt((1 - u) * (1 + u));
            case TANH -> 4 * sigmoid(2 * u) * sigmoid(-2 * u);
            case SIGMOID -> sigmoid(u) * sigmoid(-u);
            case RELU -> u > 0 ? 1 : 0;
            case ABS -> Math.signum(u);
        };
    }

    /** True if its slope jumps at 0. */
    boolean hasKink() {
        return this == RELU || this == ABS;
    }

    /** Why it has no value at u; null where it has one. */
    Trouble trouble(double u) {
        return switch (this) {
            case SQRT -> u < 0 ? Trouble.ROOT : null;
            case LOG -> u <= 0 ? Trouble.LOG : null;
            case TAN -> Math.abs(StrictMath.cos(u)) <= Math.min(Math.ulp(u), 1e-12) ? Trouble.POLE : null;
            case ARCCOS -> Math.abs(u) > 1 ? Trouble.COSINE : null;
            default -> null;
        };
    }

    /** The derivative as an expression; those of abs and relu are written so that they have no value at the kink. */
    Node derivative(Node u) {
        Node self = new Apply(this, u);
        return switch (this) {
            case SQRT -> over(ONE, times(TWO, self));
            case EXP -> self;
            case LOG -> over(ONE, u);
            case SIN -> new Apply(COS, u);
            case COS -> negative(new Apply(SIN, u));
            case TAN -> over(ONE, power(new Apply(COS, u), TWO));
            case ARCCOS -> over(negative(ONE), new Apply(SQRT, minus(ONE, power(u, TWO))));
            case TANH -> minus(ONE, power(self, TWO));
            case SIGMOID -> Operator.TIMES.of(self, Operator.MINUS.of(ONE, self));
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
