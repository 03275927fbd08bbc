package dev.nabla.math;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The backward pass of softmax: a slope for each probability becomes a slope for each logit.
 *
 * <p>{@code dL/dz[j] = p[j] (u[j] - mean) / tau} with {@code u = dL/dp} and {@code mean = sum_k p[k] u[k]}. A
 * probability can only grow at the cost of the others, so that only what is above their mean counts.
 *
 * @param softmax the forward pass
 * @param upstream u, n finite numbers
 * @throws BadInput {@code not_finite}; {@code shape_mismatch} if upstream has another size than the logits
 */
public record SoftmaxBackward(Softmax softmax, Vector upstream) {
    public SoftmaxBackward {
        BadInput.requireFinite("upstream", upstream);
        int n = softmax.logits().size();
        if (upstream.size() != n) {
            throw BadInput.mismatch(
                    "upstream", "has " + upstream.size() + " numbers and logits has " + n + ": give both as many");
        }
    }

    /** Returns the mean of the upstream by the probabilities; 0.25 for z = (0, log 3) and u = (1, 0). */
    public double mean() {
        return roundedMean().x();
    }

    private Rounded roundedMean() {
        int power = upstream.exponent();
        return mean(softmax.roundedP(), exact(upstream.scaled(-power))).scaled(power);
    }

    private static List<Rounded> exact(Vector numbers) {
        return numbers.stream().mapToObj(Rounded::exact).toList();
    }

    private static Rounded mean(List<Rounded> p, List<Rounded> u) {
        return CompensatedSum.of(IntStream.range(0, p.size())
                .mapToObj(k -> p.get(k).times(u.get(k)))
                .toList());
    }

    /**
     * Returns dL/dz, which sums to 0; (0.1875, -0.1875) for the numbers of {@link #mean} and tau = 1. The upstream is
     * counted from that of the likeliest token, which keeps the digits of 1 - p.
     */
    public Vector gradient() {
        return Rounded.values(roundedGradient());
    }

    private List<Rounded> roundedGradient() {
        List<Rounded> p = softmax.roundedP();
        int power = upstream.exponent();
        Vector u = upstream.scaled(-power);
        Rounded zero = Rounded.exact(u.get(softmax.logits().argmax()));
        List<Rounded> above = exact(u).stream().map(x -> x.minus(zero)).toList();
        Rounded mean = mean(p, above);
        return IntStream.range(0, p.size())
                .mapToObj(j -> p.get(j).times(above.get(j).minus(mean)).over(softmax.tau(), power))
                .toList();
    }

    /** Returns why fewer than six digits of the mean are certain; empty if they are. */
    public Optional<String> meanDoubt() {
        return roundedMean().doubt();
    }

    /** Returns why fewer than six digits of a slope are certain; empty if they are. */
    public Optional<String> gradientDoubt() {
        return Rounded.doubt(roundedGradient());
    }

    /** Returns a copy with other logits; upstream is resized to their size, repeating its last number if needed. */
    public SoftmaxBackward withLogits(Vector other) {
        return new SoftmaxBackward(new Softmax(other, softmax.tau()), upstream.resized(other.size()));
    }

    public SoftmaxBackward withTau(double other) {
        return new SoftmaxBackward(new Softmax(softmax.logits(), other), upstream);
    }

    /** Returns a copy with another upstream; the logits are resized to its size, repeating the last one if needed. */
    public SoftmaxBackward withUpstream(Vector other) {
        Vector logits = softmax.logits();
        Softmax fitting =
                logits.size() == other.size() ? softmax : new Softmax(logits.resized(other.size()), softmax.tau());
        return new SoftmaxBackward(fitting, other);
    }
}
