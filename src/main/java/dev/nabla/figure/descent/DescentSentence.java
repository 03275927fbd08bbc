package dev.nabla.figure.descent;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Trajectory;
import java.util.List;
import java.util.Locale;

/** What the ball in FIG.05 is doing, and why. */
final class DescentSentence {
    /** Digits of a learning rate as it is drawn. */
    static final int RATE_DIGITS = 4;

    private static final int MOST_DIGITS = 17;

    private final Descent descent;
    private final Trajectory run;
    private final String eta;

    DescentSentence(Descent descent) {
        this.descent = descent;
        this.run = descent.run();
        this.eta = "η = " + DescentFigure.rate(descent.eta());
    }

    List<Line> clauses() {
        return switch (run.status()) {
            case IDLE -> List.of(step(), Line.of("; the first lands on ").result("○"));
            case DESCENDING ->
                List.of(
                        step(),
                        Line.of("; L " + change()),
                        Line.of(", the next lands on ").result("○"));
            case ZIGZAG -> {
                String turn = run.loss() < before() ? ", yet L " : ", and L ";
                yield List.of(Line.EMPTY.second(eta).text(": it jumps across the valley" + turn + change()));
            }
            case CONVERGED -> arrived();
            case ON_THE_EDGE -> List.of(Line.EMPTY.second(eta).text(edge()).text(": from wall to wall, for ever"));
            case DIVERGING -> diverging();
            case OVERFLOWED -> gone();
            case UNDEFINED -> undefined();
        };
    }

    private Line step() {
        String g = descent.noise() > 0 ? "(∇L + noise)" : "∇L";
        Line step = Line.of("A step is ");
        return switch (descent.optimizer().method()) {
            case SGD -> step.result("−" + g).text(" times ").second(eta);
            case MOMENTUM ->
                step.second(Decimal.significant(descent.optimizer().beta(), 3) + " of the last one")
                        .text(" ")
                        .result("− η" + g);
            case ADAM -> step.result("mean −∇L over its size").text(", times ").second(eta);
        };
    }

    private List<Line> arrived() {
        int at = run.convergedAt().orElse(descent.steps());
        Line when = Line.of("Arrived at step ").result(String.valueOf(at));
        return List.of(when, Line.of(": the slope is under 0.001, nothing pulls any more"));
    }

    private List<Line> diverging() {
        if (descent.factor().isEmpty()) {
            Line much =
                    Line.EMPTY.warn(eta).text(" is too much here: each step ").warn("overshoots");
            return List.of(much, Line.of(" and L rises above where it began"));
        }
        Line past = pastLimit(descent.threshold().orElseThrow());
        return List.of(past.text(": each step ").warn("overshoots"), growth());
    }

    /** η and what it is past, both with the digits that it takes to tell them apart. */
    private Line pastLimit(double limit) {
        int digits = 2;
        while (digits < MOST_DIGITS
                && rounded(limit, digits) >= rounded(descent.eta(), Math.max(RATE_DIGITS, digits))) {
            digits++;
        }
        String rate = digits > RATE_DIGITS ? "η = " + digits(descent.eta(), digits) : eta;
        return Line.EMPTY.warn(rate).text(" is past " + digits(limit, digits));
    }

    private static double rounded(double x, int digits) {
        return Double.parseDouble(Decimal.significant(x, digits));
    }

    private static String digits(double x, int digits) {
        return Decimal.typeset(Decimal.significant(x, digits));
    }

    /** In the end: while the other directions still shrink L may fall. */
    private Line growth() {
        double factor = run.factor().orElseThrow();
        double growth = factor * factor;
        Line grows = Line.of(run.loss() < before() ? " and in the end L grows " : " and L grows ");
        return growth < 1.0005
                ? grows.warn("slowly")
                : grows.warn("×" + Decimal.drawn(growth, 3, 8)).text(" a step");
    }

    private String edge() {
        double share = descent.eta() / descent.threshold().orElse(Double.NaN);
        return Math.abs(share - 1) < 1e-6 ? " is " + DescentFigure.threshold(descent) : " is the edge here";
    }

    private List<Line> gone() {
        String smaller = descent.threshold().isPresent()
                ? "below " + Decimal.nonzero(descent.threshold().getAsDouble(), 2, 8)
                : "smaller";
        Line cure = Line.of(". Press ").second("{").text(", take η " + smaller);
        if (run.theta().stream().anyMatch(Double::isNaN)) {
            return List.of(Line.EMPTY.warn("∞ − ∞ = NaN").text(": after ∞ nothing comes back"), cure);
        }
        String width = descent.precision().name().toLowerCase(Locale.ROOT);
        String loss = run.loss() < 0 ? "L = −∞" : "L = ∞";
        return List.of(Line.EMPTY.warn(loss).text(": " + width + " has no larger numbers"), cure);
    }

    private List<Line> undefined() {
        int at = run.firstWithoutLoss().orElseThrow();
        String why = descent.surface().trouble(run.path().get(at)).orElse("L has no slope there");
        return List.of(
                Line.of("Step " + at + " leaves L: ").warn(why),
                Line.of(". Press ").second("{"));
    }

    /** L a step ago. */
    private double before() {
        return run.losses().get(descent.steps() - 1);
    }

    private String change() {
        double by = run.loss() - before();
        String size = " by " + Decimal.nonzero(Math.abs(by), 3, 8);
        return by == 0 ? "stays the same" : (by > 0 ? "rose" : "fell") + size;
    }
}
