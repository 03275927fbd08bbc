package dev.nabla.screen;

import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.LearnerLocation;
import java.util.Optional;

/** A screen that lies over another one and returns to it. The learner's position is that of the screen below. */
sealed interface OverlayView extends View permits CourseSearchView, ExplanationView, HelpView, LookView, SignsView {
    /** Returns the screen below. */
    View under();

    /** Returns a copy over another screen. */
    OverlayView over(View other);

    @Override
    default Optional<Reading> reading() {
        return under().reading();
    }

    @Override
    default int stationIndex(ScreenState state) {
        return under().stationIndex(state);
    }

    @Override
    default Optional<View> below() {
        return Optional.of(under());
    }

    @Override
    default LearnerLocation location(ScreenState state) {
        return under().location(state);
    }

    @Override
    default String exitName() {
        return "back";
    }

    @Override
    default ScreenState exit(ScreenState state) {
        return state.show(under());
    }

    @Override
    default View afterPresented(Optional<ShownFigure> next, ScreenState state) {
        View below = under().afterPresented(next, state);
        return below == under() ? this : over(below);
    }

    @Override
    default ScreenState afterPoll(boolean isNew, ScreenState state) {
        return under().afterPoll(isNew, state);
    }
}
