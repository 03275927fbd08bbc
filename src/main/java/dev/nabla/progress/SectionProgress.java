package dev.nabla.progress;

import dev.nabla.lesson.Section;
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
 * @param reached ids of its goals that were reached
 * @param due how many of its questions are due
 * @param isMastered whether its questions were answered right when they were answered last, see {@link
 *     #isMastered(Section, List)}
 */
public record SectionProgress(
        String section, boolean isRead, int answers, int right, Set<String> reached, int due, boolean isMastered) {
    private static final int ENOUGH = 5;
    /** More goals than a section has; the ids in a stranger's journal may be without end. */
    private static final int MOST_GOALS = 1000;

    public SectionProgress {
        reached = Set.copyOf(reached);
    }

    static SectionProgress none(String section) {
        return new SectionProgress(section, false, 0, 0, Set.of(), 0, false);
    }

    /** How many of its goals were reached. */
    public int goals() {
        return reached.size();
    }

    /**
     * The definition of mastery. Guesses about a figure do not count. Of the section's questions at least five were
     * right when they were answered last, or all of them where it has fewer than five; and so were more than half of
     * those answered.
     *
     * @param answered the section's questions that were answered
     */
    private static boolean isMastered(Section section, List<QuestionHistory> answered) {
        int right = 0;
        int wrong = 0;
        for (QuestionHistory question : answered) {
            right += !question.guessed() && question.right() ? 1 : 0;
            wrong += !question.guessed() && !question.right() ? 1 : 0;
        }
        return right > wrong && (right >= ENOUGH || right >= section.questionCount());
    }

    SectionProgress wholeRead() {
        return new SectionProgress(section, true, answers, right, reached, due, isMastered);
    }

    SectionProgress reaching(String goal) {
        if (reached.contains(goal) || reached.size() == MOST_GOALS) {
            return this;
        }
        Set<String> more = new HashSet<>(reached);
        more.add(goal);
        return new SectionProgress(section, isRead, answers, right, more, due, isMastered);
    }

    SectionProgress trying(Entry.Answered answer) {
        return new SectionProgress(
                section, isRead, answers + 1, right + (answer.right() ? 1 : 0), reached, due, isMastered);
    }

    /**
     * Returns the progress with what follows from the questions.
     *
     * @param of the section
     * @param answered its questions that were answered
     * @param due how many of them are due
     */
    SectionProgress with(Section of, List<QuestionHistory> answered, int due) {
        return new SectionProgress(section, isRead, answers, right, reached, due, isMastered(of, answered));
    }
}
