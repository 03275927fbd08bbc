package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.LossSurface;
import dev.nabla.math.Precision;
import dev.nabla.math.Vector;
import java.util.Optional;

/**
 * A loss as it was typed, in as many variables as one likes: {@code x^2/4 + y^2}, {@code (1-x1)^2 + 5(x2-x1^2)^2}.
 *
 * <p>x is x1 and y is x2; otherwise the grammar of {@link Expression}. Value and slopes are exact up to rounding (forward
 * mode, one pass a variable), evaluated as float64 and then rounded to the precision. At a kink the slope nearest to 0
 * between the two sides counts, which for abs and relu at 0 is 0, as PyTorch has it. Equal trees are equal formulas.
 */
public record Formula(Expression f) implements LossSurface {
    /**
     * Reads a formula.
     *
     * @throws BadInput at the position where reading stopped, as {@link Expression#parse}
     */
    public static Formula parse(String text) {
        return new Formula(
                Expression.parse(text, Parser.Reading.FORMULA, "type a function of x and y, like x^2/4 + y^2"));
    }

    /** The highest variable's number, at least 1: 2 for {@code y^2}. */
    @Override
    public int dimensions() {
        return Math.max(1, f.tree().variables());
    }

    @Override
    public double loss(Vector theta, Precision in) {
        return in.round(f.tree().value(theta));
    }

    @Override
    public Vector gradient(Vector theta, Precision in) {
        return Vector.of(theta.size(), i -> in.round(slope(theta, i)));
    }

    private double slope(Vector theta, int variable) {
        double left = -f.tree().dual(theta, variable, -1).slope();
        double right = f.tree().dual(theta, variable, 1).slope();
        if (left == right || Double.isNaN(left) || Double.isNaN(right)) {
            return Double.isNaN(left) ? left : right;
        }
        boolean levelBetween = Math.signum(left) != Math.signum(right);
        return levelBetween ? 0 : Math.abs(left) < Math.abs(right) ? left : right;
    }

    @Override
    public Optional<String> trouble(Vector theta) {
        return Optional.ofNullable(f.tree().dual(theta, -1, 1).trouble()).map(Dual.Trouble::why);
    }

    /** As it was typed. */
    @Override
    public String toString() {
        return f.toString();
    }
}
