package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A review: the questions that are due, asked one at a time, from all sections mixed.
 *
 * @param due the questions, in the order they are asked
 * @param index the current question, from 0
 * @param up lines scrolled up from the rest position
 */
public record ReviewView(List<QuestionRef> due, int index, int up) implements AnsweringView {
    /**
     * Starts a review. Skips questions that no lesson has any more. With nothing due it says when the next review is.
     */
    static ScreenState open(ScreenState state) {
        Stream<QuestionRef> due =
                state.progress().due().stream().map(item -> new QuestionRef(item.section(), item.id()));
        List<QuestionRef> questions = found(due, state.course());
        return questions.isEmpty() ? state.withNotice(state.progress().agendaSentence()) : at(questions, 0, state);
    }

    private static List<QuestionRef> found(Stream<QuestionRef> questions, Course course) {
        return questions.filter(one -> one.isIn(course)).toList();
    }

    /** Continues the rest of this review in a reloaded course. */
    @Override
    public ScreenState reopen(ScreenState state) {
        List<QuestionRef> left = found(due.stream().skip(index), state.course());
        boolean begun = !left.isEmpty() && state.tutor().attempt(left.get(0)).isPresent();
        return begun ? state.withView(new ReviewView(left, 0, up)) : at(left, 0, state);
    }

    /**
     * Asks a question of the review with other numbers, or shows the end after the last one. A question left half
     * answered continues unless all help was seen. A question that cannot be asked is skipped with a message.
     */
    private static ScreenState at(List<QuestionRef> due, int index, ScreenState state) {
        if (index >= due.size()) {
            return state.show(new ReviewedView(due));
        }
        QuestionRef question = due.get(index);
        Optional<Attempt> open = state.tutor().attempt(question).filter(attempt -> attempt.reply()
                .filter(Attempt.GradedAnswer::counts)
                .isEmpty());
        boolean begun = open.filter(attempt -> !attempt.hasSeenAllHelp()).isPresent();
        int round = open.map(attempt -> attempt.round() + 1).orElse(0);
        try {
            return (begun ? state : state.withTutor(state.tutor().begun(question, round)))
                    .show(new ReviewView(due, index, 0));
        } catch (BadInput bad) {
            return at(due, index + 1, state).withNotice(bad.getMessage());
        }
    }

    @Override
    public QuestionRef question() {
        return due.get(index);
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return new LearnerLocation(
                question().section(), Doing.REVIEW, question().id());
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(AnsweringView.super.keys(state));
        keys.removeAll(List.of(KeyContext.SEVERAL, KeyContext.ANEW));
        return keys;
    }

    @Override
    public ScreenState go(Navigation go, Attempt attempt, ScreenState state) {
        return go == Navigation.BACK ? state.show(HomeView.of(state)) : state;
    }

    @Override
    public boolean asksSure(Attempt attempt) {
        return true;
    }

    @Override
    public boolean explainsSigns() {
        return true;
    }

    @Override
    public String name() {
        return "the review";
    }

    @Override
    public Onward actionWhenOver(Attempt attempt, ScreenState state) {
        return new Onward(attempt.isOver() ? "go on" : "skip", now -> at(due, index + 1, now));
    }

    @Override
    public List<Line> after(Attempt attempt, ScreenState state) {
        List<Line> lines = new ArrayList<>(AnsweringView.super.after(attempt, state));
        lines.add(Line.EMPTY.dim(comesBack(state)));
        return lines;
    }

    @Override
    public ReviewView up(int lines) {
        return new ReviewView(due, index, lines);
    }

    @Override
    public Canvas frame(Canvas canvas, ScreenState state) {
        String section = question().section();
        Line title = Line.EMPTY
                .span("Review", Tone.TEXT, Weight.BOLD)
                .dim("  " + section + " " + state.course().section(section).title());
        Canvas text = pageBeside(state)
                .map(page -> ScreenLayout.splitForPage(page, state, canvas))
                .orElse(canvas);
        String deeper = attempt(state).question().deeper() ? "deeper, " : "";
        return ScreenLayout.below(title, Line.EMPTY.dim(deeper + (due.size() - index) + " to go"), text);
    }
}
