package dev.nabla.progress;

import java.time.LocalDate;
import java.util.List;

/**
 * The box of a question in a Leitner system (1972), which decides when the question comes back. The boxes wait 1, 3, 7
 * and 14 days.
 *
 * <p>A right answer on or after the due day moves the question to the next box; before that day it changes nothing. A
 * wrong answer always moves it to the first box.
 *
 * @param number number of the box, from 1; 0 before the first answer
 * @param due the day when the question comes back
 * @param missed whether an answer was wrong since the last move to a later box
 * @param sureAndWrong whether the learner was certain of a wrong answer since the last move to a later box
 */
public record LeitnerBox(int number, LocalDate due, boolean missed, boolean sureAndWrong) {
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14);

    /** The box of a question without answers. Any answer moves it to the first box. */
    static final LeitnerBox NONE = new LeitnerBox(0, LocalDate.MIN, false, false);

    /** Returns the box after one more answer. */
    LeitnerBox after(Entry.Answered answer, LocalDate day) {
        if (!answer.right()) {
            return new LeitnerBox(1, day.plusDays(DAYS.get(0)), true, sureAndWrong || answer.isSureAndWrong());
        }
        if (day.isBefore(due)) {
            return this;
        }
        int next = Math.min(number + 1, DAYS.size());
        return new LeitnerBox(next, day.plusDays(DAYS.get(next - 1)), false, false);
    }
}
