package dev.nabla.lesson;

import dev.nabla.figure.Figure;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import java.util.List;

/**
 * What a lesson holds, by ids and counts: enough to tell how far a learner is, without the text.
 *
 * @param road the stations, in order
 * @param figures from top to bottom
 * @param questions ids of all questions, guesses among them, from top to bottom
 * @param asked ids of the questions that are no guesses, from top to bottom
 * @param examples the worked ones, from top to bottom
 * @param goals ids of the goals, from top to bottom
 */
public record Outline(
        List<Station> road,
        List<Drawn> figures,
        List<String> questions,
        List<String> asked,
        List<Example> examples,
        List<String> goals) {
    /**
     * A figure.
     *
     * @param noun what its station on the road is called
     */
    public record Drawn(String id, String noun) {
        private Drawn(Figure.Info info) {
            this(info.id(), info.noun());
        }
    }

    /**
     * A worked example.
     *
     * @param blanks how many of its answers are left to the learner
     */
    public record Example(String id, int blanks) {
        private Example(WorkedExample example) {
            this(example.id(), example.blanks());
        }
    }

    public Outline {
        road = List.copyOf(road);
        figures = List.copyOf(figures);
        questions = List.copyOf(questions);
        asked = List.copyOf(asked);
        examples = List.copyOf(examples);
        goals = List.copyOf(goals);
    }

    static Outline of(Lesson lesson) {
        return new Outline(
                lesson.road(),
                lesson.figures().stream()
                        .map(live -> new Drawn(live.figure().info()))
                        .toList(),
                lesson.questions().stream().map(Question::id).toList(),
                lesson.asked().stream().map(Question::id).toList(),
                lesson.examples().stream().map(Example::new).toList(),
                lesson.goals().stream().map(Goal::id).toList());
    }

    /** Which of the figures has this id, from 0; the first of several, and the first of all if none has. */
    public int figure(String id) {
        return Math.max(0, figures.stream().map(Drawn::id).toList().indexOf(id));
    }
}
