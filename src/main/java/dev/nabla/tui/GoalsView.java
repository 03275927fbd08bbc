package dev.nabla.tui;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Section;
import dev.nabla.tui.ReadingView.Pane;
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
    private static final int WIDEST = 72;
    private static final int GRID = 3;
    private static final int INDENT = 4;

    static TutorState open(ReadingView under, TutorState state) {
        List<Goal> goals = under.lesson(state).goals();
        for (int i = 0; i < goals.size(); i++) {
            if (!state.learner().met().contains(goals.get(i).id())) {
                return state.in(new GoalsView(under, i));
            }
        }
        return goals.isEmpty() ? state.saying("This section has no goals yet") : state.in(new GoalsView(under, 0));
    }

    private List<Goal> goals(TutorState state) {
        return under.lesson(state).goals();
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
        return List.of(Place.GOALS, Place.EVERYWHERE);
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        int last = goals(state).size() - 1;
        return switch (go) {
            case BACK, GOALS -> state.in(under);
            case OPEN -> state.in(tried(goals(state).get(selected), state.size()));
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.showing(new GoalsView(under, Scroll.to(go, selected, last, last)));
            default -> state;
        };
    }

    private ReadingView tried(Goal goal, Size size) {
        return under.looking(Optional.empty())
                .trying(Optional.of(Trial.of(goal)))
                .at(ReadingView.fitsBoth(size) ? Pane.BOTH : Pane.FIGURE);
    }

    @Override
    public Canvas draw(TutorState state) {
        Size size = state.size();
        Canvas canvas = new Canvas(size, state.font());
        Section section = state.section().orElseThrow();
        canvas.put(1, 0, section.id() + " ", Tone.DIM);
        canvas.put(1 + canvas.width(section.id() + " "), 0, section.title(), Tone.TEXT, Weight.BOLD);
        canvas.right(size.width() - 1, 0, "goals on the figure", Tone.DIM);
        canvas.rule(1);
        list(canvas.part(new Area(0, 2, size.width(), Math.max(1, size.height() - GRID))), state);
        return canvas;
    }

    /** Scrolled so that the selected goal is on it. */
    private void list(Canvas canvas, TutorState state) {
        List<Line> lines = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < goals(state).size(); i++) {
            Goal goal = goals(state).get(i);
            lines.addAll(goal(goal, i == selected, state.learner().met().contains(goal.id()), canvas));
            lines.add(Line.EMPTY);
            end = i == selected ? lines.size() - 1 : end;
        }
        int from = Math.max(0, end - canvas.height());
        for (int i = 0; i < canvas.height() && from + i < lines.size(); i++) {
            canvas.put(1, i, lines.get(from + i));
        }
    }

    private static List<Line> goal(Goal goal, boolean selected, boolean met, Canvas canvas) {
        Glyphs glyphs = canvas.glyphs();
        int width = Math.max(1, Math.min(WIDEST, canvas.width() - 2) - INDENT);
        Line mark = Line.EMPTY.second(selected ? "► " : "  ");
        Line tick = met ? mark.result("● ") : mark.dim("○ ");
        Line words =
                Line.EMPTY.span(goal.ask(), selected ? Tone.SECOND : Tone.TEXT, selected ? Weight.BOLD : Weight.PLAIN);
        List<Line> lines = new ArrayList<>();
        for (Line line : Wrap.lines(words, width, glyphs)) {
            lines.add(Line.join(List.of(lines.isEmpty() ? tick : Line.of(" ".repeat(INDENT)), line), ""));
        }
        return lines;
    }
}
