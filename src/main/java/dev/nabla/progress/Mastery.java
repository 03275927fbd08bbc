package dev.nabla.progress;

import java.util.List;

/** When a section is mastered: 4 of the last 5 answers right, one of those a prediction. */
final class Mastery {
    private static final int LAST = 5;
    private static final int RIGHT = 4;

    private Mastery() {}

    /** Whether first tries at a section's questions, the oldest first, show it. */
    static boolean shownBy(List<Entry.Answered> answers) {
        int right = 0;
        boolean predicted = false;
        for (Entry.Answered answer : answers.subList(Math.max(0, answers.size() - LAST), answers.size())) {
            right += answer.right() ? 1 : 0;
            predicted |= answer.right() && answer.predicted();
        }
        return right >= RIGHT && predicted;
    }
}
