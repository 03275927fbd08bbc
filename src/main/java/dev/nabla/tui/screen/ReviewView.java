package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is due, one question at a time, the sections mixed.
 *
 * @param due the questions, in the order to ask them
 * @param index which one is asked
 * @param up lines scrolled back from the newest
 */
public record ReviewView(List<QuestionRef> due, int index, int up) implements QuestionView {
    public ReviewView {
        due = List.copyOf(due);
    }

    /** Begins with what is due; a question that is in no lesson any more is passed over. */
    static ScreenState open(ScreenState state) {
        List<QuestionRef> due = new ArrayList<>();
        for (QuestionHistory item : state.progress().due()) {
            QuestionRef question = new QuestionRef(item.section(), item.id());
            if (question.isIn(state.course())) {
                due.add(question);
            }
        }
        return due.isEmpty() ? state.saying(sentence(state.progress().agenda())) : at(due, 0, state);
    }

    /** This review in a course that has been saved anew: without what is gone from it. */
    ScreenState again(ScreenState state) {
        List<QuestionRef> before = found(due.subList(0, index), state.course());
        List<QuestionRef> now = found(due, state.course());
        int here = before.size();
        return here < now.size() && state.tutor().attempt(now.get(here)).isPresent()
                ? state.showing(new ReviewView(now, here, up))
                : at(now, here, state);
    }

    private static List<QuestionRef> found(List<QuestionRef> asked, Course course) {
        return asked.stream().filter(one -> one.isIn(course)).toList();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * The question there with other numbers; one that is half answered is as it was left, unless all help was seen; after
     * the last one, the end.
     */
    private static ScreenState at(List<QuestionRef> due, int index, ScreenState state) {
        if (index >= due.size()) {
            return state.in(new ReviewedView(due));
        }
        QuestionRef asked = due.get(index);
        Optional<Attempt> open = state.tutor()
                .attempt(asked)
                .filter(attempt -> attempt.told().filter(Attempt.Reply::counts).isEmpty());
        boolean begun = open.filter(attempt -> !attempt.helped()).isPresent();
        int round = open.map(attempt -> attempt.round() + 1).orElse(0);
        try {
            return (begun ? state : state.with(state.tutor().begun(asked, round))).in(new ReviewView(due, index, 0));
        } catch (BadInput bad) {
            return at(due, index + 1, state).saying(bad.getMessage());
        }
    }

    @Override
    public QuestionRef asked(ScreenState state) {
        return due.get(index);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return AttemptKeys.of(attempt(state), KeyContext.REVIEW, KeyContext.ASKED);
    }

    @Override
    public ScreenState go(Go go, Attempt attempt, ScreenState state) {
        return switch (go) {
            case BACK -> state.in(HomeView.of(state));
            case CHECK ->
                isAnswered(attempt) || isLeftOut(attempt)
                        ? at(due, index + 1, state)
                        : heard(state.tutor().check(asked(state), true), state);
            default -> state;
        };
    }

    /** Whether what is typed has got its verdict. */
    private static boolean isAnswered(Attempt attempt) {
        return attempt.told()
                .filter(reply ->
                        reply.counts() && reply.typed().equals(attempt.editor().text()))
                .isPresent();
    }

    /** Whether all help was seen and nothing is typed: who still does not know need not make an answer up. */
    private static boolean isLeftOut(Attempt attempt) {
        return attempt.helped() && attempt.editor().isBlank() && !attempt.rating();
    }

    @Override
    public ReviewView up(int lines) {
        return new ReviewView(due, index, lines);
    }

    @Override
    public Canvas draw(ScreenState state) {
        String section = asked(state).section();
        Line title = Line.EMPTY
                .span("Review", Tone.TEXT, Weight.BOLD)
                .dim("  " + section + " " + state.course().section(section).title());
        Page page = Page.of(title, Line.EMPTY.dim(due.size() - index + " to go"), state);
        pane(state).draw(page.body(), up);
        return page.screen();
    }

    @Override
    public AttemptPane pane(ScreenState state) {
        Attempt attempt = attempt(state);
        String onward = attempt.isRight() || isLeftOut(attempt)
                ? "Enter goes on"
                : attempt.worked()
                        ? "Enter goes on, or type another answer"
                        : "Enter goes on, Ctrl-E works it out, or type another answer";
        boolean goesOn = isAnswered(attempt) || isLeftOut(attempt);
        return AttemptPane.on(state, attempt, Optional.of(onward).filter(words -> goesOn));
    }
}
