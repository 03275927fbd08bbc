package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.tui.screen.ReadingView.Pane;
import java.util.List;
import java.util.Optional;

/** Draws a section: text, figure with what is known about it in its lower rule, or the question before the figure. */
final class ReadingScreen {
    private static final int LEAST_PICTURE_COLUMNS = 60;
    private static final int LEAST_PICTURE_ROWS = 19;
    /** Rows of a question below its figure, so that the figure stands still while it is answered. */
    private static final int QUESTION_ROWS = 13;

    private static final int LEAST_RULED_COLUMNS = 40;
    private static final int LEAST_RULED_ROWS = 9;
    /** What is left of a rule round words in it. */
    private static final int RULE_ENDS = 4;

    private ReadingScreen() {}

    static Canvas draw(ReadingView view, ScreenState state) {
        Size size = state.size();
        Canvas canvas = new Canvas(size, state.font());
        Pane pane = view.shown(state);
        int height = size.height() - 1;
        int text = pane == Pane.FIGURE ? 0 : pane == Pane.BOTH ? ReadingView.TEXT_COLUMNS : size.width();
        if (pane != Pane.FIGURE) {
            canvas.paste(view.prose(state).frame(view.scroll(), view.search()), 0, 0);
        }
        if (pane != Pane.TEXT) {
            Canvas part = canvas.part(new Area(text, 0, size.width() - text, height));
            List<Integer> rules = view.asking(state)
                    .map(asking -> question(asking, part, view, state))
                    .orElseGet(() -> figure(part, view, state));
            if (pane == Pane.BOTH) {
                between(canvas.part(new Area(text - 1, 0, 1, height)), rules);
            }
        }
        return canvas;
    }

    /** A line down between the text and what is beside it, joined to the rules of the text and to these. */
    private static void between(Canvas rule, List<Integer> rules) {
        for (int y = 0; y < rule.height(); y++) {
            boolean left = y == 1 || y == rule.height() - 2;
            boolean right = rules.contains(y);
            rule.put(0, y, left && right ? "┼" : left ? "┤" : right ? "├" : "│", Tone.GRID);
        }
    }

    /** The rows of its rules. */
    private static List<Integer> figure(Canvas part, ReadingView view, ScreenState state) {
        FigureState<?> live = view.live(state).orElseThrow();
        part.paste(live.view(new Size(part.width(), part.height()), part.font()), 0, 0);
        boolean ruled = part.width() >= LEAST_RULED_COLUMNS && part.height() >= LEAST_RULED_ROWS;
        status(view, state, part)
                .ifPresent(status -> inRule(status, ruled ? part.height() - 2 : part.height() - 1, part));
        view.trial()
                .filter(trial -> ruled)
                .ifPresent(trial -> inRule(Line.of(trial.attempt().goal().ask()), 1, part));
        return List.of(1, part.height() - 2);
    }

    /** How far the goal is, or what was predicted. */
    private static Optional<Line> status(ReadingView view, ScreenState state, Canvas part) {
        if (view.trial().isPresent()) {
            ReadingView.Trial trial = view.trial().get();
            boolean met =
                    state.progress().goals().contains(trial.attempt().goal().id());
            Line mark = met ? Line.EMPTY.result("● ") : Line.EMPTY.dim("○ ");
            String distance = trial.attempt().progress().distance();
            return Optional.of(distance.isEmpty() ? onward(mark.result("reached"), view, state) : mark.text(distance));
        }
        return Predicting.last(view, state)
                .filter(prediction -> view.figure() == 0)
                .flatMap(prediction -> kept(prediction, part))
                .map(Line::of);
    }

    /** Where somebody who has reached a goal goes from there. */
    private static Line onward(Line reached, ReadingView view, ScreenState state) {
        boolean more = GoalsView.unmet(0, view, state).isPresent();
        return more
                ? reached.dim(" · ").second("Esc").dim(" for the next goal")
                : reached.dim(", and so are all goals here");
    }

    /** What was predicted and what is right, or only that where it would be cut. */
    private static Optional<String> kept(Predicting prediction, Canvas part) {
        return prediction
                .kept()
                .map(both -> part.glyphs().width(both) <= part.width() - RULE_ENDS ? both : prediction.right());
    }

    /** In a rule of the figure, which moves nothing; a figure without rules gives its last row. */
    private static void inRule(Line words, int y, Canvas part) {
        Line fitting = Clip.to(words, part.width() - RULE_ENDS, part.glyphs());
        part.put(1, y, " ".repeat(part.glyphs().width(fitting) + 2), Tone.TEXT);
        part.put(2, y, fitting);
    }

    /** Below the figure where there is room for both; the rows of the rules. */
    private static List<Integer> question(Predicting asking, Canvas part, ReadingView view, ScreenState state) {
        AttemptPane pane =
                new AttemptPane(asking.attempt(), part.width() - 2, part.glyphs(), asking.kept(), Optional.empty());
        FigureState<?> live = view.live(state).orElseThrow();
        int rows = part.height() - Math.max(QUESTION_ROWS, pane.height()) - 1;
        if (part.width() >= LEAST_PICTURE_COLUMNS && rows >= LEAST_PICTURE_ROWS) {
            part.paste(live.view(new Size(part.width(), rows), part.font()), 0, 0);
            part.rule(rows);
            pane.draw(part.part(part.area().afterRows(rows + 1)), 0);
            return List.of(1, rows - 2, rows);
        }
        part.put(1, 0, "Before you play", Tone.TEXT, Weight.BOLD);
        part.right(part.width() - 1, 0, live.figure().info().number(), Tone.DIM);
        part.rule(1);
        pane.draw(part.part(part.area().afterRows(2)), 0);
        return List.of(1);
    }
}
