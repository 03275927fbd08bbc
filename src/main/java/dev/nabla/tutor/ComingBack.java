package dev.nabla.tutor;

import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.progress.LeitnerBox;
import dev.nabla.progress.Progress;
import dev.nabla.progress.QuestionHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A question that comes back in a review.
 *
 * @param question the question
 * @param reason why it comes back
 * @param days days until then, 0 if it is due
 */
public record ComingBack(Question question, ReturnReason reason, long days) {
    /** Why a question comes back, the most urgent reason first. */
    public enum ReturnReason {
        CERTAIN("sure, but wrong"),
        WRONG("not right yet"),
        RETRIED("needed a second try"),
        RIGHT("");

        private final String words;

        ReturnReason(String words) {
            this.words = words;
        }

        /** Returns the reason in words; empty for a question that was right at once. */
        public String words() {
            return words;
        }

        private static ReturnReason of(QuestionHistory known) {
            LeitnerBox box = known.box();
            if (box.sureAndWrong()) {
                return CERTAIN;
            }
            return !known.right() ? WRONG : box.missed() ? RETRIED : RIGHT;
        }
    }

    /** Returns the questions of a section that come back, the next first, those of one day by their reasons. */
    static List<ComingBack> of(Section section, List<String> questions, Progress progress) {
        List<ComingBack> back = new ArrayList<>();
        for (String id : questions) {
            section.question(id).flatMap(question -> of(question, progress)).ifPresent(back::add);
        }
        back.sort(Comparator.comparing(ComingBack::days).thenComparing(ComingBack::reason));
        return back;
    }

    /** Returns when and why a question comes back; empty if it was never answered. */
    public static Optional<ComingBack> of(Question question, Progress progress) {
        String id = question.id();
        return progress.daysUntil(id)
                .map(days -> new ComingBack(
                        question, ReturnReason.of(progress.questions().get(id)), days));
    }

    /** Returns {@code today}, {@code tomorrow} or, for example, {@code in 3 days}. */
    public String day() {
        return inDays(days);
    }

    static String inDays(long days) {
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }

    /** Returns the first words of the question, with "…" if more follow; at most {@code longest} chars before that. */
    public String firstWords(int longest) {
        return firstWords(question, longest);
    }

    /** Returns the first words of a question, as above. */
    public static String firstWords(Question question, int longest) {
        String prompt = question.draw(0).prompt().replace('\n', ' ');
        int end = prompt.lastIndexOf(' ', longest);
        return prompt.length() <= longest || end < 0 ? prompt : prompt.substring(0, end) + " …";
    }
}
