package dev.nabla.figure.derivative;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
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
            return kink(at);
        }
        if (at.noSlope().isPresent()) {
            return List.of(Line.EMPTY.warn(sentence(at.noSlope().get())));
        }
        return Double.isFinite(at.forward()) ? nudged(at) : withoutSecant(at);
    }

    private static List<Line> kink(Derivative at) {
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

    private static List<Line> withoutSecant(Derivative at) {
        return List.of(
                Line.of("The slope at ")
                        .first("x = " + number(at.x()))
                        .text(" is ")
                        .result(number(at.slope())),
                Line.of("; there is no secant: ")
                        .text(at.noDifference(at.forward()).orElse("")));
    }

    private static List<Line> nudged(Derivative at) {
        int places = places(at.miss());
        boolean tiny = at.miss() != 0 && Math.abs(at.miss()) < 1e-6;
        String off = tiny ? Decimal.typeset(Decimal.significant(at.miss(), 1)) : Decimal.drawn(at.miss(), places, 8);
        return List.of(
                Line.of("Push ")
                        .first("x")
                        .text(" by ")
                        .second("ε = " + Decimal.typeset(Decimal.significant(at.eps(), 3)))
                        .text(": f moves ")
                        .text(Decimal.nonzero(at.eps() * at.forward(), places, 8)),
                Line.of("; ")
                        .result("slope " + number(at.slope()))
                        .text(" foretold " + Decimal.nonzero(at.eps() * at.slope(), places, 8)),
                Line.of(", off by ").warn(off));
    }

    /** As many as show what the slope missed, from 2 to 6. */
    private static int places(double miss) {
        boolean small = Math.abs(miss) < 0.01 && miss != 0;
        return small ? (int) Math.min(6, Math.ceil(-Math.log10(Math.abs(miss)))) : 2;
    }

    private static String sentence(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }

    private static String number(double x) {
        return Decimal.nonzero(x, 2, 8);
    }
}
