package dev.nabla.figure;

import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import java.util.List;
import java.util.function.IntFunction;

/** The page layout of every figure: title, rule, body, rule, sentence. Replaces a picture that does not fit by text. */
final class FigurePage {
    private static final int LEAST_TEXT_WIDTH = 40;
    private static final int LEAST_TEXT_HEIGHT = 9;
    static final int LEAST_PICTURE_WIDTH = 60;
    static final int LEAST_PICTURE_HEIGHT = 12;

    private FigurePage() {}

    static <M extends Record> void draw(Figure<M> figure, M model, ViewState<M> cursor, Canvas canvas) {
        Glyphs glyphs = canvas.glyphs();
        if (canvas.width() < LEAST_TEXT_WIDTH || canvas.height() < LEAST_TEXT_HEIGHT) {
            canvas.put(
                    0,
                    0,
                    Wrap.lines(
                            Line.of(Line.join(sentence(figure, model, cursor), "")
                                    .plain()),
                            canvas.width(),
                            glyphs));
            return;
        }
        List<Line> sentence = sentenceLines(sentence(figure, model, cursor), canvas.width(), glyphs);
        int foot = canvas.height() - sentence.size();
        Canvas below = title(figure.info(model), canvas);
        body(figure, model, cursor, below.part(below.area().top(foot - 3)));
        canvas.rule(foot - 1);
        canvas.put(1, foot, sentence);
    }

    static <M extends Record> List<Line> sentence(Figure<M> figure, M model, ViewState<M> cursor) {
        return cursor.guess().isOpen() ? figure.sentenceOfGuess(model, cursor) : figure.sentence(model, cursor);
    }

    /** Returns the sentence for a canvas of this width: one line, or more if its first clause alone does not fit. */
    static List<Line> sentenceLines(List<Line> clauses, int width, Glyphs glyphs) {
        return Wrap.lines(fitting(clauses, width - 2, glyphs), width - 2, glyphs);
    }

    /** Draws the title and a rule, and returns the free part of the canvas below. */
    static Canvas title(Info info, Canvas canvas) {
        int free = canvas.width() - canvas.width(info.title()) - 4;
        String words = canvas.fitting(free, info.number() + " · " + info.invitation(), info.number());
        if (canvas.width(words) <= free) {
            canvas.right(canvas.width() - 1, 0, words, Tone.DIM);
        }
        canvas.put(1, 0, info.title(), Tone.TEXT, Weight.BOLD);
        canvas.rule(1);
        return canvas.part(canvas.area().afterRows(2));
    }

    static <M extends Record> void body(Figure<M> figure, M model, ViewState<M> cursor, Canvas body) {
        switch (cursor.mode()) {
            case STEPS -> lines(body, "Worked out, with the numbers of this figure", figure.steps(model));
            case CODE -> CodePane.draw(figure, model, cursor, body);
            case TEXT, PICTURE -> {
                if (body.width() < LEAST_PICTURE_WIDTH
                        || body.height() < figure.leastRows(model)
                        || cursor.mode() == Mode.TEXT) {
                    TextFigure.draw(figure, model, cursor, body);
                } else {
                    figure.draw(model, cursor, body);
                }
            }
        }
    }

    private static void lines(Canvas body, String heading, List<String> lines) {
        body.put(1, 0, heading, Tone.DIM);
        List<Line> wrapped = lines.stream()
                .flatMap(line -> Wrap.lines(Line.of(line), body.width() - 4, body.glyphs()).stream())
                .toList();
        put(body, 3, 2, wrapped, more -> more + " more lines; nabla solve --explain prints all");
    }

    /**
     * Draws as many lines as fit below y. If some do not fit, the last row shows the text that {@code more} makes of
     * their number.
     */
    static void put(Canvas canvas, int x, int y, List<Line> lines, IntFunction<String> more) {
        int room = canvas.height() - y;
        int shown = lines.size() <= room ? lines.size() : Math.max(0, room - 1);
        canvas.put(x, y, lines.subList(0, shown));
        if (shown < lines.size()) {
            canvas.put(x, y + shown, more.apply(lines.size() - shown), Tone.DIM);
        }
    }

    /** Joins as many clauses as fit in one line, at least the first. Each clause has its own punctuation. */
    private static Line fitting(List<Line> clauses, int width, Glyphs glyphs) {
        Line fitting = clauses.get(0);
        for (Line clause : clauses.subList(1, clauses.size())) {
            Line longer = Line.join(List.of(fitting, clause), "");
            if (glyphs.width(longer) > width) {
                break;
            }
            fitting = longer;
        }
        return fitting;
    }
}
