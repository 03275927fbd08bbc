package dev.nabla.tutor;

import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.question.Question;
import java.util.List;

/**
 * What the learner expects of a figure before touching it.
 *
 * @param question that asks for it
 * @param open whether it is on the screen, and the figure's keys wait
 * @param asked how often the section has asked
 */
public record Prediction(QuestionRef question, boolean open, int asked) {
    /** The questions of a lesson that ask for a prediction. */
    public static List<Question> questions(Lesson lesson) {
        return lesson.questions().stream().filter(Question::predicts).toList();
    }

    Prediction closed() {
        return new Prediction(question, false, asked);
    }
}
