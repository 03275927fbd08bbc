package dev.nabla.figure.descent;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Trajectory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the ball in FIG.05 is doing, and why. */
final class DescentSentence {
    private static final int LEAST_PLACES = 2;
    private static final int MOST_PLACES = 6;

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
        return new StepRule(descent).words(eta);
    }

    /** When; where, on a surface that may have more than one valley; and that nothing moves any more. */
    private List<Line> arrived() {
        int at = run.convergedAt().orElse(descent.steps());
        Line when = Line.of("Arrived at step ").result(String.valueOf(at));
        if (descent.bowl().isPresent() || run.theta().size() > 2) {
            return List.of(when, Line.of(": the slope is under 0.001, nothing pulls any more"));
        }
        String place = run.theta().stream().mapToObj(x -> number(x, 2)).collect(Collectors.joining(", "));
        Line height = Line.of(": level there, at L ").result(number(run.loss(), 3));
        return List.of(when.text(" at θ = (" + place + ")"), Line.of(well()), height);
    }

    private String well() {
        boolean left = run.theta().get(0) < 0;
        return Terrain.name(descent).equals("wells") ? left ? " in the deeper well" : " in the shallower well" : "";
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

    /** η and what it is past: the limit with the fewest places that make it less than η and more than nothing; else six digits of both. */
    private Line pastLimit(double limit) {
        BigDecimal shown = rounded(descent.eta(), DescentFigure.ratePlaces(descent.eta()));
        for (int places = LEAST_PLACES; places <= MOST_PLACES; places++) {
            BigDecimal rounded = rounded(limit, places);
            if (rounded.signum() > 0 && rounded.compareTo(shown) < 0) {
                return Line.EMPTY.warn(eta).text(" is past " + number(limit, places));
            }
        }
        return Line.EMPTY.warn("η = " + sixDigits(descent.eta())).text(" is past " + sixDigits(limit));
    }

    private static BigDecimal rounded(double x, int places) {
        return BigDecimal.valueOf(x).setScale(places, RoundingMode.HALF_UP);
    }

    private static String sixDigits(double x) {
        return Decimal.typeset(Decimal.significant(x, 6));
    }

    /** In the end: while the other directions still shrink L may fall. */
    private Line growth() {
        double factor = run.factor().orElseThrow();
        double growth = factor * factor;
        double off = Math.abs(growth - 1);
        Line grows = Line.of(run.loss() < before() ? " and in the end L grows " : " and L grows ");
        return off < 0.0005
                ? grows.warn("slowly")
                : grows.warn("×" + number(growth, off < 0.05 ? 3 : 1)).text(" a step");
    }

    private String edge() {
        if (descent.threshold().isEmpty()) {
            return " is too much here";
        }
        double share = descent.eta() / descent.threshold().getAsDouble();
        return Math.abs(share - 1) < 1e-6 ? " is " + new StepRule(descent).threshold() : " is the edge for this start";
    }

    private List<Line> gone() {
        String smaller = descent.threshold().isPresent()
                ? "below " + Decimal.nonzero(descent.threshold().getAsDouble(), LEAST_PLACES, 8)
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

    /** In percent, tenths and less of one included, or by how much where percent mean nothing because L is not above 0. */
    private String change() {
        double before = before();
        double after = run.loss();
        if (after == before) {
            return "stays the same";
        }
        double percent = 100 * Math.abs(1 - after / before);
        boolean above = before > 0 && after >= 0;
        String size = above
                ? percents(percent, after > 0 && after < before) + " %"
                : "by " + Decimal.nonzero(Math.abs(after - before), 3, 8);
        return (after > before ? "rose " : "fell ") + size;
    }

    /** What is left is never told as nothing: not all of L fell while some of it stands. */
    private static String percents(double percent, boolean some) {
        if (percent < 1) {
            return Decimal.typeset(Decimal.significant(percent, 1));
        }
        return percent >= 99.5 && some ? "over 99" : number(percent, 0);
    }

    private static String number(double x, int places) {
        return Decimal.drawn(x, places, 8);
    }
}
