package dev.nabla.figure.dot;

import dev.nabla.frame.Line;
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

    /** The word for an angle, from {@code aligned} to {@code opposed}; {@code undefined} for a zero vector. */
    static String word(Dot dot) {
        if (dot.isZero()) {
            return "undefined";
        }
        double cosine = dot.cosine().getAsDouble();
        if (Math.abs(cosine) < SQUARE) {
            return "perpendicular";
        }
        return Math.abs(cosine) >= ALIGNED
                ? cosine > 0 ? "aligned" : "opposed"
                : cosine > 0 ? "mostly agree" : "mostly opposed";
    }

    static List<Line> of(Dot dot) {
        if (dot.isZero()) {
            return List.of(
                    zero(dot).text(" has no length, so there is no angle"), Line.of(": a·b = 0, cos θ is undefined"));
        }
        double cosine = dot.cosine().getAsDouble();
        String is = Math.abs(cosine) == 1 ? " is " : " is nearly ";
        String much = Math.abs(cosine) == 1 ? ", all of " : ", almost all of ";
        return switch (word(dot)) {
            case "aligned" -> List.of(both(" are aligned: ").result("a·b").text(is + "|a||b|"), b(much, "falls along"));
            case "opposed" ->
                List.of(both(" are opposed: ").warn("a·b").text(is + "−|a||b|"), b(much, "falls against"));
            case "perpendicular" ->
                Math.abs(cosine) < ROUNDING
                        ? List.of(
                                both(" are perpendicular: ").result("a·b").text(" is 0"),
                                b(", for ", "casts no shadow on"))
                        : List.of(
                                Line.of("Nearly perpendicular: ").result("a·b").text(" is small beside |a||b|"),
                                b(", ", "casts hardly a shadow on"));
            case "mostly agree" ->
                List.of(
                        both(" mostly agree"),
                        shadow(Line.of(": the ").result("shadow"), "along"),
                        Line.of(", so a·b > 0"));
            default ->
                List.of(
                        both(" are mostly opposed"),
                        shadow(Line.of(": the ").warn("shadow"), "against"),
                        Line.of(", so a·b < 0"));
        };
    }

    private static Line zero(Dot dot) {
        return dot.a().norm() == 0 ? Line.EMPTY.first("a") : Line.EMPTY.second("b");
    }

    private static Line both(String agree) {
        return Line.EMPTY.first("a").text(" and ").second("b").text(agree);
    }

    private static Line b(String of, String does) {
        return Line.of(of).second("b").text(" " + does + " ").first("a");
    }

    private static Line shadow(Line shadow, String where) {
        return shadow.text(" of ").second("b").text(" points " + where + " ").first("a");
    }
}
