package dev.nabla.progress;

import dev.nabla.math.Noise;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/**
 * The history of a question for one learner.
 *
 * @param id id of the question
 * @param section id of the section that asks it
 * @param answers number of answers
 * @param right whether the last answer was right; a guess counts only while there is no other answer
 * @param guessed whether every answer was a guess about a figure
 * @param box the Leitner box, which decides when it comes back
 * @param day the day of the last answer
 * @param seeds seeds of the numbers that were answered on that day
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
    /** Number of different seeds of one question that count on one day. */
    static final int MOST_A_DAY = 10_000;

    /** Wraps the seeds without copying: one student may answer one question thousands of times per day. */
    public QuestionHistory {
        seeds = Collections.unmodifiableSet(seeds);
    }

    /** Returns the history of a question without answers. */
    static QuestionHistory none(String id) {
        return new QuestionHistory(id, "", 0, false, true, LeitnerBox.NONE, LocalDate.MIN, Set.of());
    }

    /**
     * Returns the history with one more answer.
     *
     * @param tried the seeds of that day, including this answer's
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

    /**
     * Returns whether a further answer with this seed on this day does not count. It does not after an earlier answer
     * with the seed, whose verdict the learner has seen, or after {@link #MOST_A_DAY} seeds.
     */
    boolean isTried(long seed, LocalDate on) {
        return on.equals(day) && (seeds.contains(seed) || seeds.size() == MOST_A_DAY);
    }

    /**
     * Returns the seed for the next time it is asked, from 1. It differs each time and between learners; 0 is reserved
     * for the question's own numbers.
     */
    long nextSeed(long learner) {
        return 1 + (long) (Noise.uniform(learner ^ (long) id.hashCode() << 32, answers) * SEEDS);
    }
}
