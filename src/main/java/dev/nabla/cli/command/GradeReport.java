package dev.nabla.cli.command;

import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graded answer, as lines of text and as members for JSON.
 *
 * @param understood the answer as it was parsed
 * @param feedback whether to print more than the verdict; from the rest the answer can be worked out by repeated
 *     guesses
 */
record GradeReport(Verdict verdict, Optional<String> understood, boolean feedback) {
    static GradeReport of(Grade grade, String typed, boolean feedback) {
        return new GradeReport(grade.of(typed), grade.understood(typed), feedback);
    }

    /** Adds the members of the grade to a JSON object, and returns it. */
    Map<String, Object> addTo(Map<String, Object> about) {
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
        return about;
    }

    /** Returns the lines of the grade, without the hint. */
    List<String> toLines() {
        if (feedback) {
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
