package dev.nabla.cli.command;

import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graded answer, as it is told to a script and to a reader.
 *
 * @param understood what was typed, as it was read
 * @param feedback whether more is told than the verdict, which whoever guesses long enough can read the answer from
 */
record GradeReport(Verdict verdict, Optional<String> understood, boolean feedback) {
    static GradeReport of(Grade grade, String typed, boolean feedback) {
        return new GradeReport(grade.of(typed), grade.understood(typed), feedback);
    }

    /** Adds the members that tell it. */
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

    /** Lines for a reader, without the hint. */
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
