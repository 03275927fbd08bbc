package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.lesson.Kind;
import dev.nabla.lesson.Question;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A section's questions, one at a time.
 *
 * @param under the section, as it was left
 * @param index which question, from 0
 * @param up lines scrolled back from the newest
 */
record AskingView(ReadingView under, int index, int up) implements View {

    /** The question that was begun, else the first that is not answered, else the first. */
    static TutorState open(ReadingView under, TutorState state) {
        List<Question> questions = under.lesson(state).questions();
        if (questions.isEmpty()) {
            return state.saying("This section has no questions yet");
        }
        int begun = first(questions, question -> isBegun(attempt(question, state)));
        int open = begun >= 0 ? begun : first(questions, question -> !isRight(question, state));
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

    private static Optional<Attempt> attempt(Question question, TutorState state) {
        return Optional.ofNullable(state.learner().attempts().get(question.id()));
    }

    private static boolean isBegun(Optional<Attempt> attempt) {
        return attempt.filter(begun -> !begun.editor().isBlank() && !begun.isRight())
                .isPresent();
    }

    /** Whether its last answer was right, today or earlier. */
    static boolean isRight(Question question, TutorState state) {
        return state.learner().right().contains(question.id());
    }

    /** A question of the section, begun if it has not been. */
    static TutorState at(ReadingView under, int index, TutorState state) {
        Question question = under.lesson(state).questions().get(index);
        if (attempt(question, state).isPresent()) {
            return state.in(new AskingView(under, index, 0));
        }
        try {
            Attempt begun = Attempt.of(question, state.learner().seed(question.id(), 0), 0);
            return state.with(state.learner().trying(under.here(state).id(), begun))
                    .in(new AskingView(under, index, 0));
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    List<Question> questions(TutorState state) {
        return under.lesson(state).questions();
    }

    Attempt attempt(TutorState state) {
        return attempt(questions(state).get(index), state).orElseThrow();
    }

    @Override
    public Optional<Integer> section() {
        return under.section();
    }

    @Override
    public int figure() {
        return under.figure();
    }

    @Override
    public List<Place> places(TutorState state) {
        return attempt(state).places(Place.QUESTION);
    }

    @Override
    public Canvas draw(TutorState state) {
        return AskingScreen.draw(this, state);
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        Attempt attempt = attempt(state);
        return switch (go) {
            case BACK -> attempt.rating() ? kept(attempt.unrated(), state) : state.in(under);
            case CHECK ->
                attempt.isRight()
                        ? on(attempt, state)
                        : kept(attempt.graded(attempt.question().predicts()), state);
            case HINT -> attempt.isRight() ? state : attempt.hasHint() ? kept(attempt.hinted(), state) : again(state);
            case WORKED -> kept(attempt.solved(), state);
            case NEXT -> beside(1, state);
            case PREVIOUS -> beside(-1, state);
            case UP, DOWN ->
                attempt.question().kind() == Kind.CHOICE
                        ? kept(attempt.chosen(go == Go.UP ? -1 : 1), state)
                        : scroll(go, state);
            case PAGE_UP, PAGE_DOWN -> scroll(go, state);
            default -> state;
        };
    }

    /** After a right answer: once more if it needed all the help there is, else to one that is not answered. */
    private TutorState on(Attempt attempt, TutorState state) {
        if (attempt.helped()) {
            return again(state);
        }
        List<Question> questions = questions(state);
        for (int i = 1; i < questions.size(); i++) {
            int next = (index + i) % questions.size();
            if (!isRight(questions.get(next), state)) {
                return at(under, next, state);
            }
        }
        return state.in(under).saying("Every question of this section is answered");
    }

    /** The same question with other numbers. */
    private TutorState again(TutorState state) {
        Question question = questions(state).get(index);
        int round = attempt(state).round() + 1;
        try {
            return kept(Attempt.of(question, state.learner().seed(question.id(), round), round), state);
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    private TutorState beside(int by, TutorState state) {
        int next = index + by;
        return next < 0 || next >= questions(state).size()
                ? state.saying(by < 0 ? "This is the section's first question" : "This is the section's last question")
                : at(under, next, state);
    }

    /** What Enter does after the verdict. */
    Optional<String> onward(TutorState state) {
        Attempt attempt = attempt(state);
        return !attempt.isRight()
                ? Optional.empty()
                : Optional.of(attempt.helped() ? "Enter brings it back with other numbers" : "Enter goes on");
    }

    private TutorState scroll(Go go, TutorState state) {
        int rows = AskingScreen.rows(state.size());
        AttemptPane pane = AskingScreen.pane(attempt(state), onward(state), state);
        int from = Scroll.to(go, pane.from(rows, up), rows - 1, pane.most(rows));
        return state.showing(new AskingView(under, index, pane.up(rows, from)));
    }

    @Override
    public TutorState edit(Edit edit, TutorState state) {
        return typed(edit::on, state);
    }

    @Override
    public TutorState type(String signs, TutorState state) {
        return typed(editor -> editor.type(signs), state);
    }

    private TutorState typed(UnaryOperator<Editor> change, TutorState state) {
        Attempt attempt = attempt(state);
        return kept(attempt.typed(change.apply(attempt.editor())), state);
    }

    @Override
    public TutorState rate(Sure sure, TutorState state) {
        return kept(attempt(state).rated(sure), state);
    }

    private TutorState kept(Attempt attempt, TutorState state) {
        return state.with(state.learner().trying(under.here(state).id(), attempt))
                .showing(new AskingView(under, index, 0));
    }
}
