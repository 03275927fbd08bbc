package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A screen: its own state, what it shows of the tutor, and what effects lead to there. */
public sealed interface View
        permits HomeView,
                ReadingView,
                QuestionView,
                SectionView,
                ReviewedView,
                HelpView,
                ClassView,
                LookView,
                PollView,
                FollowView {
    /**
     * What Enter does now.
     *
     * @param word for the key line; empty where it does nothing
     * @param go the state after it
     */
    record Onward(String word, UnaryOperator<ScreenState> go) {
        static final Onward NOWHERE = new Onward("", state -> state);
    }

    /** Where keys are looked up, in this order, and everywhere else last; from {@link KeyContext#TYPING} on printable keys are characters. */
    List<KeyContext> keys(ScreenState state);

    /** Draws the whole screen but for its last row. */
    void draw(Canvas canvas, ScreenState state);

    /** The state after an effect; the same one where it leads nowhere. */
    ScreenState update(Effect effect, ScreenState state);

    /** What Enter does now. */
    default Onward onward(ScreenState state) {
        return Onward.NOWHERE;
    }

    /** How many options there are to choose from. */
    default int options(ScreenState state) {
        return 0;
    }

    /** The section on it or under it, as it was left. */
    default Optional<ReadingView> reading() {
        return Optional.empty();
    }

    /** The station of the section's road that this is. */
    default int beat(ScreenState state) {
        return 0;
    }

    /** Its figure. */
    default Optional<FigureState<?>> live(ScreenState state) {
        return Optional.empty();
    }

    /** The state once this is on the screen, for what follows from being seen. */
    default ScreenState seen(ScreenState state) {
        return state;
    }
}
