package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Tutor.Update;
import java.util.Optional;

/** Screens with a question whose answer counts: what effects lead to that is the question's own affair. */
sealed interface QuestionView extends View permits AskingView, ReviewView {
    /** The question on the screen. */
    QuestionRef asked();

    /** Lines scrolled back from the newest. */
    int up();

    /** Scrolled back so many lines. */
    QuestionView up(int lines);

    /** The state after a key that leads on or away. */
    ScreenState go(Go go, Attempt attempt, ScreenState state);

    /** Words for Enter, where that is no longer to check. */
    Optional<String> onward(Attempt attempt);

    /** Draws what stands round the question; what is left for it. */
    Canvas frame(Canvas canvas, ScreenState state);

    default Attempt attempt(ScreenState state) {
        return state.tutor().attempt(asked()).orElseThrow();
    }

    private AttemptPane pane(ScreenState state) {
        Attempt attempt = attempt(state);
        int width = state.size().width() - 2;
        return new AttemptPane(attempt, Optional.empty(), width, state.font().glyphs()).onward(onward(attempt));
    }

    @Override
    default void draw(Canvas canvas, ScreenState state) {
        pane(state).draw(frame(canvas, state), up());
    }

    /** After something that was done to it, its newest lines in sight. */
    default ScreenState heard(Update update, ScreenState state) {
        return state.after(update).showing(up(0));
    }

    @Override
    default ScreenState update(Effect effect, ScreenState state) {
        Optional<ScreenState> changed = AttemptKeys.update(effect, asked(), state);
        if (changed.isPresent()) {
            return changed.get().showing(up(0));
        }
        Go go = Go.of(effect);
        return switch (go) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN ->
                state.showing(up(pane(state).scrolled(go, Page.rows(state.size()), up())));
            default -> go(go, attempt(state), state);
        };
    }
}
