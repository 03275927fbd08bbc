package dev.nabla.tutor;

import dev.nabla.lesson.Course;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A review: the questions that are due, from all sections mixed. A question that was missed is asked once more at the
 * end; what counts is the first time.
 *
 * @param questions the due questions, in the order they are asked
 * @param again the questions missed so far, which follow
 * @param index number of questions before the current one; the number of both lists at the end
 * @param rightAtOnce for each question answered before the current one, whether it was right at once and without help
 */
public record Review(
        List<QuestionRef> questions, List<QuestionRef> again, int index, Map<QuestionRef, Boolean> rightAtOnce) {
    public Review {
        questions = List.copyOf(questions);
        again = List.copyOf(again);
        rightAtOnce = Map.copyOf(rightAtOnce);
    }

    private static Review of(List<QuestionRef> questions) {
        return new Review(questions, List.of(), 0, Map.of());
    }

    /** Returns the review of what is due now, without questions that no lesson has any more. */
    public static Review of(Tutor tutor) {
        return of(tutor.progress().due().stream()
                        .map(item -> new QuestionRef(item.section(), item.id()))
                        .toList())
                .left(tutor.course());
    }

    /** Returns the rest of this review, from the current question, in a reloaded course. */
    public Review left(Course course) {
        return of(all().stream()
                .skip(index)
                .filter(question -> question.isIn(course))
                .map(question -> question.inReview(course))
                .toList());
    }

    private List<QuestionRef> all() {
        List<QuestionRef> all = new ArrayList<>(questions);
        all.addAll(again);
        return all;
    }

    /** Returns the current question. There is none at the end. */
    public QuestionRef question() {
        return all().get(index);
    }

    /** Returns the position at the current question if it is a guess about a figure, with a figure of its own. */
    public Optional<Walk> guess(Course course) {
        return Walk.reviewing(question(), course);
    }

    public boolean isOver() {
        return left() == 0;
    }

    /** Returns the number of questions to ask, the current one included. */
    public int left() {
        return questions.size() + again.size() - index;
    }

    /** Returns the review at the next question. If the current one was missed, it will be asked once more. */
    public Review next(Tutor tutor) {
        boolean missed = index < questions.size()
                && answered(question(), tutor)
                        .filter(attempt -> !attempt.isRight())
                        .isPresent();
        List<QuestionRef> more = new ArrayList<>(again);
        if (missed) {
            more.add(question());
        }
        return new Review(questions, more, index + 1, results(tutor));
    }

    /** Returns the review at the next question, after one that could not be asked. */
    public Review withoutCurrent() {
        return new Review(questions, again, index + 1, rightAtOnce);
    }

    /**
     * Starts the current question.
     *
     * @throws dev.nabla.math.BadInput if its numbers cannot be computed
     */
    public Tutor ask(Tutor tutor) {
        return tutor.asked(question(), true);
    }

    private static Optional<Attempt> answered(QuestionRef question, Tutor tutor) {
        return tutor.attempt(question).filter(attempt -> attempt.isShown() || attempt.hasShownVerdict());
    }

    /** Returns the results of all questions answered so far. A skipped question has none. */
    private Map<QuestionRef, Boolean> results(Tutor tutor) {
        Map<QuestionRef, Boolean> results = new HashMap<>(rightAtOnce);
        if (!isOver()) {
            answered(question(), tutor).ifPresent(attempt -> results.putIfAbsent(question(), attempt.isRightUnaided()));
        }
        return results;
    }

    /** Returns how many of the questions answered so far were right, for people to read: {@code 2 of 3 right}. */
    public String score(Tutor tutor) {
        Map<QuestionRef, Boolean> results = results(tutor);
        long right = results.values().stream().filter(Boolean::booleanValue).count();
        return results.isEmpty() ? "You answered nothing" : right + " of " + results.size() + " right";
    }
}
