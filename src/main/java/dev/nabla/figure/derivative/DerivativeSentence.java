package dev.nabla.figure.derivative;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.List;

/** FIG.04 in words: how far the nudge moved f, and what the slope had predicted. */
final class DerivativeSentence {
    private DerivativeSentence() {}

    static List<Line> of(Derivative at) {
        String x = "x = " + number(at.x());
        if (at.isKink()) {
            Line none = Line.EMPTY.warn("No derivative here").text(": ").result(number(at.left()));
            Line sides =
                    none.text(" from the left, ").result(number(at.right())).text(" to the right");
            return List.of(sides, Line.of(" of the kink"));
        }
        if (at.noSlope().isPresent()) {
            return List.of(Line.EMPTY.first(x).text(": ").warn(at.noSlope().get()));
        }
        if (Double.isFinite(at.forward())) {
            return nudged(at);
        }
        Line slope = Line.of("The slope at ").first(x).text(" is ").result(number(at.slope()));
        String why = at.noDifference(at.forward()).orElse("");
        return List.of(slope, Line.of("; there is no secant: " + why));
    }

    private static List<Line> nudged(Derivative at) {
        String moved = number(at.eps() * at.forward());
        String predicted = number(at.eps() * at.slope());
        return List.of(
                Line.of("Push ")
                        .first("x")
                        .text(" by ")
                        .second(number(at.eps()))
                        .text(": f moves " + moved),
                Line.of("; the ").result("slope").text(" predicted " + predicted),
                Line.of(", which is off by ").warn(number(Math.abs(at.miss()))));
    }

    private static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 3));
    }
}
