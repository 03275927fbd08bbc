package dev.nabla.figure;

import dev.nabla.math.Decimal;
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
        return "m = max z = " + largest();
    }

    private String largest() {
        return number(softmax.logits().max(), 6);
    }

    private String exponential(int j) {
        String exponent = "(" + number(softmax.logits().get(j), 6) + " − " + bracketed(largest()) + ")/"
                + number(softmax.tau(), 6);
        return "e" + SoftmaxFigure.index(j) + " = exp(" + exponent + ") = " + number(exponentials.get(j), 6);
    }

    private String sum() {
        List<String> terms = new ArrayList<>();
        for (int j = 0; j < shown; j++) {
            terms.add(number(exponentials.get(j), 3));
        }
        String more = softmax.logits().size() > shown ? " + ..." : "";
        return "Σ = " + String.join(" + ", terms) + more + " = " + number(sum, 6);
    }

    private String share(int j) {
        String index = SoftmaxFigure.index(j);
        return "p" + index + " = e" + index + "/Σ = " + number(exponentials.get(j), 4) + "/" + number(sum, 4) + " = "
                + number(softmax.p().get(j), 6);
    }

    private String entropy() {
        return "entropy = −Σ p·log₂ p = " + number(softmax.entropyBits(), 6) + " bits";
    }

    private static String number(double x, int digits) {
        return Decimal.typeset(Decimal.significant(x, digits));
    }

    private static String bracketed(String number) {
        return number.startsWith("−") ? "(" + number + ")" : number;
    }
}
