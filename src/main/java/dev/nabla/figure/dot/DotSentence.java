package dev.nabla.figure.dot;

import dev.nabla.frame.Line;
import dev.nabla.math.Dot;
import java.util.List;

/** How far the arrows of FIG.02 agree, in words. */
final class DotSentence {
    /** |cos θ| from which two directions count as one: 18°. */
    private static final double ALIKE = 0.95;
    /** |cos θ| that is shown as 0.00. */
    private static final double SQUARE = 0.005;
    /** |cos θ| that rounding alone leaves of 0. */
    private static final double ROUNDING = 1e-12;

    private DotSentence() {}

    /** How far the directions of two vectors agree. */
    enum Agreement {
        UNDEFINED,
        OPPOSED,
        MOSTLY_OPPOSED,
        PERPENDICULAR,
        MOSTLY_AGREE,
        ALIGNED;

        static Agreement of(Dot dot) {
            if (dot.isZero()) {
                return UNDEFINED;
            }
            double cosine = dot.cosine().getAsDouble();
            if (Math.abs(cosine) < SQUARE) {
                return PERPENDICULAR;
            }
            boolean whole = Math.abs(cosine) >= ALIKE;
            return cosine > 0 ? whole ? ALIGNED : MOSTLY_AGREE : whole ? OPPOSED : MOSTLY_OPPOSED;
        }
    }

    static List<Line> of(Dot dot) {
        double cosine = dot.cosine().orElse(0);
        boolean exactly = Math.abs(cosine) == 1;
        String is = exactly ? " is " : " is nearly ";
        String much = exactly ? ", all of " : ", almost all of ";
        return switch (Agreement.of(dot)) {
            case UNDEFINED ->
                List.of(
                        zero(dot).text(" has no length, so there is no angle"),
                        Line.of(": a·b = 0, cos θ is undefined"));
            case ALIGNED -> List.of(both(" are aligned: ").result("a·b").text(is + "|a||b|"), b(much, "falls along"));
            case OPPOSED -> List.of(both(" are opposed: ").warn("a·b").text(is + "−|a||b|"), b(much, "falls against"));
            case PERPENDICULAR ->
                Math.abs(cosine) < ROUNDING
                        ? List.of(
                                both(" are perpendicular: ").result("a·b").text(" is 0"),
                                b(", for ", "casts no shadow on"))
                        : List.of(
                                Line.of("Nearly perpendicular: ").result("a·b").text(" is small beside |a||b|"),
                                b(", ", "casts hardly a shadow on"));
            case MOSTLY_AGREE ->
                List.of(
                        both(" mostly agree"),
                        b(Line.of(": the ").result("shadow").text(" of "), "points along"),
                        Line.of(", so a·b > 0"));
            case MOSTLY_OPPOSED ->
                List.of(
                        both(" are mostly opposed"),
                        b(Line.of(": the ").warn("shadow").text(" of "), "points against"),
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
        return b(Line.of(of), does);
    }

    private static Line b(Line of, String does) {
        return of.second("b").text(" " + does + " ").first("a");
    }
}
