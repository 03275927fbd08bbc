package dev.nabla.tui.screen;

import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.screen.ReadingView.Pane;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section asks what its figure will show: what effects lead to meanwhile.
 *
 * @param asked the question, and whether the figure still waits for it
 * @param attempt what is made of it
 * @param view the section
 */
record Predicting(Prediction asked, Attempt attempt, ReadingView view) {
    /** The prediction asked before the figure of a section opened, open still or not. */
    static Optional<Predicting> last(ReadingView view, ScreenState state) {
        Tutor tutor = state.tutor();
        return Optional.ofNullable(tutor.predictions().get(view.section().id()))
                .map(asked ->
                        new Predicting(asked, tutor.attempt(asked.question()).orElseThrow(), view));
    }

    /** Where keys are looked up: beside the text those that scroll it come first, until an answer has been begun. */
    List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>();
        if (leavesText(state)) {
            keys.add(KeyContext.ASIDE);
        }
        if (isTold()) {
            keys.add(KeyContext.TOLD);
            return keys;
        }
        if (!keys.isEmpty() && attempt.isChoice()) {
            keys.add(KeyContext.OPTIONS);
        }
        keys.addAll(AttemptKeys.of(attempt, KeyContext.PREDICTION));
        return keys;
    }

    /** True if up and down scroll the text; else they choose among the options. */
    boolean leavesText(ScreenState state) {
        boolean begun = attempt.rating() || !attempt.editor().isBlank();
        return view.shown(state) == Pane.BOTH && (isTold() || !begun);
    }

    /** True if the answer is there, and the next key leads to the figure. */
    private boolean isTold() {
        return attempt.told().filter(Attempt.Reply::counts).isPresent();
    }

    /** Asks when the figure opens for the first time. */
    static ScreenState first(ReadingView view, ScreenState state) {
        boolean known = view.figure() > 0
                || last(view, state).isPresent()
                || Prediction.questions(view.lesson()).stream()
                        .map(Question::id)
                        .anyMatch(state.progress().items()::containsKey);
        return known ? state : asked(view, state);
    }

    /** Asks again, with the next question or with other numbers. */
    static ScreenState begin(ReadingView view, ScreenState state) {
        Pane pane = view.shown(state) == Pane.TEXT ? Pane.FIGURE : view.pane();
        ReadingView figure =
                view.looking(Optional.empty()).trying(Optional.empty()).at(pane).on(0);
        return asked(figure, state.showing(figure));
    }

    private static ScreenState asked(ReadingView view, ScreenState state) {
        try {
            Tutor asking = state.tutor().predicting(view.section().id(), view.lesson());
            return asking == state.tutor() ? state : state.with(asking).saying("");
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    /** The state after an effect; empty where it is the section's affair. */
    Optional<ScreenState> update(Effect effect, ScreenState state) {
        Go go = Go.of(effect);
        if (effect instanceof Effect.Act) {
            return Optional.of(state);
        }
        if (leavesText(state) && (go == Go.UP || go == Go.DOWN)) {
            return Optional.empty();
        }
        Tutor tutor = state.tutor();
        return AttemptKeys.update(go == Go.NEXT ? Go.DOWN : effect, asked.question(), state)
                .or(() -> switch (go) {
                    case CHECK -> Optional.of(state.after(tutor.check(asked.question(), true)));
                    case BACK ->
                        Optional.of(state.with(tutor.opened(view.section().id())));
                    default -> Optional.empty();
                })
                .map(next -> next.saying(""));
    }

    /** {@code you 0.94 (sure) · is 0.47}, of a choice {@code you: it stays (sure) · right: it halves}, or {@code · right} alone; nothing if it was skipped. */
    Optional<String> kept() {
        boolean words = attempt.isChoice();
        String is = (words ? " · right: " : " · is ") + attempt.variant().toldAnswer();
        return attempt.told()
                .filter(Attempt.Reply::counts)
                .map(reply -> (words ? "you: " : "you ")
                        + attempt.typedInFull()
                        + reply.sure().map(sure -> " (" + sure.word() + ")").orElse("")
                        + (words && reply.isRight() ? " · right" : is));
    }
}
