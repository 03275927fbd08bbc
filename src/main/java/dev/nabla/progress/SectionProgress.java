package dev.nabla.progress;

import dev.nabla.lesson.MasteryQuestions;
import dev.nabla.lesson.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The progress of a learner in one section.
 *
 * @param section id of the section
 * @param isRead whether it was read to its end
 * @param answers number of first answers: each seed of a question counts once per day, because a later answer follows a
 *     hint
 * @param right number of those that were right
 * @param calibration how sure the learner was of those, and how right
 * @param reached ids of its goals that were reached
 * @param due number of its questions that are due
 * @param isMastered whether the section is mastered, see {@link #isMastered(Section, List)}
 */
public record SectionProgress(
        String section,
        boolean isRead,
        int answers,
        int right,
        Calibration calibration,
        Set<String> reached,
        int due,
        boolean isMastered) {
    private static final int ENOUGH = 5;
    /**
     * Limit for the goals of a section, larger than any section has. It bounds the memory for a foreign journal with
     * made-up ids.
     */
    private static final int MOST_GOALS = 1000;

    public SectionProgress {
        reached = Set.copyOf(reached);
    }

    static SectionProgress none(String section) {
        return new SectionProgress(section, false, 0, 0, Calibration.NONE, Set.of(), 0, false);
    }

    /** Returns the number of goals that were reached. */
    public int goals() {
        return reached.size();
    }

    /**
     * Returns whether a section is mastered. Counts the last answer to each question and ignores guesses about figures
     * and deeper questions. At least five must be right, or as many as the road asks if these are fewer than five. More
     * questions must be right than wrong.
     *
     * @param answered the section's questions that were answered
     */
    private static boolean isMastered(Section section, List<QuestionHistory> answered) {
        MasteryQuestions counted = section.masteryQuestions();
        int right = 0;
        int wrong = 0;
        for (QuestionHistory question : answered) {
            boolean counts = !question.guessed() && !counted.deeper().contains(question.id());
            right += counts && question.right() ? 1 : 0;
            wrong += counts && !question.right() ? 1 : 0;
        }
        return right > wrong && right >= Math.min(ENOUGH, counted.onRoad());
    }

    /**
     * Returns whether the section is finished: mastered, or read to the end if it has no questions.
     *
     * @param of the section
     */
    boolean isDone(Section of) {
        return isMastered || isRead && of.masteryQuestions().onRoad() == 0;
    }

    SectionProgress wholeRead() {
        return new SectionProgress(section, true, answers, right, calibration, reached, due, isMastered);
    }

    SectionProgress reaching(String goal) {
        if (reached.contains(goal) || reached.size() == MOST_GOALS) {
            return this;
        }
        Set<String> more = new HashSet<>(reached);
        more.add(goal);
        return new SectionProgress(section, isRead, answers, right, calibration, more, due, isMastered);
    }

    SectionProgress trying(Entry.Answered answer) {
        return new SectionProgress(
                section,
                isRead,
                answers + 1,
                right + (answer.right() ? 1 : 0),
                calibration.after(answer),
                reached,
                due,
                isMastered);
    }

    /**
     * Returns a copy with the due questions and mastery derived from the questions.
     *
     * @param of the section
     * @param answered the section's questions that were answered
     * @param due number of the section's due questions
     */
    SectionProgress with(Section of, List<QuestionHistory> answered, int due) {
        return new SectionProgress(
                section, isRead, answers, right, calibration, reached, due, isMastered(of, answered));
    }
}
