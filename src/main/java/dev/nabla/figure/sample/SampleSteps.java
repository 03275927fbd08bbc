package dev.nabla.figure.sample;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Noise;
import dev.nabla.math.Sample;
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
            int shown = Math.min(MOST_SHOWN, byK.size());
            double all = mass(before, byK);
            Vector masses = Vector.of(shown, i -> mass(before, byK.subList(0, i + 1)) / all);
            steps.add("their masses add up to " + listed(masses));
            String fewest = " keeps the fewest that reach it, " + kept.size() + ": ";
            steps.add("top_p = " + number(sample.topP()) + fewest + names(kept));
        }
        if (kept.size() < before.size()) {
            steps.add("what is left, " + number(sample.keptMass()) + ", is scaled up to 1: P = " + listed(sample.p()));
        }
        int[] tokens = sample.draws().tokens();
        for (int i = 0; i < Math.min(MOST_SHOWN, sample.count()); i++) {
            double u = Noise.uniform(sample.seed(), i);
            steps.add("draw " + (i + 1) + ": u = " + number(u) + " falls on " + names(List.of(tokens[i])));
        }
        return steps;
    }

    private static double mass(Vector p, List<Integer> tokens) {
        return Vector.of(tokens.size(), i -> p.get(tokens.get(i))).sum();
    }

    private static String listed(Vector numbers) {
        return WorkedSteps.listed(numbers.size(), MOST_SHOWN, ", ", i -> number(numbers.get(i)));
    }

    private static String names(List<Integer> tokens) {
        return WorkedSteps.listed(tokens.size(), MOST_SHOWN, " ", i -> "z" + Subscript.of(tokens.get(i)));
    }
}
