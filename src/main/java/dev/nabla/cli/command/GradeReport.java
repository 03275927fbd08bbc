package dev.nabla.cli.command;

import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.Decimal;
import dev.nabla.output.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graded answer, as lines of text and as members for JSON.
 *
 * @param understood the answer as it was parsed
 */
record GradeReport(Verdict verdict, Optional<String> understood, GradeForm form) {
    static GradeReport of(Grade grade, String typed, GradeForm form) {
        return new GradeReport(grade.of(typed), grade.understood(typed), form);
    }

    private Optional<Double> points() {
        return form.points().map(points -> points.of(verdict.kind()));
    }

    /** Returns the line with the points, if they are asked for. */
    Optional<String> pointsLine() {
        return points().map(points -> "Points: " + Decimal.shortest(points));
    }

    /** Adds the members of the grade to a JSON object, and returns it. */
    Map<String, Object> addTo(Map<String, Object> about) {
        boolean feedback = form.feedback();
        boolean unreadable = verdict.kind() == Verdict.VerdictKind.UNREADABLE;
        about.putAll(Json.members(
                "verdict",
                verdict.kind().text(),
                "misconception",
                verdict.misconception().filter(name -> feedback).orElse(null),
                "understood",
                understood.orElse(null),
                "message",
                feedback || unreadable ? verdict.message() : null,
                "hint",
                verdict.hint().filter(hint -> feedback).orElse(null)));
        points().ifPresent(points -> about.put("points", points));
        return about;
    }

    /** Returns the lines of the grade, without the hint and the points. */
    List<String> toLines() {
        if (form.feedback()) {
            return verdict.toLines();
        }
        return List.of(
                switch (verdict.kind()) {
                    case RIGHT -> "Right.";
                    case SO_FAR -> "Right so far.";
                    default -> "Not yet";
                });
    }
}
