package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Section;
import dev.nabla.tui.key.Navigation;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A screen without a figure: a row with its title, a rule, lines, and perhaps a rule and words below them. */
final class Page {
    /** Words are easier to read in lines that are not too long. */
    static final int WIDEST = 70;

    private static final int HEAD = 2;

    private Page() {}

    /** Rows below the head; the last one of a screen belongs to the keys. */
    static int rows(Size size) {
        return Math.max(1, size.height() - HEAD - 1);
    }

    /** Draws the head, with the words at its end if there is room for them; what is below it is free. */
    static Canvas below(Line title, Line aside, Canvas canvas) {
        canvas.put(1, 0, title);
        int from = canvas.width() - 1 - canvas.glyphs().width(aside);
        if (from > canvas.glyphs().width(title) + 1) {
            canvas.put(from, 0, aside);
        }
        canvas.rule(1);
        return canvas.part(canvas.area().afterRows(HEAD));
    }

    /** Draws the head with a title and words at its end. */
    static Canvas below(String title, String aside, Canvas canvas) {
        return below(Line.EMPTY.span(title, Tone.TEXT, Weight.BOLD), Line.EMPTY.dim(aside), canvas);
    }

    /** Draws a sentence, as much of it as fits in one row, below a rule with a road in it; what is above is free. */
    static Canvas above(String words, Line road, Canvas canvas) {
        return above(List.of(Clip.to(Line.of(words), canvas.width() - 2, canvas.glyphs())), road, canvas);
    }

    /** Draws words in the last rows and above them a rule with a road in it; what is above is free. */
    static Canvas above(List<Line> words, Line road, Canvas canvas) {
        int rule = Math.max(0, canvas.height() - words.size() - 1);
        canvas.rule(rule);
        canvas.put(0, rule, road);
        canvas.put(1, rule + 1, words);
        return canvas.part(canvas.area().top(rule));
    }

    /** Parts the canvas by a line down, right of it a figure that says where it has a rule of its own; what is left of it is free. */
    static Canvas splitForFigure(Canvas canvas, ToIntFunction<Canvas> figure) {
        int text = Reading.TEXT_COLUMNS;
        int rule = figure.applyAsInt(canvas.part(canvas.area().afterColumns(text)));
        for (int y = 0; y < canvas.height(); y++) {
            canvas.put(text - 1, y, y == 1 ? "┼" : y == rule ? "├" : "│", Tone.GRID);
        }
        return canvas.part(canvas.area().left(text - 1));
    }

    /** Draws what stands round an exercise: the section, the road, and its figure beside it where there is room; the rest is free. */
    static Canvas exercise(Line words, Line aside, SectionView view, ScreenState state, Canvas canvas) {
        Reading under = view.under();
        Line road = RoadLine.of(under.road(state), view.beat(state), canvas.width() - 2, canvas.glyphs());
        Canvas body = above(List.of(words), road, canvas);
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

    /** Draws the heading of a part of a page, and dim words behind it. */
    static void heading(String words, String more, int y, Canvas canvas) {
        canvas.put(3, y, Line.EMPTY.span(words, Tone.TEXT, Weight.BOLD).dim(more));
    }

    /** As far from the edge as a page of text, where there is room. */
    static Canvas indented(Canvas body) {
        return body.width() > WIDEST + 6 ? body.part(body.area().afterColumns(2)) : body;
    }

    /** A section's number and name. */
    static Line title(Section section) {
        return Line.EMPTY.dim(section.id() + " ").span(section.title(), Tone.TEXT, Weight.BOLD);
    }

    /** All lines, without the blank ones if they do not fit. */
    static List<Line> fitting(List<Line> lines, int rows) {
        return lines.size() <= rows
                ? lines
                : lines.stream().filter(line -> !line.spans().isEmpty()).toList();
    }

    /** As many lines as fit, from this one on. */
    static void put(List<Line> lines, int from, Canvas body) {
        for (int i = 0; i < body.height() && from + i < lines.size(); i++) {
            body.put(1, i, lines.get(from + i));
        }
    }

    /** The place, from 0 to {@code last}, that a key leads to in what is longer than the screen. */
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

    /** The first place of so many that is wanted, from one on and round the end. */
    static Optional<Integer> first(IntPredicate wanted, int from, int places) {
        return IntStream.range(from, from + places)
                .map(i -> i % places)
                .filter(wanted)
                .boxed()
                .findFirst();
    }
}
