package dev.nabla.figure.descent;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Optimizer.Method;
import java.util.List;

/** What a step of FIG.05 is made of, in words and as a formula: each optimizer has its own, and noise adds to all of them. */
final class StepRule {
    private final Method method;
    private final String beta;
    private final boolean noisy;

    StepRule(Descent descent) {
        this.method = descent.optimizer().method();
        this.beta = Decimal.significant(descent.optimizer().beta(), 3);
        this.noisy = descent.noise() > 0;
    }

    /** Whether a step is −η∇L and nothing else. */
    boolean isPlain() {
        return method == Method.SGD && !noisy;
    }

    /** @param eta the learning rate with its sign: {@code η = 0.18} */
    Line words(String eta) {
        String g = noisy ? "(∇L + noise)" : "∇L";
        Line step = Line.of("A step is ");
        return switch (method) {
            case SGD -> step.result("−" + g).text(" times ").second(eta);
            case MOMENTUM -> step.second(beta + " of the last one").text(" ").result("− η" + g);
            case ADAM -> step.result("mean −∇L over its size").text(", times ").second(eta);
        };
    }

    /** The assignment to θ, and what stands in it. */
    List<String> formula() {
        return switch (method) {
            case SGD -> noisy ? List.of("θ ← θ − η·g", "g = ∇L(θ) + noise") : List.of("θ ← θ − η·∇L(θ)");
            case MOMENTUM -> List.of("θ ← θ − η·v", "v ← beta·v + ∇L(θ)" + (noisy ? " + noise" : ""));
            case ADAM -> List.of("θ ← θ − η·m/√v", "means m, v of " + (noisy ? "noisy " : "") + "∇L, ∇L²");
        };
    }

    /** What η must stay below on a bowl. */
    String threshold() {
        return method == Method.MOMENTUM ? "2(1+beta)/λmax" : "2/λmax";
    }

    /** The label of the factor by which a step shrinks the slowest direction; only plain descent has a formula for it. */
    String factor() {
        return method == Method.SGD ? "factor 1−ηλ" : "factor";
    }
}
