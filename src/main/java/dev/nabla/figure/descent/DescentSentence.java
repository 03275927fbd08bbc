package dev.nabla.figure.descent;

import static dev.nabla.figure.descent.DescentFigure.LIMIT;
import static dev.nabla.figure.descent.DescentFigure.LOSS;
import static dev.nabla.figure.descent.DescentFigure.THETA;

import dev.nabla.figure.Style;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the sentence of FIG.05: how the ball moves, and why. */
final class DescentSentence {
    /** Style of the factor by which a step multiplies L. */
    private static final Style GROWTH = Style.number(3);
    // One decimal less than in the panel, so that the sentence fits on a screen of 80 columns.
    private static final Style CHANGE = LOSS.style().places(3);
    private static final Style POINT = THETA.style().places(2);
    private static final Style BELOW = LIMIT.style().places(2);

    private final Descent descent;
    private final boolean isPlain;
    private final Trajectory run;
    private final String eta;

    DescentSentence(DescentModel model) {
        this.descent = model.descent();
        this.isPlain = model.isPlain();
        this.run = descent.run();
        this.eta = "η = " + DescentFigure.shownEta(descent);
    }

    List<Line> clauses() {
        return switch (run.status()) {
            case IDLE -> List.of(step(), landing("; the first lands at "), Line.of("; ∇L is uphill"));
            case DESCENDING -> List.of(step(), Line.of("; L " + change()), landing(", the next lands at "));
            case ZIGZAG -> {
                String turn = run.loss() < before() ? ", yet L " : ", and L ";
                yield List.of(Line.EMPTY.second(eta).text(": it jumps across the valley"), Line.of(turn + change()));
            }
            case CONVERGED ->
                List.of(
                        Line.of("At rest from step " + run.convergedAt().getAsInt() + " on"),
                        Line.of(": less than " + Decimal.significant(100 * descent.tol(), 3)
                                + " % of the way is left"));
            case ON_THE_EDGE ->
                List.of(Line.EMPTY.second(eta).text(edge()), Line.of(": it swings from wall to wall for ever"));
            case DIVERGING -> diverging();
            case OVERFLOWED -> overflowed();
            case UNDEFINED -> undefined();
        };
    }

    /** Returns where the next step lands; nothing in plain words. */
    private Line landing(String words) {
        if (isPlain) {
            return Line.EMPTY;
        }
        Vector next = run.next();
        String place = WorkedSteps.listed(next.size(), 3, ", ", i -> POINT.column(next.get(i), 8));
        return Line.of(words).result("(" + place + ")");
    }

    private Line step() {
        String g = descent.noise() > 0 ? "(∇L + noise)" : "∇L";
        Line step = Line.of("A step is ");
        return switch (descent.optimizer().method()) {
            case SGD -> step.result("−" + g).text(" times ").second(eta);
            case MOMENTUM ->
                step.second(Decimal.significant(descent.optimizer().beta(), 3) + " of the last one")
                        .result(" − η" + g);
            case ADAM -> step.result("mean −∇L over its size").text(", times ").second(eta);
        };
    }

    private List<Line> diverging() {
        if (isPlain || descent.factor().isEmpty()) {
            Line much =
                    Line.EMPTY.warn(eta).text(" is too large here: each step ").warn("overshoots");
            return List.of(much, Line.of(" and L rises above where it began"));
        }
        String limit =
                DescentFigure.shownEta(descent.withEta(descent.threshold().orElseThrow()));
        String past = limit.equals(DescentFigure.shownEta(descent)) ? " is just past " : " is past ";
        Line overshot = Line.EMPTY.warn(eta).text(past + limit + ": each step ").warn("overshoots");
        return List.of(overshot, growth());
    }

    /** Returns the long-run growth of L per step. L may still fall at first, while the other directions shrink. */
    private Line growth() {
        double factor = run.factor().orElseThrow();
        double growth = factor * factor;
        Line grows = Line.of(run.loss() < before() ? " and in the end L grows " : " and L grows ");
        return growth < 1.0005
                ? grows.warn("slowly")
                : grows.warn("×" + GROWTH.sentence(growth)).text(" per step");
    }

    private String edge() {
        double share = descent.eta() / descent.threshold().orElse(Double.NaN);
        return !isPlain && Math.abs(share - 1) < 1e-6
                ? " is " + DescentFigure.limitFormula(descent)
                : " is the limit here";
    }

    private List<Line> overflowed() {
        String smaller = descent.threshold().isPresent()
                ? "below " + BELOW.sentence(descent.threshold().getAsDouble())
                : "smaller";
        Line cure = Line.of(". Go back to step 0 and take η " + smaller);
        if (run.theta().stream().anyMatch(Double::isNaN)) {
            return List.of(Line.EMPTY.warn("∞ − ∞ = NaN").text(": nothing can be computed from here"), cure);
        }
        Line infinite = Line.EMPTY.warn(run.loss() < 0 ? "L = −∞" : "L = ∞");
        Optional<String> remedy = descent.surface().remedy(run.theta());
        if (remedy.isPresent()) {
            return List.of(infinite.text(": " + remedy.get()));
        }
        String width = descent.precision().name().toLowerCase(Locale.ROOT);
        return List.of(infinite.text(": " + width + " has no larger numbers"), cure);
    }

    private List<Line> undefined() {
        int at = run.firstWithoutLoss().orElseThrow();
        String why = descent.surface().trouble(run.path().get(at)).orElse("L has no slope there");
        return List.of(Line.of("Step " + at + " leaves L: ").warn(why), Line.of(". Go back to step 0"));
    }

    /** Returns the loss one step ago. There must have been a step. */
    private double before() {
        return run.losses().get(descent.steps() - 1);
    }

    private String change() {
        double by = run.loss() - before();
        String size = " by " + CHANGE.sentence(Math.abs(by));
        return by == 0 ? "stays the same" : (by > 0 ? "rose" : "fell") + size;
    }
}
