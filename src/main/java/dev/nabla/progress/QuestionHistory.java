package dev.nabla.progress;

import dev.nabla.math.Noise;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/**
 * A question as one learner knows it.
 *
 * @param id of the question
 * @param section it stands in
 * @param answers how often it was answered
 * @param right whether the last answer was right; a guess counts only while there is no other answer
 * @param guessed whether every answer was a guess about a figure
 * @param box when it comes back
 * @param day of the last answer
 * @param seeds of the numbers it had on that day
 */
public record QuestionHistory(
        String id,
        String section,
        int answers,
        boolean right,
        boolean guessed,
        LeitnerBox box,
        LocalDate day,
        Set<Long> seeds) {
    private static final int SEEDS = 999_999;
    /** How many different numbers of one question count on one day. */
    static final int MOST_A_DAY = 10_000;

    /** The seeds are not copied: one student may answer one question thousands of times a day. */
    public QuestionHistory {
        seeds = Collections.unmodifiableSet(seeds);
    }

    /** A question that was never answered. */
    static QuestionHistory none(String id) {
        return new QuestionHistory(id, "", 0, false, true, LeitnerBox.NONE, LocalDate.MIN, Set.of());
    }

    /**
     * Returns the history with one more answer.
     *
     * @param tried the seeds of that day, this answer's among them
     */
    QuestionHistory after(Entry.Answered answer, LocalDate on, Set<Long> tried) {
        return new QuestionHistory(
                id,
                answer.section(),
                answers + 1,
                answer.predicted() && !guessed ? right : answer.right(),
                guessed && answer.predicted(),
                box.after(answer, on),
                on,
                tried);
    }

    /** True if it was answered with these numbers on this day: what is said to it again was said after a hint. */
    boolean isTried(long seed, LocalDate on) {
        return on.equals(day) && (seeds.contains(seed) || seeds.size() == MOST_A_DAY);
    }

    /** The seed for the next time it is asked: other numbers every time and for every learner, and not 0 for its own. */
    long nextSeed(long learner) {
        return 1 + (long) (Noise.uniform(learner ^ (long) id.hashCode() << 32, answers) * SEEDS);
    }
}
