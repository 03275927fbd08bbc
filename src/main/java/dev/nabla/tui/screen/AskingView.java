package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.question.Question;
import dev.nabla.room.Whereabouts;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A section's questions, one at a time.
 *
 * @param under the section, as it was left
 * @param index which question of those asked after reading, from 0
 * @param up lines scrolled back from the newest
 */
record AskingView(ReadingView under, int index, int up) implements QuestionView, SectionView {

    /** The question that was begun, else the first that is not answered, else the first. */
    static ScreenState open(ReadingView under, ScreenState state) {
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
        List<Question> questions = under.lesson().asked();
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
        return under.lesson().asked();
    }

    @Override
    public QuestionRef asked() {
        return ref(questions().get(index), under);
    }

    @Override
    public Whereabouts where(ScreenState state) {
        return QuestionView.super.where(state);
    }

    /** At the same question, if it is still there. */
    @Override
    public ScreenState again(ReadingView reading, ScreenState there) {
        return first(question -> question.id().equals(asked().id()), 0, reading)
                .map(same -> at(reading, same, there))
                .orElse(there);
    }

    @Override
    public int beat(ScreenState state) {
        return under.road(state).of(Kind.QUESTIONS, 0);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(QuestionView.super.keys(state));
        if (options(state) > 0 || attempt(state).isRight()) {
            keys.add(KeyContext.SECTIONS);
        }
        return keys;
    }

    @Override
    public ScreenState go(Go go, Attempt attempt, ScreenState state) {
        return switch (go) {
            case BACK -> state.in(under);
            case NEXT -> at(under, Math.floorMod(index + 1, questions().size()), state);
            case PREVIOUS -> at(under, Math.floorMod(index - 1, questions().size()), state);
            default -> state;
        };
    }

    @Override
    public boolean asksSure(Attempt attempt) {
        return attempt.question().predicts();
    }

    @Override
    public boolean isOver(Attempt attempt) {
        return attempt.isRight() || attempt.editor().isBlank() || attempt.isGraded();
    }

    /** Once more after a right answer that needed all the help there is; else the next that is not answered, then what follows. */
    @Override
    public Onward passing(Attempt attempt, ScreenState state) {
        if (attempt.isRight() && attempt.helped()) {
            return new Onward("once more, " + attempt.anew(), this::again);
        }
        List<Question> later = questions().subList(index + 1, questions().size());
        int open = (int) later.stream()
                .takeWhile(question -> state.progress().isRight(question.id()))
                .count();
        boolean more = open < later.size();
        String word = more ? "next question" : under.next(beat(state), state);
        return new Onward(
                attempt.isRight() ? word : "skip",
                now -> more ? at(under, index + 1 + open, now) : under.after(beat(now), now));
    }

    @Override
    public AskingView up(int lines) {
        return new AskingView(under, index, lines);
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
        return Page.exercise(
                Line.of("Question " + (index + 1) + " of " + questions().size()), marks, this, state, canvas);
    }
}
