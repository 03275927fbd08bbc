package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.lesson.Question;
import dev.nabla.math.BadInput;
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
    static TutorState open(ReadingView under, TutorState state) {
        List<Question> questions = under.lesson(state).questions();
        if (questions.isEmpty()) {
            return state.saying("This section has no questions yet");
        }
        int begun = first(questions, question -> isBegun(question, state));
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

    private static boolean isBegun(Question question, TutorState state) {
        Attempt begun = state.learner().attempts().get(question.id());
        return begun != null && !begun.editor().isBlank() && !begun.isRight();
    }

    /** Whether its last answer was right, today or earlier. */
    static boolean isRight(Question question, TutorState state) {
        return state.learner().right().contains(question.id());
    }

    /** A question of the section, begun if it has not been. */
    static TutorState at(ReadingView under, int index, TutorState state) {
        AskingView view = new AskingView(under, index, 0);
        Asked asked = view.asked(state);
        try {
            return (asked.attempt(state).isPresent() ? state : asked.begun(0, state)).in(view);
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    List<Question> questions(TutorState state) {
        return under.lesson(state).questions();
    }

    /** Which of the section's questions it is. */
    Question question(TutorState state) {
        return questions(state).get(index);
    }

    @Override
    public Asked asked(TutorState state) {
        return new Asked(under.here(state).id(), question(state));
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public List<Place> places(TutorState state) {
        return attempt(state).places(Place.QUESTION, Place.ASKED);
    }

    @Override
    public TutorState go(Go go, Attempt attempt, TutorState state) {
        return switch (go) {
            case BACK -> state.in(under);
            case CHECK ->
                attempt.isRight()
                        ? onward(attempt, state)
                        : kept(attempt.graded(attempt.question().predicts()), state);
            case HINT -> again(attempt, state);
            case NEXT -> beside(1, state);
            case PREVIOUS -> beside(-1, state);
            default -> state;
        };
    }

    /** After a right answer: once more if it needed all the help there is, else to one that is not answered. */
    private TutorState onward(Attempt attempt, TutorState state) {
        if (attempt.helped()) {
            return again(attempt, state);
        }
        List<Question> questions = questions(state);
        for (int i = 1; i < questions.size(); i++) {
            int next = (index + i) % questions.size();
            if (!isRight(questions.get(next), state)) {
                return at(under, next, state);
            }
        }
        return state.in(under).saying("Every question of this section is answered" + onward(state));
    }

    /** What is left to do in the section, if anything is. */
    private String onward(TutorState state) {
        boolean done = under.lesson(state).goals().stream()
                .allMatch(goal -> state.learner().met().contains(goal.id()));
        return done ? "" : "; G tries its goals";
    }

    /** The same question with other numbers. */
    private TutorState again(Attempt attempt, TutorState state) {
        try {
            return asked(state).begun(attempt.round() + 1, state).showing(up(0));
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    private TutorState beside(int by, TutorState state) {
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
    public AttemptPane pane(TutorState state) {
        Attempt attempt = attempt(state);
        String onward = attempt.helped() ? "Enter brings it back " + attempt.anew() : "Enter goes on";
        return AttemptPane.on(state, attempt, Optional.of(onward).filter(words -> attempt.isRight()));
    }

    @Override
    public Canvas draw(TutorState state) {
        return AskingScreen.draw(this, state);
    }
}
