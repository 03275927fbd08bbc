package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.tui.screen.ReadingView.Pane;
import dev.nabla.tutor.GoalAttempt;
import java.util.List;
import java.util.Optional;

/** Draws a section: text, figure with what is known about it in its lower rule, or the question before the figure. */
record ReadingScreen(ReadingView view, ScreenState state) {
    private static final int LEAST_PICTURE_COLUMNS = 60;
    private static final int LEAST_PICTURE_ROWS = 19;
    /** Rows of a question below its figure, so that the figure stands still while it is answered. */
    private static final int QUESTION_ROWS = 13;

    /** Columns of a rule left round words in it. */
    private static final int RULE_ENDS = 4;

    void draw(Canvas canvas) {
        Pane pane = view.shown(state);
        int text = pane == Pane.FIGURE ? 0 : pane == Pane.BOTH ? ReadingView.TEXT_COLUMNS : canvas.width();
        if (pane != Pane.FIGURE) {
            Canvas column = canvas.part(canvas.area().left(pane == Pane.BOTH ? text - 1 : text));
            view.prose(state).draw(column);
        }
        if (pane != Pane.TEXT) {
            Canvas part = canvas.part(canvas.area().afterColumns(text));
            List<Integer> rules =
                    view.asking(state).map(asking -> question(asking, part)).orElseGet(() -> figure(part));
            if (pane == Pane.BOTH) {
                between(canvas.part(canvas.area().afterColumns(text - 1).left(1)), rules);
            }
        }
    }

    /** A line down between the text and what is beside it, joined to the rules of the text and to these. */
    private static void between(Canvas rule, List<Integer> rules) {
        for (int y = 0; y < rule.height(); y++) {
            boolean left = y == 1 || y == rule.height() - 2;
            boolean right = rules.contains(y);
            rule.put(0, y, left && right ? "┼" : left ? "┤" : right ? "├" : "│", Tone.GRID);
        }
    }

    private void picture(Canvas part, int rows) {
        FigureState<?> live = view.live(state).orElseThrow();
        live.draw(part.part(part.area().top(rows)));
    }

    /** The figure; the rows of its rules. */
    private List<Integer> figure(Canvas part) {
        picture(part, part.height());
        status().ifPresent(words -> inRule(words, part.height() - 2, part));
        view.trial().ifPresent(trial -> inRule(Line.of(trial.attempt().goal().ask()), 1, part));
        return List.of(1, part.height() - 2);
    }

    /** How far the goal is, or what was predicted. */
    private Optional<Line> status() {
        return view.trial().isPresent()
                ? view.trial().map(trial -> distance(trial.attempt()))
                : Predicting.last(view, state)
                        .filter(prediction -> view.figure() == 0)
                        .flatMap(Predicting::kept)
                        .map(Line::of);
    }

    private Line distance(GoalAttempt attempt) {
        boolean met = state.progress().goals().contains(attempt.goal().id());
        Line mark = met ? Line.EMPTY.result("● ") : Line.EMPTY.dim("○ ");
        String distance = attempt.progress().distance();
        if (!distance.isEmpty()) {
            return mark.text(distance);
        }
        return GoalsView.unmet(0, view, state).isPresent()
                ? mark.result("reached").dim(" · ").second("Esc").dim(" for the next goal")
                : mark.result("reached").dim(", and so are all goals here");
    }

    /** In a rule of the figure, which moves nothing. */
    private static void inRule(Line words, int y, Canvas part) {
        Line fitting = Clip.to(words, part.width() - RULE_ENDS, part.glyphs());
        part.put(1, y, " ".repeat(part.glyphs().width(fitting) + 2), Tone.TEXT);
        part.put(2, y, fitting);
    }

    /** Below the figure where there is room for both; the rows of the rules. */
    private List<Integer> question(Predicting asking, Canvas part) {
        AttemptPane pane = new AttemptPane(asking.attempt(), asking.kept(), part.width() - 2, part.glyphs());
        int rows = part.height() - Math.max(QUESTION_ROWS, pane.height()) - 1;
        if (part.width() >= LEAST_PICTURE_COLUMNS && rows >= LEAST_PICTURE_ROWS) {
            picture(part, rows);
            part.rule(rows);
            pane.draw(part.part(part.area().afterRows(rows + 1)), 0);
            return List.of(1, rows - 2, rows);
        }
        Line title = Line.EMPTY.span("Before you play", Tone.TEXT, Weight.BOLD);
        String number = view.live(state).orElseThrow().figure().info().number();
        pane.draw(Page.below(title, Line.EMPTY.dim(number), part), 0);
        return List.of(1);
    }
}
