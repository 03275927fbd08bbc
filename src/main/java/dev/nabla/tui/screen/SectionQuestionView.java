package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.room.LearnerLocation;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The questions of a section, asked one at a time.
 *
 * @param under the section to return to, with its position and scrolling
 * @param walk the position of the question
 * @param up lines scrolled up from the rest position
 */
record SectionQuestionView(Reading under, Walk walk, int up) implements AnsweringView, SectionView {
    /** Returns the questions of the road, or those that only practice asks, among which this one is. */
    private List<Question> questions() {
        return under.lesson().askedWith(walk.index());
    }

    private boolean isOnRoad() {
        return walk.index() < under.lesson().roadQuestions().size();
    }

    /** Returns the position of this question among {@link #questions}, from 0. */
    private int index() {
        return isOnRoad()
                ? walk.index()
                : walk.index() - under.lesson().roadQuestions().size();
    }

    @Override
    public QuestionRef question() {
        return walk.question().orElseThrow();
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return AnsweringView.super.location(state);
    }

    /** Reopens the same question, if the reloaded lesson still has it. */
    @Override
    public ScreenState reopenExercise(Reading reading, ScreenState there) {
        return walk.reloaded(reading.section())
                .map(same -> reading.show(same.restart(there.tutor()), there))
                .orElse(there);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(AnsweringView.super.keys(state));
        if (attempt(state).isOver()) {
            keys.add(KeyContext.ANSWERED);
        }
        if (options(state) > 0 || attempt(state).isOver()) {
            keys.add(KeyContext.SECTIONS);
        }
        return keys;
    }

    @Override
    public ScreenState go(Navigation go, Attempt attempt, ScreenState state) {
        return switch (go) {
            case BACK -> close(state);
            case BEFORE -> goBack(state);
            case NEXT -> anotherExercise(1, state);
            case PREVIOUS -> anotherExercise(-1, state);
            default -> state;
        };
    }

    @Override
    public boolean asksSure(Attempt attempt) {
        return attempt.question().predicts();
    }

    @Override
    public String name() {
        return (isOnRoad() ? "question " : "practice question ") + (index() + 1);
    }

    /**
     * Returns what Enter does: ask again after a right answer that needed all help, else the next open question, else
     * the next station.
     */
    @Override
    public Onward actionWhenOver(Attempt attempt, ScreenState state) {
        return attempt.isRight() && attempt.hasSeenAllHelp()
                ? new Onward("once more, " + attempt.retryLabel(), this::askAgain)
                : goOnOrSkipAction("next question", state);
    }

    @Override
    public SectionQuestionView up(int lines) {
        return new SectionQuestionView(under, walk, lines);
    }

    /** Draws the frame, with the question's number and a mark per question, filled for those answered. */
    @Override
    public Canvas frame(Canvas canvas, ScreenState state) {
        Line marks = Line.EMPTY.dim(question().id() + " ");
        for (int i = 0; i < questions().size(); i++) {
            boolean right = state.progress().isRight(questions().get(i).id());
            Tone tone = i == index() ? Tone.SECOND : right ? Tone.RESULT : Tone.DIM;
            marks = marks.span(right ? "●" : "○", tone, i == index() ? Weight.BOLD : Weight.PLAIN);
        }
        return ScreenLayout.exercise(Line.of(sentence(state)), marks, pageBeside(state), this, state, canvas);
    }

    /** Returns the sentence below the road: what a wrong answer leads to, else which question this is. */
    private String sentence(ScreenState state) {
        Attempt attempt = attempt(state);
        if (attempt.isMissed()) {
            return "One more try; then the answer is shown, with its steps";
        }
        if (attempt.isShown()) {
            return comesBack(state);
        }
        String count = (isOnRoad() ? "Question " : "Practice question ") + (index() + 1) + " of "
                + questions().size();
        return attempt.question().deeper() ? count + "  ·  " + QuestionText.DEEPER : count;
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        return AnsweringView.super.keyLabels(state);
    }
}
