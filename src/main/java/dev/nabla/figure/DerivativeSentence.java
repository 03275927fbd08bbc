package dev.nabla.figure;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Derivative;
import java.util.List;

/** What FIG.04 shows: how far the nudge moved f, and what the slope had foretold. */
final class DerivativeSentence {
    private DerivativeSentence() {}

    static List<Line> of(Derivative at) {
        if (at.noValue().isPresent()) {
            return List.of(
                    Line.EMPTY
                            .first("x = " + number(at.x()))
                            .text(": ")
                            .warn(at.noValue().get()),
                    Line.of(", so there is no slope to take"));
        }
        if (at.isKink()) {
            return List.of(
                    Line.EMPTY
                            .warn("No derivative here")
                            .text(": ")
                            .result(number(at.left()))
                            .text(" from the left, ")
                            .result(number(at.right()))
                            .text(" to the right"),
                    Line.of(" of the kink"));
        }
        if (at.noSlope().isPresent()) {
            return List.of(Line.EMPTY.warn(sentence(at.noSlope().get())));
        }
        if (!Double.isFinite(at.forward())) {
            return List.of(
                    Line.of("The slope at ")
                            .first("x = " + number(at.x()))
                            .text(" is ")
                            .result(number(at.slope())),
                    Line.of("; there is no secant: ")
                            .text(at.noDifference(at.forward()).orElse("")));
        }
        return List.of(
                Line.of("Push ")
                        .first("x")
                        .text(" by ")
                        .second("ε = " + Decimal.typeset(Decimal.significant(at.eps(), 3)))
                        .text(": f moves ")
                        .text(number(at.eps() * at.forward())),
                Line.of(". The ")
                        .result("slope " + number(at.slope()))
                        .text(" foretold " + number(at.eps() * at.slope())),
                Line.of(", off by ").warn(number(at.miss())));
    }

    private static String sentence(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }

    private static String number(double x) {
        return Decimal.drawn(x, 2, 8);
    }
}
