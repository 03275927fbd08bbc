package dev.nabla.tui.screen;

import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Walk;
import java.util.Optional;

/** Tells tests of other packages which position a screen shows. */
public final class Walked {
    private Walked() {}

    /** Returns the question that a review asks on a screen; empty if the screen belongs to no review. */
    public static Optional<QuestionRef> reviewed(ScreenState state) {
        View view = state.view();
        Optional<ReviewView> review = view instanceof GuessView guess
                ? guess.review()
                : Optional.of(view).filter(ReviewView.class::isInstance).map(ReviewView.class::cast);
        return review.map(ReviewView::question);
    }

    /** @throws ClassCastException at a screen that belongs to no section */
    public static Walk of(ScreenState state) {
        return ((SectionView) state.view()).walk();
    }
}
