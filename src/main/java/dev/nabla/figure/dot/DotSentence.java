package dev.nabla.figure.dot;

import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Dot;
import java.util.List;

/** How far the arrows of FIG.02 agree, in words. */
final class DotSentence {
    /** |cos θ| from which two directions count as one: 18°. */
    private static final double ALIGNED = 0.95;
    /** |cos θ| that is shown as 0.00. */
    private static final double SQUARE = 0.005;
    /** |cos θ| that rounding alone leaves of 0. */
    private static final double ROUNDING = 1e-12;

    private DotSentence() {}

    static boolean isPerpendicular(Dot dot) {
        return !dot.isZero() && Math.abs(dot.cosine().getAsDouble()) < SQUARE;
    }

    static List<Line> of(Dot dot) {
        if (dot.isZero()) {
            Line zero = dot.a().norm() == 0 ? Line.EMPTY.first("a") : Line.EMPTY.second("b");
            Line none = Line.of(": a·b = 0, cos θ is undefined");
            return List.of(zero.text(" has no length, so there is no angle"), none);
        }
        double cosine = dot.cosine().getAsDouble();
        double size = Math.abs(cosine);
        if (size < ROUNDING) {
            Line nothing = both(" are perpendicular: ").result("a·b").text(" is 0");
            return List.of(nothing, b(Line.of(", for "), "casts no shadow on"));
        }
        if (isPerpendicular(dot)) {
            Line little = Line.of("Nearly perpendicular: ").result("a·b").text(" is small beside |a||b|");
            return List.of(little, b(Line.of(", "), "casts hardly a shadow on"));
        }
        boolean agree = cosine > 0;
        String along = agree ? "along" : "against";
        if (size >= ALIGNED) {
            String is = (size == 1 ? " is " : " is nearly ") + (agree ? "" : "−");
            Line much = Line.of(size == 1 ? ", all of " : ", almost all of ");
            Line both = both(agree ? " are aligned: " : " are opposed: ");
            return List.of(toned(both, "a·b", agree).text(is + "|a||b|"), b(much, "falls " + along));
        }
        return List.of(
                both(agree ? " mostly agree" : " are mostly opposed"),
                b(toned(Line.of(": the "), "shadow", agree).text(" of "), "points " + along),
                Line.of(agree ? ", so a·b > 0" : ", so a·b < 0"));
    }

    private static Line toned(Line line, String word, boolean agree) {
        return line.span(word, agree ? Tone.RESULT : Tone.WARN, Weight.BOLD);
    }

    private static Line both(String agree) {
        return Line.EMPTY.first("a").text(" and ").second("b").text(agree);
    }

    private static Line b(Line of, String does) {
        return of.second("b").text(" " + does + " ").first("a");
    }
}
