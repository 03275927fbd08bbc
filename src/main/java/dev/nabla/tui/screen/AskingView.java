package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.question.Question;
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
        if (under.lesson().questions().isEmpty()) {
            return state.saying("This section has no questions yet");
        }
        Predicate<Question> begun = question -> state.tutor()
                .attempt(ref(question, under))
                .filter(attempt -> !attempt.editor().isBlank() && !attempt.isRight())
                .isPresent();
        int open = first(begun, 0, under)
                .or(() -> first(question -> !state.progress().isRight(question.id()), 0, under))
                .orElse(0);
        return at(under, open, state);
    }

    /** The first such question, from one on and round the end. */
    static Optional<Integer> first(Predicate<Question> wanted, int from, ReadingView under) {
        List<Question> questions = under.lesson().questions();
        return Page.first(i -> wanted.test(questions.get(i)), from, questions.size());
    }

    private static QuestionRef ref(Question question, ReadingView under) {
        return new QuestionRef(under.section().id(), question.id());
    }

    /** A question of the section, begun if it has not been. */
    static ScreenState at(ReadingView under, int index, ScreenState state) {
        AskingView view = new AskingView(under, index, 0);
        boolean known = state.tutor().attempt(view.asked()).isPresent();
        return (known ? state : state.with(state.tutor().begun(view.asked(), 0))).in(view);
    }

    private List<Question> questions() {
        return under.lesson().questions();
    }

    @Override
    public QuestionRef asked() {
        return ref(questions().get(index), under);
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return AttemptKeys.of(attempt(state), KeyContext.QUESTION, KeyContext.SEVERAL, KeyContext.ASKED);
    }

    @Override
    public ScreenState go(Go go, Attempt attempt, ScreenState state) {
        return switch (go) {
            case BACK -> state.in(under);
            case CHECK ->
                attempt.isRight()
                        ? onward(attempt, state)
                        : heard(state.tutor().check(asked(), attempt.question().predicts()), state);
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
        boolean met = GoalsView.unmet(0, under, state).isEmpty();
        String done = "Every question of this section is answered" + (met ? "" : "; G tries its goals");
        return first(question -> !state.progress().isRight(question.id()), index + 1, under)
                .map(next -> at(under, next, state))
                .orElseGet(() -> state.in(under).saying(done));
    }

    /** Asks again, with other numbers. */
    private ScreenState again(Attempt attempt, ScreenState state) {
        return state.with(state.tutor().begun(asked(), attempt.round() + 1)).showing(up(0));
    }

    /** Another question of the section, round the ends. */
    private ScreenState beside(int by, ScreenState state) {
        return at(under, Math.floorMod(index + by, questions().size()), state);
    }

    @Override
    public AskingView up(int lines) {
        return new AskingView(under, index, lines);
    }

    @Override
    public Optional<String> onward(Attempt attempt) {
        String words = attempt.helped() ? "Enter brings it back " + attempt.anew() : "Enter goes on";
        return Optional.of(words).filter(any -> attempt.isRight());
    }

    /** The question's number stands above it, and a mark for each of them: full where it is answered. */
    @Override
    public Canvas frame(Canvas canvas, ScreenState state) {
        Line marks = Line.EMPTY.dim(asked().id() + " ");
        for (int i = 0; i < questions().size(); i++) {
            boolean right = state.progress().isRight(questions().get(i).id());
            Tone tone = i == index ? Tone.SECOND : right ? Tone.RESULT : Tone.DIM;
            marks = marks.span(right ? "●" : "○", tone, i == index ? Weight.BOLD : Weight.PLAIN);
        }
        return Page.below(Page.title(under.section()), marks, canvas);
    }
}
