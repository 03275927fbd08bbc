package dev.nabla.tui;

import dev.nabla.lesson.Kind;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Question;
import java.util.List;
import java.util.Optional;

/**
 * What the learner expects of a figure before touching it.
 *
 * @param attempt the question that asks for it
 * @param open whether it is on the screen, and the figure's keys wait
 * @param asked how often the section has asked
 */
record Prediction(Attempt attempt, boolean open, int asked) {
    /** The section's next prediction, with the figure's own numbers at first, its questions in turn; none if it has no such question. */
    static Optional<Prediction> of(Lesson lesson, int asked) {
        List<Question> questions = questions(lesson);
        if (questions.isEmpty()) {
            return Optional.empty();
        }
        int round = asked / questions.size();
        Attempt attempt = Attempt.of(questions.get(asked % questions.size()), round, round);
        return Optional.of(new Prediction(attempt, true, asked + 1));
    }

    static List<Question> questions(Lesson lesson) {
        return lesson.questions().stream().filter(Question::predicts).toList();
    }

    Prediction with(Attempt other) {
        return new Prediction(other, open, asked);
    }

    Prediction closed() {
        return new Prediction(attempt, false, asked);
    }

    /** Whether the answer is there, and the next key leads to the figure. */
    boolean isTold() {
        return attempt.told().filter(Attempt.Reply::counts).isPresent();
    }

    /** What is right alone, where there is no room for both. */
    String right() {
        boolean words = attempt.question().kind() == Kind.CHOICE;
        return (words ? "right: " : "it is ") + attempt.variant().toldAnswer();
    }

    /** {@code you 0.94 (sure) · is 0.47}, of a choice {@code you: it stays (sure) · right: it halves}, or {@code · right} alone; nothing if it was skipped. */
    Optional<String> kept() {
        boolean words = attempt.question().kind() == Kind.CHOICE;
        return attempt.told()
                .filter(Attempt.Reply::counts)
                .map(reply -> (words ? "you: " : "you ")
                        + attempt.typedInFull()
                        + reply.sure().map(sure -> " (" + sure.word() + ")").orElse("")
                        + (words && reply.isRight()
                                ? " · right"
                                : (words ? " · right: " : " · is ")
                                        + attempt.variant().toldAnswer()));
    }
}
