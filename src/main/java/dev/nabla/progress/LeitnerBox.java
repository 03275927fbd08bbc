package dev.nabla.progress;

import java.time.LocalDate;
import java.util.List;

/**
 * When a question comes back: each box holds it longer than the one before (Leitner 1972), 1, 3, 7 and 14 days.
 *
 * <p>A right answer on or after its day moves it a box on; before its day it changes nothing. A wrong one always leads
 * back to the first box.
 *
 * @param number of the box, from 1
 * @param due the day it comes back
 * @param sureAndWrong whether the learner was sure of the wrong answer that led here
 */
public record LeitnerBox(int number, LocalDate due, boolean sureAndWrong) {
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14);

    /** Where a question is that was never answered; any answer leads to the first box. */
    static final LeitnerBox NONE = new LeitnerBox(0, LocalDate.MIN, false);

    /** Where it goes after one more answer. */
    LeitnerBox after(Entry.Answered answer, LocalDate day) {
        if (!answer.right()) {
            return new LeitnerBox(1, day.plusDays(DAYS.get(0)), sureAndWrong || answer.isSureAndWrong());
        }
        if (day.isBefore(due)) {
            return this;
        }
        int next = Math.min(number + 1, DAYS.size());
        return new LeitnerBox(next, day.plusDays(DAYS.get(next - 1)), false);
    }
}
