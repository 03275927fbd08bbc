package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Draws;
import dev.nabla.math.Sample;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** FIG.06 again, one step on: the unlikely tokens cut off by top_k and top_p, and draws from what is left. */
public final class SampleFigure implements Figure<Sample> {
    private static final int MOST_SHOWN = 6;

    private static final WholeKnob<Sample> COUNT = new WholeKnob<>(
            Label.question("count", "n", "how many tokens to draw, 0 to " + Sample.MOST + ", like 100"),
            0,
            Sample.MOST,
            Sample::count,
            Sample::withCount,
            sample -> true);

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public String number() {
        return "FIG.06";
    }

    @Override
    public String title() {
        return "Sampling draws the next token";
    }

    @Override
    public String invitation() {
        return "cut with top_k and top_p";
    }

    @Override
    public Sample start() {
        return new Sample(Vector.of(2.1, 0.5, -1.0, -0.5), 1, 20, 1, 0, 1);
    }

    @Override
    public List<Knob<Sample>> knobs() {
        return List.of(
                new VectorKnob<>(
                        Label.question("logits", "z", "raw scores, like 2.1,0.5,-1,-0.5; -inf masks a token"),
                        new Range(-4, 4, 0.1),
                        VectorKnob.Kind.LIST,
                        Sample::logits,
                        Sample::withLogits),
                new NumberKnob<>(
                        Label.question(
                                "tau", "τ", "temperature, above 0: below 1 sharpens, above 1 flattens, like 0.5"),
                        new Range(0.1, 10, 0.05),
                        Sample::tau,
                        Sample::withTau),
                new WholeKnob<>(
                        Label.question("top_k", "k", "keep only so many of the likeliest tokens, like 2; 0 for all"),
                        0,
                        Sample.MOST,
                        Sample::topK,
                        Sample::withTopK,
                        sample -> true),
                new NumberKnob<>(
                        Label.question(
                                "top_p",
                                "p",
                                "then keep the fewest likeliest with this mass, 0 to 1, like 0.9; 1 for all"),
                        new Range(0, 1, 0.05),
                        Sample::topP,
                        Sample::withTopP),
                COUNT,
                new WholeKnob<>(
                        Label.question("seed", "seed", "which random draws, a whole number like 1"),
                        0,
                        Long.MAX_VALUE,
                        Sample::seed,
                        Sample::withSeed,
                        sample -> true));
    }

    @Override
    public Optional<Stepper<Sample>> stepper() {
        return Optional.of(new Stepper<>(COUNT, "draw", 100, 2, sample -> sample.count() >= Sample.MOST));
    }

    @Override
    public List<Fact> facts(Sample sample) {
        Draws draws = sample.draws();
        return List.of(
                Fact.wholes(
                        "tokens",
                        Arrays.stream(draws.tokens()).mapToObj(j -> j + 1).toList()),
                Fact.wholes("counts", Arrays.stream(draws.counts()).boxed().toList()),
                Fact.reals("p", sample.p(), 3));
    }

    @Override
    public List<String> steps(Sample sample) {
        List<String> steps = new ArrayList<>();
        Vector before = sample.softmax().p();
        List<Integer> byK = sample.keptByK();
        List<Integer> kept = sample.kept();
        steps.add("P = softmax(z/τ) = " + listed(before.stream().boxed().toList()));
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
            steps.add("what is left, " + number(mass(before, kept)) + ", is scaled up to 1: P = "
                    + listed(sample.p().stream().boxed().toList()));
        }
        Draws draws = sample.draws();
        for (int i = 0; i < Math.min(MOST_SHOWN, sample.count()); i++) {
            steps.add("draw " + (i + 1) + ": u = " + number(draws.uniform(i)) + " falls on "
                    + names(List.of(draws.token(i))));
        }
        return steps;
    }

    private static double mass(Vector p, List<Integer> tokens) {
        return tokens.stream().mapToDouble(p::get).sum();
    }

    /** The running sums of the first tokens' shares of the whole. */
    private static List<Double> sums(Vector p, List<Integer> tokens, double whole) {
        List<Double> sums = new ArrayList<>();
        for (int i = 1; i <= Math.min(MOST_SHOWN, tokens.size()); i++) {
            sums.add(mass(p, tokens.subList(0, i)) / whole);
        }
        return sums;
    }

    private static String listed(List<Double> numbers) {
        String shown =
                numbers.stream().limit(MOST_SHOWN).map(SampleFigure::number).collect(Collectors.joining(", "));
        return numbers.size() > MOST_SHOWN ? shown + ", ..." : shown;
    }

    private static String names(List<Integer> tokens) {
        String shown = tokens.stream()
                .limit(MOST_SHOWN)
                .map(j -> "z" + SoftmaxFigure.index(j))
                .collect(Collectors.joining(" "));
        return tokens.size() > MOST_SHOWN ? shown + " ..." : shown;
    }

    private static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 6));
    }

    @Override
    public List<Line> sentence(Sample sample, Cursor<Sample> cursor) {
        int n = sample.logits().size();
        int kept = sample.kept().size();
        Line left = kept == n
                ? Line.of("No token is cut off")
                : Line.EMPTY
                        .second(kept + " of " + n)
                        .text(" tokens stay, with ")
                        .result(percent(mass(sample.softmax().p(), sample.kept())))
                        .text(" of P");
        if (sample.count() == 0) {
            return List.of(left, Line.of(kept == n ? "" : ", scaled up to 1"));
        }
        int top = sample.kept().get(0);
        double share = (double) sample.draws().counts()[top] / sample.count();
        return List.of(
                left,
                Line.of("; ")
                        .first(SoftmaxFigure.token(n, top))
                        .text(" came up in ")
                        .result(percent(share)),
                Line.of(", against P = " + Decimal.fixed(sample.p().get(top), 3)));
    }

    private static String percent(double share) {
        return Decimal.fixed(share * 100, 1) + " %";
    }

    @Override
    public void draw(Sample sample, Cursor<Sample> cursor, Canvas body) {
        new SamplePicture(sample, cursor, body).draw();
    }
}
