package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.AskedFigure;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.PageRef;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.screen.ViewBlock.AttemptBlock;
import dev.nabla.screen.ViewBlock.QuestionKind;
import dev.nabla.screen.part.AttemptKeys;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.ComingBack;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Tutor.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A screen with a question whose answer counts. It shares keys, checking and scrolling. */
sealed interface AnsweringView extends View permits SectionQuestionView, ReviewView {
    QuestionRef question();

    /** Returns how many lines the pane is scrolled up from its rest position. */
    int up();

    /** Returns a copy scrolled up by a number of lines. */
    AnsweringView up(int lines);

    /** Returns the state after a key that leaves the question. */
    ScreenState go(Navigation go, Attempt attempt, ScreenState state);

    /** Returns what Enter does where there is nothing to check. */
    Onward actionWhenOver(Attempt attempt, ScreenState state);

    /** Returns whether the question is asked in a review. */
    default boolean isReview() {
        return false;
    }

    /** Returns the name of the question with its place among others: {@code question 3 of 9}. */
    String count();

    /** Draws the frame of the question. Returns the area for the question. */
    Canvas frame(Canvas canvas, ScreenState state);

    /** Returns the question as it is asked here. */
    default AttemptBlock asked(ScreenState state) {
        return AttemptBlock.of(count(), QuestionKind.COUNTED, attempt(state), state)
                .comingBack(attempt(state).isShown() ? comesBack(state) : "");
    }

    default Attempt attempt(ScreenState state) {
        return state.tutor().attempt(question()).orElseThrow();
    }

    /** Returns a figure with the numbers of the question, if a figure of its lesson takes them. */
    @Override
    default Optional<FigureState<?>> askedFigure(ScreenState state) {
        Lesson lesson = state.course().section(question().section()).lesson().orElseThrow();
        return AskedFigure.of(attempt(state).variant(), lesson, !attempt(state).isOver());
    }

    @Override
    default LearnerLocation location(ScreenState state) {
        return new LearnerLocation(
                question().section(), Doing.QUESTION, question().id());
    }

    @Override
    default int options(ScreenState state) {
        return AttemptKeys.options(attempt(state));
    }

    @Override
    default List<KeyContext> keys(ScreenState state) {
        List<KeyContext> in = new ArrayList<>(List.of(KeyContext.LOOK, KeyContext.SEVERAL));
        if (!attempt(state).isOver()) {
            in.add(KeyContext.ASKED);
        }
        if (!state.size().isEndless() && pane(state).isCut(rows(state))) {
            in.add(KeyContext.SCROLL);
        }
        return AttemptKeys.of(attempt(state), in);
    }

    @Override
    default Onward onward(ScreenState state) {
        Attempt attempt = attempt(state);
        if (attempt.rating()) {
            return new Onward(
                    "fairly", now -> afterUpdate(now.tutor().rate(question(), Attempt.Confidence.FAIRLY), now));
        }
        if (attempt.isMissed()) {
            return new Onward("show me", now -> afterUpdate(now.tutor().show(question()), now));
        }
        boolean checked = attempt.isOver() || attempt.editor().isBlank() || attempt.isGraded();
        return checked
                ? actionWhenOver(attempt, state)
                : new Onward("check", now -> afterUpdate(now.tutor().check(question(), isReview()), now));
    }

    @Override
    default void draw(Canvas canvas, ScreenState state) {
        Canvas body = ScreenLayout.indented(frame(canvas, state));
        pane(state).draw(body, up());
    }

    /** Returns the rows for the question: two fewer on a screen with a road. */
    private int rows(ScreenState state) {
        return ScreenLayout.rows(state.size()) - (reading().isPresent() ? 2 : 0);
    }

    private AttemptPane pane(ScreenState state) {
        Attempt attempt = attempt(state);
        boolean beside = reading().filter(view -> view.isBeside(state)).isPresent()
                || pageBeside(state).isPresent();
        int width = beside ? Reading.TEXT_COLUMNS - 1 : state.size().width();
        return new AttemptPane(
                attempt,
                AttemptPane.Notes.of(isReview() ? asked(state) : asked(state).comingBack("")),
                width - 2,
                state.font().glyphs());
    }

    /** Returns the page that stands beside a shown answer on a wide screen. */
    default Optional<PageRef> pageBeside(ScreenState state) {
        Attempt attempt = attempt(state);
        return attempt.isShown() && Reading.fitsBoth(state.size())
                ? state.course().explaining(attempt.question())
                : Optional.empty();
    }

    /** Returns when the question comes back, as a sentence; empty if no answer to it is recorded. */
    default String comesBack(ScreenState state) {
        return ComingBack.of(attempt(state).question(), state.progress())
                .map(back -> "It comes back " + back.day() + ".")
                .orElse("");
    }

    @Override
    default Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = View.super.keyLabels(state);
        Attempt attempt = attempt(state);
        if (AttemptKeys.explains(attempt)) {
            state.course()
                    .explaining(attempt.question())
                    .ifPresent(page -> words.put(Navigation.EXPLAIN, page.label()));
        }
        return words;
    }

    /** Returns the state after an update of the question, with its newest lines visible. */
    default ScreenState afterUpdate(Update update, ScreenState state) {
        return state.after(update).withView(up(0));
    }

    @Override
    default ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Rate rate) {
            return afterUpdate(state.tutor().rate(question(), rate.sure()), state);
        }
        Optional<Attempt> changed = AttemptKeys.changed(effect, attempt(state));
        if (changed.isPresent()) {
            return state.withTutor(state.tutor().withAttempt(question(), changed.get()))
                    .withView(up(0));
        }
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case WORKED -> afterUpdate(state.tutor().show(question()), state);
            case EXPLAIN -> ExplanationView.open(attempt(state), name(), this, state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN -> state.withView(up(pane(state).scrolled(go, rows(state), up())));
            case ANEW -> askAgain(state);
            default -> go(go, attempt(state), state);
        };
    }

    /** Asks the question again with other numbers. */
    default ScreenState askAgain(ScreenState state) {
        return state.withTutor(state.tutor().asked(question(), false)).withView(up(0));
    }
}
