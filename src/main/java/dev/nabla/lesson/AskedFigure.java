package dev.nabla.lesson;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.lesson.formula.FigureSettings;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a figure of a lesson with the numbers of a question about it. */
public final class AskedFigure {
    private AskedFigure() {}

    /**
     * Returns the first figure of the lesson of which a formula of the question sets knobs to the question's numbers;
     * empty if there is none. Its other knobs are as the lesson opens it.
     *
     * @param open whether an answer is awaited; then the figure hides all that it computes
     */
    public static Optional<FigureState<?>> of(QuestionInstance asked, Lesson lesson, boolean open) {
        return asked.question().facts().stream()
                .filter(fact -> fact.isSetFromScope() && lesson.shows(fact.figure()))
                .findFirst()
                .map(fact -> {
                    FigureState<?> live = set(lesson.shown(fact.figure()), asked.filled(fact.settings()));
                    return open ? live.guessing(new Guess(results(live), Optional.empty(), false)) : live;
                });
    }

    /** Returns a figure with these settings; in its start state if they do not fit the settings of the lesson. */
    private static <M extends Record> FigureState<M> set(FigureState<M> opened, Map<String, String> settings) {
        Figure<M> figure = opened.figure();
        try {
            FigureSettings.of(figure, opened.home(), settings);
            return opened.set(settings);
        } catch (BadInput unfit) {
            return FigureState.of(figure).set(settings);
        }
    }

    /** Returns the names of all that a figure computes. */
    private static <M extends Record> List<String> results(FigureState<M> live) {
        return live.figure().pictureFacts(live.model()).stream().map(Fact::name).toList();
    }
}
