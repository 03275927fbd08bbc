package dev.nabla.lesson;

import dev.nabla.figure.Figure;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The contents of a lesson as ids and counts. It is enough to compute a learner's progress without the text.
 *
 * @param road the stations, in order
 * @param figures figures, from top to bottom
 * @param questions ids of all questions, guesses included, from top to bottom
 * @param plainQuestions ids of the questions that are not guesses, as in {@link Lesson#plainQuestions}
 * @param roadQuestions ids of those that the road asks, which come first among them
 * @param deeper ids of those on which mastery does not depend
 * @param examples worked examples, from top to bottom
 * @param goals ids of the goals, from top to bottom
 */
public record Outline(
        List<Station> road,
        List<Drawn> figures,
        List<String> questions,
        List<String> plainQuestions,
        List<String> roadQuestions,
        List<String> deeper,
        List<Example> examples,
        List<String> goals) {
    /**
     * A figure of a lesson.
     *
     * @param noun name of its station on the road
     */
    public record Drawn(String id, String noun) {
        private Drawn(Figure.Info info) {
            this(info.id(), info.noun());
        }
    }

    /**
     * A worked example of a lesson.
     *
     * @param blanks number of its answers that are left to the learner
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
        plainQuestions = List.copyOf(plainQuestions);
        roadQuestions = List.copyOf(roadQuestions);
        deeper = List.copyOf(deeper);
        examples = List.copyOf(examples);
        goals = List.copyOf(goals);
    }

    static Outline of(Lesson lesson) {
        return new Outline(
                lesson.road(),
                lesson.figures().stream().map(live -> new Drawn(live.info())).toList(),
                lesson.questions().stream().map(Question::id).toList(),
                lesson.plainQuestions().stream().map(Question::id).toList(),
                lesson.roadQuestions().stream().map(Question::id).toList(),
                lesson.plainQuestions().stream()
                        .filter(Question::deeper)
                        .map(Question::id)
                        .toList(),
                lesson.examples().stream().map(Example::new).toList(),
                lesson.goals().stream().map(Goal::id).toList());
    }

    /** Returns the estimated time to do everything on the road but read, in seconds. */
    int practiceSeconds() {
        int blanks = 0;
        for (Example example : examples) {
            blanks += example.blanks();
        }
        return StationKind.QUESTIONS.seconds() * roadQuestions.size()
                + StationKind.GUESS.seconds() * (questions.size() - plainQuestions.size())
                + StationKind.BLANKS.seconds() * blanks
                + StationKind.PLAY.seconds() * figures.size()
                + StationKind.GOALS.seconds() * goals.size();
    }

    /** Returns which questions count for mastery. */
    public MasteryQuestions masteryQuestions() {
        int onRoad = 0;
        for (String question : roadQuestions) {
            onRoad += deeper.contains(question) ? 0 : 1;
        }
        return new MasteryQuestions(onRoad, Set.copyOf(deeper));
    }

    /**
     * Returns the station of a page, figure, guess, worked example, question or goal, from 0. A question that only
     * practice asks is at the last station of questions. Returns -1 if there is no such station.
     *
     * @param index its index from 0; of a question in {@link #plainQuestions}
     */
    public int station(StationKind kind, int index) {
        int last = roadQuestions.size() - 1;
        int asked = kind == StationKind.QUESTIONS ? Math.min(index, last) : index;
        return IntStream.range(0, road.size())
                .filter(i -> road.get(i).has(kind, asked))
                .findFirst()
                .orElse(-1);
    }

    /** Returns the index of the first figure with this id, from 0; 0 if no figure has it. */
    public int figure(String id) {
        return Math.max(0, figures.stream().map(Drawn::id).toList().indexOf(id));
    }
}
