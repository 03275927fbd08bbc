package dev.nabla.lesson;

import java.util.List;
import java.util.Optional;

/** What is typed against one answer, with no known wrong ones beside it. */
final class Graded {
    private Graded() {}

    static Verdict graded(Answer right, String typed) {
        return new Grade(right, List.of(), Optional.empty()).of(typed);
    }

    /** {@code right}, {@code so_far}, {@code unreadable}, {@code wrong}, or the name of the slip. */
    static String word(Answer right, String typed) {
        Verdict verdict = graded(right, typed);
        return verdict.misconception().orElse(verdict.kind().text());
    }

    static Form form(int places, String... options) {
        return new Form(places, Optional.empty(), List.of(options));
    }
}
