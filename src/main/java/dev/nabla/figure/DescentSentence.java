package dev.nabla.figure;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;

/** What the ball in FIG.05 is doing, and why. */
final class DescentSentence {
    private DescentSentence() {}

    static List<Line> of(Descent descent) {
        List<Vector> path = descent.path();
        Vector theta = path.get(path.size() - 1);
        String eta = "η = " + DescentFigure.rate(descent.eta());
        return switch (descent.status(path)) {
            case IDLE ->
                List.of(
                        Line.of("One step is ").result("−∇L").text(" times ").second(eta),
                        Line.of("; it lands on ").result("○"));
            case DESCENDING ->
                List.of(
                        Line.of("A step is ").result("−∇L").text(" times ").second(eta),
                        Line.of("; L " + change(descent, path)),
                        Line.of(", the next lands on ").result("○"));
            case ZIGZAG ->
                List.of(Line.EMPTY
                        .second(eta)
                        .text(": it jumps across the valley, yet L ")
                        .text(change(descent, path)));
            case CONVERGED ->
                List.of(
                        Line.of("Arrived at step ")
                                .result(String.valueOf(descent.convergedAt(path).orElse(descent.steps()))),
                        Line.of(": the slope is under 0.001, nothing pulls any more"));
            case ON_THE_EDGE -> List.of(Line.EMPTY.second(eta).text(" is 2/λmax: from wall to wall, for ever"));
            case DIVERGING ->
                List.of(
                        Line.EMPTY
                                .warn(eta)
                                .text(" is past " + threshold(descent) + ": each step ")
                                .warn("overshoots"),
                        Line.of(" and L grows ")
                                .warn("×" + number(growth(descent), 1))
                                .text(" a step"));
            case OVERFLOWED -> gone(descent, theta);
        };
    }

    private static List<Line> gone(Descent descent, Vector theta) {
        Line cure = Line.of(". Press ").second("{").text(", take η below " + threshold(descent));
        if (theta.stream().anyMatch(Double::isNaN)) {
            return List.of(Line.EMPTY.warn("∞ − ∞ = NaN").text(": after ∞ nothing comes back"), cure);
        }
        String width = descent.precision().name().toLowerCase(Locale.ROOT);
        return List.of(Line.EMPTY.warn("L = ∞").text(": " + width + " has no larger numbers"), cure);
    }

    private static String change(Descent descent, List<Vector> path) {
        double before = descent.loss(path.get(path.size() - 2));
        double after = descent.loss(path.get(path.size() - 1));
        double percent = 100 * (1 - after / before);
        return (percent >= 0 ? "fell " : "rose ") + number(Math.abs(percent), 0) + " %";
    }

    private static double growth(Descent descent) {
        double factor = descent.factor().orElse(1);
        return factor * factor;
    }

    private static String threshold(Descent descent) {
        return descent.threshold().isPresent() ? number(descent.threshold().getAsDouble(), 2) : "this";
    }

    private static String number(double x, int places) {
        return Decimal.drawn(x, places, 8);
    }
}
