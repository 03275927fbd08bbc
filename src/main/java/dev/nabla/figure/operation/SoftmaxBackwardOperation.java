package dev.nabla.figure.operation;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.TokenText;
import dev.nabla.frame.Line;
import dev.nabla.math.Softmax;
import dev.nabla.math.SoftmaxBackward;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** {@code solve softmax_backward}: the gradient by the logits for a slope by each probability. */
public final class SoftmaxBackwardOperation implements Figure.WithoutPicture<SoftmaxBackward> {
    /** Number of tokens that the worked steps show. */
    private static final int MOST_SHOWN = 5;

    private static final Quantities<SoftmaxBackward, SoftmaxBackward> QUANTITIES = Quantities.of(List.of(
            Quantity.reals("p", Style.SHARE, (SoftmaxBackward back) -> back.softmax()
                            .p())
                    .exact(),
            Quantity.real("mean", Style.number(3), SoftmaxBackward::mean)
                    .called("mean slope")
                    .withDoubt(SoftmaxBackward::meanDoubt),
            Quantity.reals("gradient", Style.number(3), SoftmaxBackward::gradient)
                    .called("∂L/∂z")
                    .withDoubt(SoftmaxBackward::gradientDoubt)));

    @Override
    public Info info() {
        return Info.withoutPicture("softmax_backward", "backward", "A share grows at the cost of the others");
    }

    @Override
    public SoftmaxBackward start() {
        return new SoftmaxBackward(new Softmax(Vector.of(2.1, 0.5, -1, -0.5), 1), Vector.of(1, 0, 0, -1));
    }

    @Override
    public List<Knob<SoftmaxBackward, ?>> knobs() {
        return List.of(
                TokenText.logits(back -> back.softmax().logits(), SoftmaxBackward::withLogits),
                KnobInfo.question("upstream", "∂L/∂p", "how a loss changes with each probability, like 1,0,0,-1")
                        .vector(
                                new Range(-9, 9, 0.1),
                                NudgeMode.LIST,
                                SoftmaxBackward::upstream,
                                SoftmaxBackward::withUpstream),
                TokenText.tau(back -> back.softmax().tau(), SoftmaxBackward::withTau));
    }

    @Override
    public Quantities<SoftmaxBackward, SoftmaxBackward> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(SoftmaxBackward back) {
        Vector p = back.softmax().p();
        Vector u = back.upstream();
        Vector slopes = back.gradient();
        int n = p.size();
        double tau = back.softmax().tau();
        List<String> steps = new ArrayList<>();
        steps.add("p = (" + WorkedSteps.listed(n, MOST_SHOWN, ", ", j -> number(p.get(j))) + ")");
        String mean = number(back.mean());
        String terms = WorkedSteps.listed(n, MOST_SHOWN, " + ", j -> number(p.get(j)) + "·" + bracketed(u.get(j)));
        steps.add("mean = Σ p·∂L/∂p = " + terms + " = " + mean);
        for (int j = 0; j < Math.min(n, MOST_SHOWN); j++) {
            steps.add("∂L/∂z" + Subscript.of(j) + " = " + number(p.get(j)) + "·(" + number(u.get(j)) + " − "
                    + bracketed(mean) + ")" + (tau == 1 ? "" : "/" + number(tau)) + " = " + number(slopes.get(j)));
        }
        steps.add("their sum is 0: what one share gains, the others lose");
        return steps;
    }

    @Override
    public Python python(SoftmaxBackward back) {
        return new Python(
                """
                import math
                logits, temperature = $logits, $tau
                upstream = $upstream
                exps = [math.exp((val - max(logits)) / temperature) for val in logits]
                probs = [e / sum(exps) for e in exps]  #1 $p
                mean = sum(p * u for p, u in zip(probs, upstream))  # $mean
                grad = [p * (u - mean) / temperature for p, u in zip(probs, upstream)]
                print(grad[0])  #= $gradient[1]
                """);
    }

    @Override
    public List<Line> sentence(SoftmaxBackward back, ViewState<SoftmaxBackward> cursor) {
        return List.of(
                Line.of("Only what a slope is above the mean ")
                        .result(Style.number(3).sentence(back.mean()))
                        .text(" moves a logit"),
                Line.of(", in proportion to its share."));
    }
}
