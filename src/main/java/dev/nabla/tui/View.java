package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Live;
import dev.nabla.frame.Canvas;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A screen: its own state, what it shows of the tutor's, and what keys do there. */
sealed interface View permits HomeView, ReadingView, GoalsView, PracticeView, QuestionView, ReviewedView, HelpView {
    /** Where keys are looked up, in this order; from {@link Place#TYPING} on printable keys are signs. */
    List<Place> places(TutorState state);

    /** The whole screen but for its last row. */
    Canvas draw(TutorState state);

    /** What a key leads to; the same state where it leads nowhere. */
    TutorState go(Go go, TutorState state);

    /** The section on it or under it, as it was left. */
    default Optional<ReadingView> reading() {
        return Optional.empty();
    }

    /** Its figure. */
    default Optional<Live<?>> live(TutorState state) {
        return Optional.empty();
    }

    default TutorState act(Action action, TutorState state) {
        return state;
    }

    /** The line that is typed has changed. */
    default TutorState typed(UnaryOperator<Editor> change, TutorState state) {
        return state;
    }

    default TutorState rate(Sure sure, TutorState state) {
        return state;
    }

    /** The state once this is on the screen, for what follows from being seen. */
    default TutorState seen(TutorState state) {
        return state;
    }
}
