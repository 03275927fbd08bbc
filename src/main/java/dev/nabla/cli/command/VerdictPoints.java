package dev.nabla.cli.command;

import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Numerals;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The points that a grader gives for each kind of verdict.
 *
 * @param points points by kind; a kind that is missing gets 0
 */
public record VerdictPoints(Map<VerdictKind, Double> points) {
    private static final List<String> NAMES =
            Arrays.stream(VerdictKind.values()).map(VerdictKind::text).toList();

    /**
     * Parses pairs of a verdict and its points: {@code right=1,so_far=0.5}.
     *
     * @throws BadInput if a verdict is unknown or named twice, or its points are not a finite number
     */
    static VerdictPoints parse(String text) {
        Map<VerdictKind, Double> points = new EnumMap<>(VerdictKind.class);
        for (String pair : text.split(",", -1)) {
            String[] sides = pair.strip().split("=", 2);
            int kind = NAMES.indexOf(sides[0].strip());
            if (kind < 0) {
                throw BadInput.usage(
                        "unknown_verdict",
                        Numerals.quoted(sides[0].strip()) + " is no verdict",
                        new Problem.OneOf(sides[0].strip(), NAMES));
            }
            if (sides.length < 2 || points.put(VerdictKind.values()[kind], number(sides[1])) != null) {
                throw BadInput.usage(
                        "bad_points",
                        Numerals.quoted(pair.strip()) + (sides.length < 2 ? " has no points" : " is named twice"),
                        new Problem.Suggestion("type pairs like right=1,so_far=0.5"));
            }
        }
        return new VerdictPoints(points);
    }

    private static double number(String text) {
        double points = Numerals.number(text.strip());
        if (!Double.isFinite(points)) {
            throw BadInput.usage("bad_points", Numerals.quoted(text) + " is not finite; type a number like 0.5");
        }
        return points;
    }

    double of(VerdictKind kind) {
        return points.getOrDefault(kind, 0.0);
    }
}
