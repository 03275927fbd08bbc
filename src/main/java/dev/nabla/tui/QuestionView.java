package dev.nabla.tui;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Screens with a question whose answer counts: what keys do there that is the question's own affair. */
sealed interface QuestionView extends View permits AskingView, ReviewView {
    /** The question on the screen. */
    Asked asked(TutorState state);

    AttemptPane pane(TutorState state);

    /** Lines scrolled back from the newest. */
    int up();

    /** The same question, scrolled back so many lines. */
    QuestionView up(int lines);

    /** What a key does that leads on or away. */
    TutorState go(Go go, Attempt attempt, TutorState state);

    default Attempt attempt(TutorState state) {
        return asked(state).attempt(state).orElseThrow();
    }

    /** The attempt as it is now, its newest lines in sight. */
    default TutorState kept(Attempt attempt, TutorState state) {
        return asked(state).kept(attempt, state).showing(up(0));
    }

    @Override
    default TutorState go(Go go, TutorState state) {
        Attempt attempt = attempt(state);
        Optional<Attempt> next = attempt.on(go);
        if (next.isPresent()) {
            return kept(next.get(), state);
        }
        return switch (go) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN ->
                state.showing(up(pane(state).scrolled(go, Page.rows(state.size()), up())));
            default -> go(go, attempt, state);
        };
    }

    @Override
    default TutorState typed(UnaryOperator<Editor> change, TutorState state) {
        return kept(attempt(state).typed(change), state);
    }

    @Override
    default TutorState rate(Sure sure, TutorState state) {
        return kept(attempt(state).rated(sure), state);
    }
}
