package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A section's questions, one at a time.
 *
 * @param under the section, as it was left
 * @param index which question, from 0
 * @param up lines scrolled back from the newest
 */
record AskingView(ReadingView under, int index, int up) implements QuestionView {

    /** The question that was begun, else the first that is not answered, else the first. */
    static ScreenState open(ReadingView under, ScreenState state) {
        List<Question> questions = under.lesson(state).questions();
        if (questions.isEmpty()) {
            return state.saying("This section has no questions yet");
        }
        int begun = first(questions, question -> isBegun(ref(question, under, state), state));
        int open = begun >= 0
                ? begun
                : first(questions, question -> !state.progress().isRight(question.id()));
        return at(under, Math.max(0, open), state);
    }

    private static int first(List<Question> questions, Predicate<Question> wanted) {
        for (int i = 0; i < questions.size(); i++) {
            if (wanted.test(questions.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBegun(QuestionRef question, ScreenState state) {
        return state.tutor()
                .attempt(question)
                .filter(begun -> !begun.editor().isBlank() && !begun.isRight())
                .isPresent();
    }

    private static QuestionRef ref(Question question, ReadingView under, ScreenState state) {
        return new QuestionRef(under.here(state).id(), question.id());
    }

    /** A question of the section, begun if it has not been. */
    static ScreenState at(ReadingView under, int index, ScreenState state) {
        AskingView view = new AskingView(under, index, 0);
        QuestionRef asked = view.asked(state);
        return state.tutor().attempt(asked).isPresent() ? state.in(view) : view.begun(0, state, state.in(view));
    }

    /** Begun with the numbers of a round, or the reason why it cannot be. */
    private ScreenState begun(int round, ScreenState state, ScreenState there) {
        try {
            return there.with(state.tutor().begun(asked(state), round));
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    List<Question> questions(ScreenState state) {
        return under.lesson(state).questions();
    }

    @Override
    public QuestionRef asked(ScreenState state) {
        return ref(questions(state).get(index), under, state);
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return AttemptKeys.of(attempt(state), KeyContext.QUESTION, KeyContext.ASKED);
    }

    @Override
    public ScreenState go(Go go, Attempt attempt, ScreenState state) {
        return switch (go) {
            case BACK -> state.in(under);
            case CHECK ->
                attempt.isRight()
                        ? onward(attempt, state)
                        : heard(
                                state.tutor()
                                        .check(asked(state), attempt.question().predicts()),
                                state);
            case HINT -> again(attempt, state);
            case NEXT -> beside(1, state);
            case PREVIOUS -> beside(-1, state);
            default -> state;
        };
    }

    /** After a right answer: once more if it needed all the help there is, else to one that is not answered. */
    private ScreenState onward(Attempt attempt, ScreenState state) {
        if (attempt.helped()) {
            return again(attempt, state);
        }
        List<Question> questions = questions(state);
        for (int i = 1; i < questions.size(); i++) {
            int next = (index + i) % questions.size();
            if (!state.progress().isRight(questions.get(next).id())) {
                return at(under, next, state);
            }
        }
        boolean done = GoalsView.unmet(0, under, state).isEmpty();
        return state.in(under)
                .saying("Every question of this section is answered" + (done ? "" : "; G tries its goals"));
    }

    /** Asks again, with other numbers. */
    private ScreenState again(Attempt attempt, ScreenState state) {
        return begun(attempt.round() + 1, state, state.showing(up(0)));
    }

    private ScreenState beside(int by, ScreenState state) {
        int next = index + by;
        return next < 0 || next >= questions(state).size()
                ? state.saying("This is the section's " + (by < 0 ? "first" : "last") + " question")
                : at(under, next, state);
    }

    @Override
    public AskingView up(int lines) {
        return new AskingView(under, index, lines);
    }

    @Override
    public AttemptPane pane(ScreenState state) {
        Attempt attempt = attempt(state);
        String onward = attempt.helped() ? "Enter brings it back " + attempt.anew() : "Enter goes on";
        return AttemptPane.on(state, attempt, Optional.of(onward).filter(words -> attempt.isRight()));
    }

    @Override
    public Canvas draw(ScreenState state) {
        Page page = Page.of(Page.title(under.here(state)), marks(state), state);
        pane(state).draw(page.body(), up);
        return page.screen();
    }

    /** The question's number, and a mark for each: full where it is answered. */
    private Line marks(ScreenState state) {
        Line marks = Line.EMPTY.dim(asked(state).id() + " ");
        for (int i = 0; i < questions(state).size(); i++) {
            boolean right = state.progress().isRight(questions(state).get(i).id());
            boolean here = i == index;
            Tone tone = here ? Tone.SECOND : right ? Tone.RESULT : Tone.DIM;
            marks = marks.span(right ? "●" : "○", tone, here ? Weight.BOLD : Weight.PLAIN);
        }
        return marks;
    }
}
