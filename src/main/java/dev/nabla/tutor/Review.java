package dev.nabla.tutor;

import dev.nabla.lesson.Course;
import java.util.List;
import java.util.Optional;

/**
 * A review: the questions that are due, from all sections mixed. Each is asked once; one that was missed comes back on
 * another day.
 *
 * @param questions the questions, in the order they are asked
 * @param index number of questions before the current one; the number of all at the end
 */
public record Review(List<QuestionRef> questions, int index) {
    public Review {
        questions = List.copyOf(questions);
    }

    /** Returns the review of what is due now, without questions that no lesson has any more. */
    public static Review of(Tutor tutor) {
        return new Review(
                        tutor.progress().due().stream()
                                .map(item -> new QuestionRef(item.section(), item.id()))
                                .toList(),
                        0)
                .left(tutor.course());
    }

    /** Returns the rest of this review, from the current question, in a reloaded course. */
    public Review left(Course course) {
        return new Review(
                questions.stream()
                        .skip(index)
                        .filter(question -> question.isIn(course))
                        .map(question -> question.inReview(course))
                        .toList(),
                0);
    }

    /** Returns the current question. There is none at the end. */
    public QuestionRef question() {
        return questions.get(index);
    }

    /** Returns the position at the current question if it is a guess about a figure, with a figure of its own. */
    public Optional<Walk> guess(Course course) {
        return Walk.reviewing(question(), course);
    }

    public boolean isOver() {
        return index == questions.size();
    }

    public Review next() {
        return new Review(questions, index + 1);
    }

    /**
     * Starts the current question.
     *
     * @throws dev.nabla.math.BadInput if its numbers cannot be computed
     */
    public Tutor ask(Tutor tutor) {
        return tutor.asked(question(), true);
    }

    /**
     * Returns how many of the questions answered so far were right, for people to read: {@code 2 of 3 right}. Right is
     * what was right at once and without a hint. A skipped question is not counted.
     */
    public String score(Tutor tutor) {
        List<Attempt> answered = questions.stream()
                .limit(index + 1L)
                .flatMap(question -> tutor.attempt(question).stream())
                .filter(attempt -> attempt.isShown() || attempt.hasShownVerdict())
                .toList();
        return answered.isEmpty()
                ? "You answered nothing"
                : answered.stream().filter(Attempt::isRightUnaided).count() + " of " + answered.size() + " right";
    }
}
