package dev.nabla.figure;

import dev.nabla.frame.Line;
import dev.nabla.math.Dot;
import java.util.List;

/** How far the arrows of FIG.02 agree, in words. */
final class DotSentence {
    /** |cos θ| from which two directions count as one: 18°. */
    private static final double ALIGNED = 0.95;
    /** |cos θ| that is shown as 0.00. */
    private static final double SQUARE = 0.005;

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
        Line both = Line.EMPTY.first("a").text(" and ").second("b");
        String word = word(dot);
        return switch (word) {
            case "aligned" ->
                List.of(
                        both.text(" are aligned: ").result("a·b").text(" is nearly |a||b|"),
                        Line.of(", almost all of ")
                                .second("b")
                                .text(" falls along ")
                                .first("a"));
            case "opposed" ->
                List.of(
                        both.text(" are opposed: ").warn("a·b").text(" is nearly −|a||b|"),
                        Line.of(", almost all of ")
                                .second("b")
                                .text(" falls against ")
                                .first("a"));
            case "perpendicular" ->
                List.of(
                        both.text(" are perpendicular: ").result("a·b").text(" is 0"),
                        Line.of(", for ")
                                .second("b")
                                .text(" casts no shadow on ")
                                .first("a"));
            default -> between(both, word.equals("mostly agree"));
        };
    }

    private static Line zero(Dot dot) {
        return dot.a().norm() == 0 ? Line.EMPTY.first("a") : Line.EMPTY.second("b");
    }

    private static List<Line> between(Line both, boolean agree) {
        Line shadow = Line.of("the ");
        shadow = agree ? shadow.result("shadow") : shadow.warn("shadow");
        shadow = shadow.text(" of ").second("b").text(" points " + (agree ? "along " : "against "));
        return List.of(
                both.text(agree ? " mostly agree" : " are mostly opposed"),
                Line.join(List.of(Line.of(": "), shadow.first("a")), ""),
                Line.of(agree ? ", so a·b > 0" : ", so a·b < 0"));
    }
}
