package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
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
        return under.lesson().goals().isEmpty() ? state.saying("This section has no goals yet") : at(0, under, state);
    }

    /** From a goal that was tried: the one to try next is it, or once it is reached the next that is not. */
    static ScreenState after(Goal tried, ReadingView under, ScreenState state) {
        return at(Math.max(0, under.lesson().goals().indexOf(tried)), under, state);
    }

    private static ScreenState at(int from, ReadingView under, ScreenState state) {
        return state.in(new GoalsView(under, unmet(from, under, state).orElse(from)));
    }

    /** The first goal that is not reached, from one on and round the end. */
    static Optional<Integer> unmet(int from, ReadingView under, ScreenState state) {
        List<Goal> goals = under.lesson().goals();
        return Page.first(i -> !state.progress().goals().contains(goals.get(i).id()), from, goals.size());
    }

    private List<Goal> goals() {
        return under.lesson().goals();
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.GOALS);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        int last = goals().size() - 1;
        Go go = Go.of(effect);
        return switch (go) {
            case BACK, GOALS -> state.in(under);
            case OPEN -> state.in(tried(goals().get(selected), state.size()));
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.showing(new GoalsView(under, Page.scrolled(go, selected, last, last)));
            default -> state;
        };
    }

    private ReadingView tried(Goal goal, Size size) {
        return under.looking(Optional.empty())
                .trying(Optional.of(new Trial(GoalAttempt.of(goal), under.pane())))
                .at(ReadingView.fitsBoth(size) ? Pane.BOTH : Pane.FIGURE);
    }

    /** Scrolled so that the selected goal is on it. */
    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Canvas body = Page.below(Page.title(under.section()), Line.EMPTY.dim("goals on the figure"), canvas);
        List<Line> lines = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < goals().size(); i++) {
            lines.addAll(goal(goals().get(i), i == selected, body, state));
            lines.add(Line.EMPTY);
            end = i == selected ? lines.size() - 1 : end;
        }
        Page.put(lines, Math.max(0, end - body.height()), body);
    }

    private static List<Line> goal(Goal goal, boolean selected, Canvas body, ScreenState state) {
        Line mark = Line.EMPTY.second(selected ? "► " : "  ");
        boolean met = state.progress().goals().contains(goal.id());
        Line tick = met ? mark.result("● ") : mark.dim("○ ");
        Line words = selected ? Line.EMPTY.second(goal.ask()) : Line.of(goal.ask());
        return Wrap.hanging(tick, words, Math.min(Page.WIDEST, body.width() - 2), body.glyphs());
    }
}
