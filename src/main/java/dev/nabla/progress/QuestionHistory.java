package dev.nabla.progress;

import dev.nabla.math.Noise;
import java.time.LocalDate;

/**
 * A question as one learner knows it.
 *
 * @param id of the question
 * @param section it stands in
 * @param answers how often it was answered
 * @param box when it comes back
 */
public record QuestionHistory(String id, String section, int answers, LeitnerBox box) {
    private static final int SEEDS = 999_999;

    static QuestionHistory first(Entry.Answered answer, LocalDate day) {
        return new QuestionHistory(answer.item(), answer.section(), 1, LeitnerBox.first(answer, day));
    }

    QuestionHistory after(Entry.Answered answer, LocalDate day) {
        return new QuestionHistory(id, answer.section(), answers + 1, box.after(answer, day));
    }

    /** The seed for the next time it is asked: other numbers every time and for every learner, and not 0 for its own. */
    long nextSeed(long learner) {
        return 1 + (long) (Noise.uniform(learner ^ (long) id.hashCode() << 32, answers) * SEEDS);
    }
}
