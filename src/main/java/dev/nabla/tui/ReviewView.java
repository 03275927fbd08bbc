package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.lesson.Item;
import dev.nabla.lesson.Kind;
import dev.nabla.lesson.Question;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is due, one question at a time, the sections mixed; at the end, what comes back when.
 *
 * @param due the questions, in the order to ask them
 * @param index which one is asked; as many as there are for the end
 * @param up lines scrolled back from the newest
 */
record ReviewView(List<Asked> due, int index, int up) implements View {
    /** A question and the section it stands in. */
    record Asked(String section, Question question) {}

    ReviewView {
        due = List.copyOf(due);
    }

    /** Begins with what is due; a question that is in no lesson any more is passed over. */
    static TutorState open(TutorState state) {
        List<Asked> due = new ArrayList<>();
        for (Item item : state.learner().progress().due()) {
            find(item, state).ifPresent(due::add);
        }
        return due.isEmpty() ? state.saying(sentence(state.learner().progress().agenda())) : at(due, 0, state);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private static Optional<Asked> find(Item item, TutorState state) {
        try {
            return state.course().section(item.section()).lesson().stream()
                    .flatMap(lesson -> lesson.questions().stream())
                    .filter(question -> question.id().equals(item.id()))
                    .findFirst()
                    .map(question -> new Asked(item.section(), question));
        } catch (BadInput gone) {
            return Optional.empty();
        }
    }

    /** The question there with other numbers; one that is half answered is as it was left. */
    private static TutorState at(List<Asked> due, int index, TutorState state) {
        ReviewView view = new ReviewView(due, index, 0);
        if (index >= due.size()) {
            return state.in(view);
        }
        Asked asked = due.get(index);
        Attempt begun = state.learner().attempts().get(asked.question().id());
        if (begun != null && begun.told().filter(Attempt.Reply::counts).isEmpty()) {
            return state.in(view);
        }
        try {
            Attempt fresh = attempt(asked.question(), 0, state);
            return state.with(state.learner().trying(asked.section(), fresh)).in(view);
        } catch (BadInput bad) {
            return at(due, index + 1, state).saying(bad.getMessage());
        }
    }

    private static Attempt attempt(Question question, int round, TutorState state) {
        return Attempt.of(question, state.learner().seed(question.id(), round), round);
    }

    boolean isOver() {
        return index >= due.size();
    }

    Attempt attempt(TutorState state) {
        return state.learner().attempts().get(due.get(index).question().id());
    }

    @Override
    public Optional<Integer> section() {
        return Optional.empty();
    }

    @Override
    public List<Place> places(TutorState state) {
        return isOver() ? List.of(Place.DONE, Place.EVERYWHERE) : attempt(state).places(Place.REVIEW);
    }

    @Override
    public Canvas draw(TutorState state) {
        return ReviewScreen.draw(this, state);
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        if (isOver()) {
            return go == Go.BACK ? home(state) : state;
        }
        Attempt attempt = attempt(state);
        return switch (go) {
            case BACK -> attempt.rating() ? kept(attempt.unrated(), state) : home(state);
            case CHECK -> isAnswered(attempt) ? at(due, index + 1, state) : kept(attempt.graded(true), state);
            case HINT -> attempt.hasHint() && !attempt.isRight() ? kept(attempt.hinted(), state) : state;
            case WORKED -> kept(attempt.solved(), state);
            case UP, DOWN ->
                attempt.question().kind() == Kind.CHOICE
                        ? kept(attempt.chosen(go == Go.UP ? -1 : 1), state)
                        : scroll(go, state);
            case PAGE_UP, PAGE_DOWN -> scroll(go, state);
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

    Optional<String> onward(TutorState state) {
        Attempt attempt = attempt(state);
        return !isAnswered(attempt)
                ? Optional.empty()
                : Optional.of(attempt.isRight() ? "Enter goes on" : "Enter goes on, or type another answer");
    }

    private static TutorState home(TutorState state) {
        return state.in(HomeView.of(state));
    }

    private TutorState scroll(Go go, TutorState state) {
        int rows = AskingScreen.rows(state.size());
        AttemptPane pane = AskingScreen.pane(attempt(state), onward(state), state);
        int from = Scroll.to(go, pane.from(rows, up), rows - 1, pane.most(rows));
        return state.showing(new ReviewView(due, index, pane.up(rows, from)));
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
        return isOver()
                ? state
                : kept(attempt(state).typed(change.apply(attempt(state).editor())), state);
    }

    @Override
    public TutorState rate(Sure sure, TutorState state) {
        return isOver() ? state : kept(attempt(state).rated(sure), state);
    }

    private TutorState kept(Attempt attempt, TutorState state) {
        return state.with(state.learner().trying(due.get(index).section(), attempt))
                .showing(new ReviewView(due, index, 0));
    }
}
