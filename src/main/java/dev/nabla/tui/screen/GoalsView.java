package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.Goal;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.screen.ReadingView.Pane;
import dev.nabla.tui.screen.ReadingView.Trial;
import dev.nabla.tutor.GoalAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section's goals: states to bring its figure to.
 *
 * @param under the section, as it was left
 * @param selected the goal that Enter tries
 */
record GoalsView(ReadingView under, int selected) implements View {

    static ScreenState open(ReadingView under, ScreenState state) {
        return under.lesson(state).goals().isEmpty()
                ? state.saying("This section has no goals yet")
                : at(0, under, state);
    }

    /** From a goal that was tried: the one to try next is it, or once it is reached the next that is not. */
    static ScreenState after(Goal tried, ReadingView under, ScreenState state) {
        return at(Math.max(0, under.lesson(state).goals().indexOf(tried)), under, state);
    }

    private static ScreenState at(int from, ReadingView under, ScreenState state) {
        return state.in(new GoalsView(under, unmet(from, under, state).orElse(from)));
    }

    /** The first goal that is not reached, from one on and round the end. */
    static Optional<Integer> unmet(int from, ReadingView under, ScreenState state) {
        List<Goal> goals = under.lesson(state).goals();
        for (int i = 0; i < goals.size(); i++) {
            int next = (from + i) % goals.size();
            if (!state.progress().goals().contains(goals.get(next).id())) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private List<Goal> goals(ScreenState state) {
        return under.lesson(state).goals();
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.GOALS, KeyContext.EVERYWHERE);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        int last = goals(state).size() - 1;
        Go go = Go.of(effect);
        return switch (go) {
            case BACK, GOALS -> state.in(under);
            case OPEN -> state.in(tried(goals(state).get(selected), state.size()));
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.showing(new GoalsView(under, Scroll.to(go, selected, last, last)));
            default -> state;
        };
    }

    private ReadingView tried(Goal goal, Size size) {
        Pane from = under.trial().map(Trial::from).orElse(under.pane());
        return under.looking(Optional.empty())
                .trying(Optional.of(new Trial(GoalAttempt.of(goal), from)))
                .at(ReadingView.fitsBoth(size) ? Pane.BOTH : Pane.FIGURE);
    }

    @Override
    public Canvas draw(ScreenState state) {
        Page page = Page.of(Page.title(under.here(state)), Line.EMPTY.dim("goals on the figure"), state);
        list(page, state);
        return page.screen();
    }

    /** Scrolled so that the selected goal is on it. */
    private void list(Page page, ScreenState state) {
        List<Line> lines = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < goals(state).size(); i++) {
            Goal goal = goals(state).get(i);
            lines.addAll(goal(goal, i == selected, state.progress().goals().contains(goal.id()), page.body()));
            lines.add(Line.EMPTY);
            end = i == selected ? lines.size() - 1 : end;
        }
        page.put(lines, Math.max(0, end - page.body().height()));
    }

    private static List<Line> goal(Goal goal, boolean selected, boolean met, Canvas canvas) {
        Line mark = Line.EMPTY.second(selected ? "► " : "  ");
        Line tick = met ? mark.result("● ") : mark.dim("○ ");
        Line words =
                Line.EMPTY.span(goal.ask(), selected ? Tone.SECOND : Tone.TEXT, selected ? Weight.BOLD : Weight.PLAIN);
        return Wrap.hanging(tick, words, Math.min(Page.WIDEST, canvas.width() - 2), canvas.glyphs());
    }
}
