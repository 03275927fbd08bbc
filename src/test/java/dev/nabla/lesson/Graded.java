package dev.nabla.lesson;

import dev.nabla.lesson.question.Answer;
import dev.nabla.lesson.question.AnswerFormat;
import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.Verdict;
import java.util.List;
import java.util.Optional;

/** What is typed against one answer, with no known wrong ones beside it. */
public final class Graded {
    private Graded() {}

    public static Verdict graded(Answer right, String typed) {
        return Grade.of(right).of(typed);
    }

    /** {@code right}, {@code so_far}, {@code unreadable}, {@code wrong}, or the name of the slip. */
    public static String word(Answer right, String typed) {
        Verdict verdict = graded(right, typed);
        return verdict.misconception().orElse(verdict.kind().text());
    }

    public static AnswerFormat form(int places, String... options) {
        return new AnswerFormat(places, Optional.empty(), Optional.empty(), List.of(options), 0, 0, 0, false);
    }
}
