package dev.nabla.figure.sample;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.TokenText;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Noise;
import dev.nabla.math.Sample;
import dev.nabla.math.Softmax;
import dev.nabla.math.TokenSamples;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Figure FIG.09: sampling after softmax. top_k and top_p cut off unlikely tokens, and samples are drawn from the rest.
 */
public final class SampleFigure implements Figure<Sample> {
    /** Number of tokens, and of samples, that the worked steps show. */
    private static final int MOST_SHOWN = 6;

    /**
     * A model with its results.
     *
     * @param p probabilities after the cut
     * @param draws the sampled tokens
     */
    record SampleResults(Sample sample, Vector p, TokenSamples draws) {
        static SampleResults of(Sample sample) {
            Vector p = sample.p();
            return new SampleResults(sample, p, new TokenSamples(p, sample.count(), sample.seed()));
        }

        /** Returns the sampled tokens in order, counted from 1. */
        List<Integer> tokens() {
            return Arrays.stream(draws.tokens()).map(token -> token + 1).boxed().toList();
        }

        /** Returns how often each token was sampled. */
        List<Integer> counts() {
            return Arrays.stream(draws.counts()).boxed().toList();
        }

        /** Returns the probabilities before the cut. */
        Vector before() {
            return sample.softmax().p();
        }

        /** Returns the entropy of the probabilities after the cut, in bits. */
        double entropy() {
            return new Softmax(p.map(StrictMath::log), 1).distribution().entropyBits();
        }
    }

    static final Quantity<SampleResults, Vector> P =
            Quantity.reals("p", Style.SHARE, SampleResults::p).exact();

    static final Quantity<SampleResults, List<Integer>> COUNTS = Quantity.wholes("counts", SampleResults::counts);

    /** Probabilities before the cut. Shown only in the picture. */
    static final Quantity<SampleResults, Vector> BEFORE = Quantity.reals("before", Style.SHARE, SampleResults::before);

    /** Entropy after the cut. Shown only in the picture. */
    static final Quantity<SampleResults, Double> ENTROPY = Quantity.real("entropy", Style.BITS, SampleResults::entropy);

    private static final Quantities<Sample, SampleResults> QUANTITIES =
            new Quantities<>(SampleResults::of, List.of(Quantity.wholes("tokens", SampleResults::tokens), COUNTS, P));

    private static final Knob<Sample, Long> COUNT = KnobInfo.usual("count", "n", "how many tokens to draw, like 100")
            .whole(0, Sample.MOST, Sample::count, Sample::withCount);

    @Override
    public Info info() {
        return new Info("sample", "FIG.09", "draws", "Sampling draws the next token", "cut with top_k and top_p");
    }

    @Override
    public Sample start() {
        return new Sample(Vector.of(2.1, 0.5, -1.0, -0.5), 1, 20, 1, 0, 1);
    }

    @Override
    public List<Knob<Sample, ?>> knobs() {
        return List.of(
                TokenText.logits(Sample::logits, Sample::withLogits),
                TokenText.tau(Sample::tau, Sample::withTau),
                KnobInfo.usual("top_k", "k", "keep only the k most likely tokens, like 2; 0 for all")
                        .kept(Sample.MOST, sample -> sample.logits().size(), Sample::topK, Sample::withTopK)
                        .reading(TokenText.all(Sample::topK)),
                KnobInfo.usual("top_p", "p", "then keep the most likely tokens up to this sum, like 0.9; 1 for all")
                        .real(new Range(0, 1, 0.05), Bounds.atLeast(0L).atMost(1L), Sample::topP, Sample::withTopP),
                COUNT,
                KnobInfo.usual("seed", "seed", "random seed of the draws, a whole number like 1")
                        .whole(0, Long.MAX_VALUE, Sample::seed, Sample::withSeed));
    }

    @Override
    public Optional<Stepper<Sample>> stepper() {
        return Optional.of(
                new Stepper<>(COUNT, "draw", "tokens", 100, 2, sample -> sample.count() >= Sample.MOST, false));
    }

    @Override
    public Quantities<Sample, SampleResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public Python python(Sample sample) {
        Vector kept = sample.p().map(p -> p == 0 ? Double.NEGATIVE_INFINITY : 0);
        Vector logits = Vector.of(kept.size(), j -> sample.logits().get(j) + kept.get(j));
        return new Python(
                        """
                import math
                def dart(seed, i):  # the figure's dice: 0 up to 1, SplitMix64
                    z = (seed + (i + 1) * 0x9E3779B97F4A7C15) % 2**64
                    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
                    z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
                    return ((z ^ z >> 31) >> 11) / 2**53
                logits = $kept  # $cut
                exps = [math.exp((l - max(logits)) / $tau) for l in logits]
                probs = [e / sum(exps) for e in exps]  #1 $p
                ends = [sum(probs[:i + 1]) for i in range(len(probs))]
                tokens = [sum(dart($seed, i) >= end for end in ends) for i in range($count)]
                print(tokens.count(0))  #= $counts[1] of $count, against $p[1]
                """)
                .with("kept", logits)
                .with("cut", kept.min() < 0 ? "-inf is cut" : "z");
    }

    @Override
    public List<Line> sentence(Sample sample, ViewState<Sample> cursor) {
        int n = sample.logits().size();
        Line kept = Line.EMPTY.second(sample.kept().size() + " of " + n).text(" tokens kept, with ");
        Line left = kept.result(Style.PERCENT.sentence(sample.keptMass())).text(" of P");
        if (sample.count() == 0) {
            return List.of(left, Line.of(", scaled up to 1"));
        }
        int top = sample.kept().get(0);
        List<Line> drawn =
                TokenText.drawn(Line.of("; "), top, sample.draws().counts()[top], sample.count(), sample.p());
        return List.of(left, drawn.get(0), drawn.get(1));
    }

    @Override
    public List<String> steps(Sample sample) {
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

    @Override
    public void draw(Sample sample, ViewState<Sample> cursor, Canvas body) {
        new SamplePicture(sample, cursor, body).draw();
    }
}
