package dev.nabla.figure.softmax;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** Softmax worked out: the largest logit, what each becomes, their sum, the shares. */
final class SoftmaxSteps {
    private static final int MOST_SHOWN = 6;

    private final Softmax softmax;
    private final Vector exponentials;
    private final double sum;
    private final int shown;

    SoftmaxSteps(Softmax softmax) {
        this.softmax = softmax;
        this.exponentials = softmax.exponentials();
        this.sum = exponentials.sum();
        this.shown = Math.min(softmax.logits().size(), MOST_SHOWN);
    }

    /** The whole of it, for as many tokens as there is patience for. */
    List<String> all() {
        List<String> steps = new ArrayList<>();
        steps.add(max());
        for (int j = 0; j < shown; j++) {
            steps.add(exponential(j));
        }
        steps.add(sum());
        for (int j = 0; j < shown; j++) {
            steps.add(share(j));
        }
        steps.add(entropy());
        return steps;
    }

    /** The way of one token. */
    List<String> of(int j) {
        return List.of(max(), exponential(j), sum(), share(j), entropy());
    }

    private String max() {
        return "m = max z = " + number(softmax.logits().max());
    }

    private String exponential(int j) {
        String exponent = "(" + number(softmax.logits().get(j)) + " − "
                + bracketed(softmax.logits().max()) + ")/" + number(softmax.tau());
        return "e" + Subscript.of(j) + " = exp(" + exponent + ")"
                + WorkedSteps.exponential(softmax.logits().get(j), exponentials.get(j));
    }

    private String sum() {
        String terms = WorkedSteps.listed(exponentials.size(), MOST_SHOWN, " + ", j -> number(exponentials.get(j)));
        return "Σ = " + terms + " = " + number(sum);
    }

    private String share(int j) {
        String index = Subscript.of(j);
        return "p" + index + " = e" + index + "/Σ = " + number(exponentials.get(j)) + "/" + number(sum) + " = "
                + number(softmax.p().get(j));
    }

    private String entropy() {
        return "entropy = −Σ p·log₂ p = " + number(softmax.entropyBits()) + " bits";
    }
}
