package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.screen.StationView.Pane;
import dev.nabla.screen.part.Clip;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.RoadTime;
import java.util.List;
import java.util.Optional;

/** Draws a station of text or figure: the page, the figure, the question about it, the road and a sentence. */
record StationDrawing(StationView view, ScreenState state) {
    /** Rows below which a figure with a question strip is too small; then the strip loses its blank lines. */
    private static final int LEAST_PICTURE_ROWS = 12;

    /** Rows below which a figure is not drawn at all, only the question. */
    private static final int LEAST_ROWS = 5;

    /** What the rule says if rows of the figure are left out; Tab moves the focus, and the rows follow it. */
    private static final String MORE = " more rows: Tab ";

    static final int LEAST_WIDTH = 40;
    static final int LEAST_HEIGHT = 9;

    /** Draws the station with these lines below the road. */
    void draw(Canvas canvas, List<Line> sentence) {
        Pane pane = view.pane(state);
        if (pane == Pane.FIGURE && (canvas.width() < LEAST_WIDTH || canvas.height() < LEAST_HEIGHT)) {
            view.live(state).orElseThrow().draw(canvas);
            return;
        }
        Canvas body = view.above(sentence, canvas, state);
        if (pane == Pane.TEXT) {
            view.drawText(body, state);
        } else if (pane == Pane.FIGURE) {
            figure(body, false);
        } else {
            Canvas text = ScreenLayout.splitForFigure(body, right -> figure(right, true));
            view.drawText(text, state);
        }
    }

    /** Returns the sentence about what the figure shows; without a figure, about what comes next. */
    List<Line> sentence(Canvas canvas) {
        return view.pane(state) == Pane.TEXT
                ? List.of(Clip.to(Line.of(coming(canvas)), canvas.width() - 2, canvas.glyphs()))
                : view.live(state).orElseThrow().sentenceLines(canvas.width(), canvas.glyphs());
    }

    /** Returns a sentence about what comes after this page. */
    private String coming(Canvas canvas) {
        Road road = view.under().road(state);
        Station next = view.walk().following(state.tutor()).beat();
        if (next.is(StationKind.READ)) {
            return "Then "
                    + heading(next)
                            .map(words -> "page " + (next.index() + 1) + ": " + words)
                            .orElse("the next page");
        }
        if (next.kind().isReading()) {
            String noun = view.live(state).orElseThrow().figure().info().noun();
            return "Then the " + noun
                    + (next.is(StationKind.GUESS) ? ": a guess first, then you play" : ", for you to play with");
        }
        if (road.openExercises().isEmpty()) {
            return "That was the text, and all its exercises are done";
        }
        String left = "Left: " + road.openExercises();
        String announcement = "That was the text. " + left;
        return canvas.fitting(
                canvas.width() - 2,
                announcement + ", about " + RoadTime.inWords(new RoadTime(road).minutes()),
                announcement,
                left);
    }

    /** Returns the first heading of a page; empty if it has none. */
    private Optional<String> heading(Station read) {
        return view.under().lesson().pages().get(read.index()).stream()
                .filter(Block.Heading.class::isInstance)
                .map(block -> ((Block.Heading) block).text())
                .findFirst();
    }

    /**
     * Draws the figure and the question strip. Returns the row of the rule between them, from 0; if it draws none, the
     * row of the rule below the title.
     *
     * @param above whether the strip is above the figure
     */
    private int figure(Canvas canvas, boolean above) {
        FigureState<?> live = view.live(state).orElseThrow();
        Canvas body = live.title(canvas);
        QuestionStrip asked = view.questionStrip(canvas.width() - 2, state);
        int picture = body.height() - asked.lines().size() - 1;
        if (!asked.lines().isEmpty() && picture < LEAST_PICTURE_ROWS) {
            asked = asked.withoutBlanks();
            picture = body.height() - asked.lines().size() - 1;
        }
        int strip = asked.lines().size();
        if (strip == 0) {
            live.body(body);
        } else if (picture < LEAST_ROWS) {
            asked.draw(body);
        } else if (above) {
            asked.draw(body);
            rule(strip, pictured(live, body, body.part(body.area().afterRows(strip + 1))), body);
            return canvas.height() - body.height() + strip;
        } else {
            rule(picture, pictured(live, body, body.part(body.area().top(picture))), body);
            asked.draw(body.part(body.area().afterRows(picture + 1)));
        }
        return 1;
    }

    /** Returns whether the figure has all the rows that it needs beside the question about it. */
    boolean showsWholeFigure() {
        Size size = state.size();
        if (size.isEndless()) {
            return true;
        }
        FigureState<?> live = view.live(state).orElseThrow();
        Canvas canvas = new Canvas(new Size(size.width(), Math.max(1, size.height() - 1)), state.font());
        Canvas above = view.above(view.sentence(canvas, state), canvas, state);
        boolean both = view.pane(state) == Pane.BOTH;
        Canvas body = live.title(both ? above.part(above.area().afterColumns(Reading.TEXT_COLUMNS)) : above);
        int strip = view.questionStrip(body.width() - 2, state)
                .withoutBlanks()
                .lines()
                .size();
        return body.height() - strip - 1 >= live.leastRows();
    }

    /** Draws the rule between the figure and the strip, which says so if rows of the figure are left out. */
    private static void rule(int y, boolean isCut, Canvas body) {
        body.rule(y);
        if (isCut) {
            body.put(body.width() - MORE.length() - 1, y, MORE, Tone.DIM);
        }
    }

    /**
     * Draws the figure into the rows that are left. If they are too few, it draws the part around the focus; a figure
     * that needs few rows is laid out in these. Returns whether it leaves out rows that are not blank.
     *
     * @param all the area of the figure and the strip
     * @param rows the rows that are left
     */
    private static boolean pictured(FigureState<?> live, Canvas all, Canvas rows) {
        if (rows.height() >= live.leastRows() || all.height() < LEAST_PICTURE_ROWS) {
            live.body(rows);
            return false;
        }
        int height = live.leastRows() < LEAST_PICTURE_ROWS ? live.leastRows() : all.height();
        Canvas full = new Canvas(new Size(all.width(), height), all.font());
        live.body(full);
        Frame picture = full.frame();
        Focus spot = live.cursor().spot();
        int focus = picture.handles().stream()
                .filter(handle -> handle.name().equals(spot.knob()) && handle.part() == spot.part())
                .mapToInt(handle -> handle.area().y())
                .findFirst()
                .orElse(0);
        int from = Math.max(0, Math.min(focus - rows.height() / 2, height - rows.height()));
        rows.paste(picture, from);
        int end = from + rows.height();
        return hasText(0, from, picture) || hasText(end, picture.size().height(), picture);
    }

    private static boolean hasText(int from, int end, Frame picture) {
        for (int y = from; y < end; y++) {
            if (!picture.row(y).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
