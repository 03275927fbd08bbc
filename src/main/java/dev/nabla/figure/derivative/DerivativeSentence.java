package dev.nabla.figure.derivative;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.List;

/** What FIG.04 shows: how far the nudge moved f, and what the slope had foretold. */
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
        int places = places(at.miss());
        String off = Decimal.nonzero(at.miss(), places, 8);
        String eps = "ε = " + Decimal.typeset(Decimal.significant(at.eps(), 3));
        String moved = Decimal.nonzero(at.eps() * at.forward(), places, 8);
        String foretold = Decimal.nonzero(at.eps() * at.slope(), places, 8);
        return List.of(
                Line.of("Push ").first("x").text(" by ").second(eps).text(": f moves " + moved),
                Line.of("; ").result("slope " + number(at.slope())).text(" foretold " + foretold),
                Line.of(", off by ").warn(off));
    }

    /** As many as show what the slope missed, from 2 to 6. */
    private static int places(double miss) {
        boolean small = Math.abs(miss) < 0.01 && miss != 0;
        return small ? (int) Math.min(6, Math.ceil(-Math.log10(Math.abs(miss)))) : 2;
    }

    private static String number(double x) {
        return Decimal.nonzero(x, 2, 8);
    }
}
