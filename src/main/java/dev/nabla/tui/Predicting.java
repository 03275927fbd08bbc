package dev.nabla.tui;

import dev.nabla.math.BadInput;
import dev.nabla.tui.ReadingView.Pane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What keys do while a section asks what its figure will show. */
final class Predicting {
    private Predicting() {}

    /** Where keys are looked up: beside the text those that scroll it come first, until an answer has been begun. */
    static List<Place> places(Prediction asking, ReadingView view, TutorState state) {
        List<Place> places = new ArrayList<>();
        if (leavesText(asking, view, state)) {
            places.add(Place.ASIDE);
        }
        if (asking.isTold()) {
            places.addAll(List.of(Place.TOLD, Place.EVERYWHERE));
            return places;
        }
        if (!places.isEmpty() && asking.attempt().isChoice()) {
            places.add(Place.OPTIONS);
        }
        places.addAll(asking.attempt().places(Place.PREDICTION));
        return places;
    }

    /** Whether up and down choose among the options; else they scroll the text. */
    static boolean chooses(ReadingView view, TutorState state) {
        return view.asking(state)
                .filter(asking -> !leavesText(asking, view, state))
                .isPresent();
    }

    private static boolean leavesText(Prediction asking, ReadingView view, TutorState state) {
        Attempt attempt = asking.attempt();
        boolean begun = attempt.rating() || !attempt.editor().isBlank();
        return view.shown(state) == Pane.BOTH && (asking.isTold() || !begun);
    }

    /** Asks when the figure opens for the first time. */
    static TutorState first(ReadingView view, TutorState state) {
        if (view.figure() > 0) {
            return state;
        }
        boolean asked =
                state.learner().predictions().containsKey(view.here(state).id());
        boolean answered = !asked
                && Prediction.questions(view.lesson(state)).stream()
                        .anyMatch(question -> state.learner().progress().items().containsKey(question.id()));
        return asked || answered ? state : asked(0, view, state);
    }

    /** Asks again, with the next question or with other numbers. */
    static TutorState begin(ReadingView view, TutorState state) {
        Pane pane = view.shown(state) == Pane.TEXT ? Pane.FIGURE : view.pane();
        ReadingView figure =
                view.looking(Optional.empty()).trying(Optional.empty()).at(pane).on(0);
        Prediction last = state.learner().predictions().get(view.here(state).id());
        return asked(last == null ? 0 : last.asked(), figure, state.showing(figure));
    }

    private static TutorState asked(int asked, ReadingView view, TutorState state) {
        try {
            return Prediction.of(view.lesson(state), asked)
                    .map(prediction -> kept(prediction, view, state))
                    .orElse(state);
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    static TutorState go(Go go, ReadingView view, TutorState state) {
        return view.asking(state)
                .map(prediction -> go(go, prediction, view, state))
                .orElse(state);
    }

    private static TutorState go(Go go, Prediction prediction, ReadingView view, TutorState state) {
        Attempt attempt = prediction.attempt();
        Optional<Attempt> next =
                go == Go.CHECK ? Optional.of(attempt.graded(true)) : attempt.on(go == Go.NEXT ? Go.DOWN : go);
        if (next.isPresent()) {
            return kept(prediction.with(next.get()), view, state);
        }
        return go == Go.BACK || go == Go.SKIP ? kept(prediction.closed(), view, state) : state;
    }

    static TutorState answered(ReadingView view, TutorState state, UnaryOperator<Attempt> change) {
        return view.asking(state)
                .map(prediction -> kept(prediction.with(change.apply(prediction.attempt())), view, state))
                .orElse(state);
    }

    private static TutorState kept(Prediction prediction, ReadingView view, TutorState state) {
        return state.with(state.learner().predicting(view.here(state).id(), prediction))
                .saying("");
    }
}
