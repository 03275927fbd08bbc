package dev.nabla.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a learner is with one section.
 *
 * @param section its id
 * @param isRead whether it was read to its end
 * @param answers how many questions were answered, each set of numbers once a day: what is said after a hint proves nothing
 * @param right how many of them were right at once
 * @param last the last {@link #LAST} of those answers, the oldest first
 * @param reached ids of its goals that were reached
 * @param due how many of its questions are due
 */
public record SectionProgress(
        String section,
        boolean isRead,
        int answers,
        int right,
        List<Entry.Answered> last,
        Set<String> reached,
        int due) {
    private static final int LAST = 5;
    private static final int MASTERED = 4;

    public SectionProgress {
        last = List.copyOf(last);
        reached = Set.copyOf(reached);
    }

    static SectionProgress none(String section) {
        return new SectionProgress(section, false, 0, 0, List.of(), Set.of(), 0);
    }

    /** How many of its goals were reached. */
    public int goals() {
        return reached.size();
    }

    /** True if 4 of the last 5 answers were right, one of those a prediction. */
    public boolean isMastered() {
        int right = 0;
        boolean predicted = false;
        for (Entry.Answered answer : last) {
            right += answer.right() ? 1 : 0;
            predicted |= answer.right() && answer.predicted();
        }
        return right >= MASTERED && predicted;
    }

    SectionProgress wholeRead() {
        return new SectionProgress(section, true, answers, right, last, reached, due);
    }

    SectionProgress reaching(String goal) {
        Set<String> more = new HashSet<>(reached);
        more.add(goal);
        return new SectionProgress(section, isRead, answers, right, last, more, due);
    }

    SectionProgress trying(Entry.Answered answer) {
        List<Entry.Answered> tries = new ArrayList<>(last.subList(Math.max(0, last.size() + 1 - LAST), last.size()));
        tries.add(answer);
        return new SectionProgress(section, isRead, answers + 1, right + (answer.right() ? 1 : 0), tries, reached, due);
    }

    SectionProgress owing(int questions) {
        return new SectionProgress(section, isRead, answers, right, last, reached, questions);
    }
}
