package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.screen.ViewBlock.BlockRow;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.ViewBlock.SentenceBlock;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.WrappedLines;
import java.util.ArrayList;
import java.util.List;

/** Draws blocks of a view on cells. */
final class Painter {
    /** Columns of the labels of a summary, and of results. */
    private static final int LABELS = 15;

    private static final int RESULTS = 34;

    private Painter() {}

    /** Draws a title. Returns the area below it. */
    static Canvas head(HeadBlock head, Canvas canvas) {
        return ScreenLayout.below(head.title(), head.aside(), canvas);
    }

    /** Draws the title, the road and the sentence below it. Returns the area between them. */
    static Canvas section(HeadBlock head, SentenceBlock sentence, Canvas canvas) {
        ViewBlock.RoadPlace place = head.place().orElseThrow();
        int width = canvas.width() - 2;
        String words = canvas.fitting(width, sentence.versions().toArray(String[]::new));
        List<Line> below = List.of(Clip.to(Line.of(words), width, canvas.glyphs()));
        return head(head, ScreenLayout.above(below, place.road(), place.station(), canvas));
    }

    /** Adds a summary below its heading. */
    static void add(RowsBlock part, WrappedLines column) {
        if (part.rows().isEmpty()) {
            return;
        }
        column.blank();
        column.lines().add(heading(part));
        column.blank();
        for (BlockRow row : part.rows()) {
            String gap = " ".repeat(Math.max(1, LABELS - row.label().length()));
            String key = row.opens().map(action -> ": " + action.cap()).orElse("");
            column.hang(
                    Line.join(List.of(Line.EMPTY.dim("  " + row.label() + gap), row.mark()), ""),
                    row.words().text(key));
        }
    }

    private static Line heading(RowsBlock part) {
        return Line.EMPTY.span(part.heading(), Tone.TEXT, Weight.BOLD);
    }

    /** Draws results below their heading, one in a row; the last row says how many do not fit. */
    static void results(RowsBlock part, Canvas body) {
        List<Line> lines = new ArrayList<>(List.of(heading(part), Line.EMPTY));
        for (BlockRow row : part.rows()) {
            String gap = " ".repeat(Math.max(1, RESULTS - body.glyphs().width(row.label())));
            Line line = Line.join(List.of(row.mark().text(row.label() + gap), row.words()), "");
            lines.add(Clip.to(line, body.width() - 2, body.glyphs()));
        }
        int last = body.height() - 1;
        if (last > 0 && lines.size() > body.height()) {
            lines.set(last, Line.EMPTY.dim("and " + (lines.size() - last) + " more"));
        }
        ScreenLayout.put(lines, 0, body);
    }
}
