package dev.nabla.figure.sample;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Sample;
import dev.nabla.math.TokenSamples;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** Sampling worked out: what each cut keeps, what is scaled up, and the first draws. */
final class SampleSteps {
    private static final int MOST_SHOWN = 6;

    private SampleSteps() {}

    static List<String> of(Sample sample) {
        List<String> steps = new ArrayList<>();
        Vector before = sample.softmax().p();
        List<Integer> byK = sample.keptByK();
        List<Integer> kept = sample.kept();
        steps.add("P = softmax(z/τ) = " + listed(before));
        if (byK.size() < before.size()) {
            steps.add("top_k = " + sample.topK() + " keeps the likeliest " + byK.size() + ": " + names(byK));
        }
        if (sample.topP() < 1) {
            double all = mass(before, byK);
            steps.add("their masses add up to " + listed(sums(before, byK, all)));
            steps.add("top_p = " + number(sample.topP()) + " keeps the fewest that reach it, " + kept.size() + ": "
                    + names(kept));
        }
        if (kept.size() < before.size()) {
            steps.add("what is left, " + number(sample.keptMass()) + ", is scaled up to 1: P = " + listed(sample.p()));
        }
        TokenSamples draws = sample.draws();
        for (int i = 0; i < Math.min(MOST_SHOWN, sample.count()); i++) {
            steps.add(draw(draws, i));
        }
        return steps;
    }

    private static String draw(TokenSamples draws, int i) {
        return "draw " + (i + 1) + ": u = " + number(draws.uniform(i)) + " falls on " + names(List.of(draws.token(i)));
    }

    private static double mass(Vector p, List<Integer> tokens) {
        return tokens.isEmpty()
                ? 0
                : Vector.of(tokens.size(), i -> p.get(tokens.get(i))).sum();
    }

    /** The running sums of the first tokens' shares of the whole. */
    private static Vector sums(Vector p, List<Integer> tokens, double whole) {
        return Vector.of(Math.min(MOST_SHOWN, tokens.size()), i -> mass(p, tokens.subList(0, i + 1)) / whole);
    }

    private static String listed(Vector numbers) {
        return WorkedSteps.listed(numbers.size(), MOST_SHOWN, ", ", i -> number(numbers.get(i)));
    }

    private static String names(List<Integer> tokens) {
        return WorkedSteps.listed(tokens.size(), MOST_SHOWN, " ", i -> "z" + Subscript.of(tokens.get(i)));
    }
}
