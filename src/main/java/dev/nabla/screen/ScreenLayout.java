package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.TextFinder;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.LookBack;
import dev.nabla.screen.part.RoadLine;
import dev.nabla.tutor.Road;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Lays out screens: a head with title and rule, the body, and below it a rule with the road and a sentence. */
final class ScreenLayout {
    /** The longest comfortable line of text, in cells. */
    static final int WIDEST = 70;

    private static final int HEAD = 2;

    private ScreenLayout() {}

    /**
     * Returns the number of rows below the head, at least 1. The last row of the screen is excluded; it shows the keys.
     */
    static int rows(Size size) {
        return Math.max(1, size.height() - HEAD - 1);
    }

    /** Draws the head, with {@code aside} at its right end if there is room. Returns the area below it. */
    static Canvas below(Line title, Line aside, Canvas canvas) {
        canvas.put(1, 0, title);
        int from = canvas.width() - 1 - canvas.glyphs().width(aside);
        if (from > canvas.glyphs().width(title) + 1) {
            canvas.put(from, 0, aside);
        }
        canvas.rule(1);
        return canvas.part(canvas.area().afterRows(HEAD));
    }

    /** Draws the head with a bold title and a dim aside. Returns the area below it. */
    static Canvas below(String title, String aside, Canvas canvas) {
        return below(Line.EMPTY.span(title, Tone.TEXT, Weight.BOLD), Line.EMPTY.dim(aside), canvas);
    }

    /** Draws a sentence, cut to one row, below a rule with a road in it. Returns the area above the rule. */
    static Canvas above(String words, Line road, Canvas canvas) {
        return above(List.of(Clip.to(Line.of(words), canvas.width() - 2, canvas.glyphs())), road, canvas);
    }

    /** Draws lines in the last rows, below the road of a section. Returns the area above the road. */
    static Canvas above(List<Line> words, Road road, int here, Canvas canvas) {
        Canvas above = above(words, Line.EMPTY, canvas);
        RoadLine.draw(road, here, above.height(), canvas);
        return above;
    }

    /** Draws lines in the last rows, below a rule with a road in it. Returns the area above the rule. */
    static Canvas above(List<Line> words, Line road, Canvas canvas) {
        int rule = Math.max(0, canvas.height() - words.size() - 1);
        canvas.rule(rule);
        canvas.put(0, rule, road);
        canvas.put(1, rule + 1, words);
        return canvas.part(canvas.area().top(rule));
    }

    /**
     * Splits the canvas by a vertical rule and draws the figure on the right. Returns the left part.
     *
     * @param figure draws, and returns the row of its own horizontal rule
     */
    static Canvas splitForFigure(Canvas canvas, ToIntFunction<Canvas> figure) {
        int text = Reading.TEXT_COLUMNS;
        int rule = figure.applyAsInt(canvas.part(canvas.area().afterColumns(text)));
        for (int y = 0; y < canvas.height(); y++) {
            canvas.put(text - 1, y, y == 1 ? "┼" : y == rule ? "├" : "│", Tone.GRID);
        }
        return canvas.part(canvas.area().left(text - 1));
    }

    /**
     * Draws the frame of an exercise: the section, the road, and the figure beside it if there is room. Returns the
     * area for the exercise.
     */
    static Canvas exercise(Line words, Line aside, SectionView view, ScreenState state, Canvas canvas) {
        return exercise(words, aside, Optional.empty(), view, state, canvas);
    }

    /** Draws the same frame, with a page in place of the figure if one is given. */
    static Canvas exercise(
            Line words, Line aside, Optional<PageRef> page, SectionView view, ScreenState state, Canvas canvas) {
        Reading under = view.under();
        Canvas body = above(List.of(words), under.road(state), view.stationIndex(state), canvas);
        if (page.isPresent()) {
            return below(title(under.section()), aside, splitForPage(page.get(), state, body));
        }
        boolean beside = under.isBeside(state);
        Canvas text = beside
                ? splitForFigure(body, right -> {
                    FigureState<?> still = under.live(state).orElseThrow();
                    still.body(still.title(right));
                    return 1;
                })
                : body;
        return below(title(under.section()), aside, text);
    }

    /** Splits the canvas by a vertical rule and draws a page of text on the right. Returns the left part. */
    static Canvas splitForPage(PageRef page, ScreenState state, Canvas canvas) {
        return splitForPage(page, Optional.empty(), state, canvas);
    }

    /** Draws the same with something highlighted on the page, scrolled so that the first of it is visible. */
    static Canvas splitForPage(PageRef page, Optional<TextFinder> marked, ScreenState state, Canvas canvas) {
        LookBack reason = new LookBack("", new String[0], Line.EMPTY, marked, Integer.MAX_VALUE);
        return splitForFigure(canvas, right -> {
            ExplanationView.of(page, reason, state.view(), state).drawPage(right, state);
            return 1;
        });
    }

    /** Draws the heading of a part of a page, followed by dim words. */
    static void heading(String words, String more, int y, Canvas canvas) {
        canvas.put(3, y, Line.EMPTY.span(words, Tone.TEXT, Weight.BOLD).dim(more));
    }

    /** Returns the area indented like a page of text, if it is wide enough. */
    static Canvas indented(Canvas body) {
        return body.width() > WIDEST + 6 ? body.part(body.area().afterColumns(2)) : body;
    }

    /** Returns a section's number and title. */
    static Line title(Section section) {
        return Line.EMPTY.dim(section.id() + " ").span(section.title(), Tone.TEXT, Weight.BOLD);
    }

    /** Returns all lines, without the blank ones if there are more lines than rows. */
    static List<Line> fitting(List<Line> lines, int rows) {
        return lines.size() <= rows
                ? lines
                : lines.stream().filter(line -> !line.spans().isEmpty()).toList();
    }

    /** Returns whether the lines fit into the rows, if need be without the blank ones. */
    static boolean fit(List<Line> lines, int rows) {
        return fitting(lines, rows).size() <= rows;
    }

    /** Draws as many lines as fit, beginning with the line {@code from}, from 0. */
    static void put(List<Line> lines, int from, Canvas body) {
        for (int i = 0; i < body.height() && from + i < lines.size(); i++) {
            body.put(1, i, lines.get(from + i));
        }
    }

    /** Writes at the end of the last row that something does not fit, over what stands there. */
    static void markMore(String words, Canvas body) {
        int width = body.glyphs().width(words);
        body.put(body.width() - width - 3, body.height() - 1, "  ", Tone.DIM);
        body.put(body.width() - width - 1, body.height() - 1, words, Tone.DIM);
    }

    /**
     * Returns the scroll position, from 0 to {@code last}, after a key; other keys leave it where it is.
     *
     * @param page how far the page keys scroll
     */
    static int scrolled(Navigation go, int from, int page, int last) {
        int to =
                switch (go) {
                    case UP -> from - 1;
                    case DOWN -> from + 1;
                    case PAGE_UP -> from - page;
                    case PAGE_DOWN -> from + page;
                    case TOP -> 0;
                    case BOTTOM -> last;
                    default -> from;
                };
        return Math.max(0, Math.min(last, to));
    }

    /**
     * Returns the first wanted index below {@code places}, searching upwards from {@code from} and wrapping round at
     * the end.
     */
    static Optional<Integer> first(IntPredicate wanted, int from, int places) {
        return IntStream.range(from, from + places)
                .map(i -> i % places)
                .filter(wanted)
                .boxed()
                .findFirst();
    }
}
