package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Functions applied one after the other, each to the result of the one before.
 *
 * <p>{@code u[0] = x, u[i] = f[i](u[i-1])}; the local slope of f[i] is {@code f[i]'(u[i-1])}. For x^2, then sin(x), at
 * 0.7: values 0.49 and 0.470626, slopes 1.4 and 0.882333, and dL/dx is 1.235266.
 *
 * @param f n functions of x, n &ge; 1, the innermost first
 * @param x the point, finite
 * @throws BadInput if there is no function or x is not finite
 */
public record Composition(List<Expression> f, double x) {
    public Composition {
        f = List.copyOf(f);
        if (f.isEmpty()) {
            throw BadInput.usage("empty", "is empty; type functions of x between commas, like x^2,sin(x)")
                    .forInput("f");
        }
        BadInput.require(Double.isFinite(x), "not_finite", "x", x, "must be finite, like 1");
    }

    /**
     * One function of the composition, evaluated.
     *
     * @param f the function
     * @param input its input; NaN if an earlier function has no value
     * @param value its value; NaN if there is none
     * @param slope its derivative at the input; NaN or infinite if there is none
     * @param trouble why value or slope do not exist; empty if both do
     */
    public record ChainStep(Expression f, double input, double value, double slope, Optional<String> trouble) {
        static ChainStep of(Expression f, double input) {
            if (Double.isNaN(input)) {
                return new ChainStep(
                        f, input, Double.NaN, Double.NaN, Optional.of("the function before it has no value"));
            }
            Derivative here = new Derivative(f, input, 1);
            return new ChainStep(f, input, here.value(), here.slope(), here.noSlope());
        }
    }

    /** Returns all functions with their numbers, the innermost first. */
    public List<ChainStep> links() {
        List<ChainStep> links = new ArrayList<>();
        double u = x;
        for (Expression function : f) {
            ChainStep link = ChainStep.of(function, u);
            links.add(link);
            u = link.value();
        }
        return List.copyOf(links);
    }

    /** Returns the value after each function, u[1] to u[n]; NaN from the first missing value on. */
    public Vector values() {
        List<ChainStep> links = links();
        return Vector.of(links.size(), i -> links.get(i).value());
    }

    /** Returns the local slopes, whose product is the derivative. */
    public Chain chain() {
        List<ChainStep> links = links();
        return new Chain(Vector.of(links.size(), i -> links.get(i).slope()));
    }

    /** Returns why there is no derivative: the first function without a value or a slope, and the reason. */
    public Optional<String> trouble() {
        return links().stream()
                .filter(link -> link.trouble().isPresent())
                .findFirst()
                .map(link -> link.f() + " at " + Decimal.significant(link.input(), 6) + ": "
                        + link.trouble().get());
    }
}
