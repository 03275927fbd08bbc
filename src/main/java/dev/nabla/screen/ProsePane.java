package dev.nabla.screen;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.TextFinder;
import dev.nabla.screen.part.LineFinder;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out and draws a page of a section: title, rule, and the visible part of its lines. The lines are laid out when
 * they are first needed.
 */
final class ProsePane {
    private static final int HEAD_ROWS = 2;
    private static final int FOOT_ROWS = 3;
    /** Widths in columns: of the margin, and of the longest line of text. */
    private static final int MARGIN = 3;

    private static final int WIDEST = 70;

    private final Reading reading;
    private final int rows;
    private final int margin;
    private final ProseLayout layout;
    private final List<Block> page;
    private final String end;
    private final boolean endless;
    private List<Line> laidOut;

    /**
     * Lays out the page at the current position.
     *
     * @param beside whether a figure is shown beside it
     */
    ProsePane(Reading reading, boolean beside, ScreenState state) {
        this(reading, reading.road(state).page(reading.walk().station()), beside, state);
    }

    /** Lays out another page of the section, from 0. */
    ProsePane(Reading reading, int page, boolean beside, ScreenState state) {
        this.reading = reading;
        int columns = beside ? Reading.TEXT_COLUMNS - 1 : state.size().width();
        this.margin = columns > WIDEST + 2 * MARGIN || beside ? beside ? 1 : MARGIN : 1;
        this.rows = Math.max(1, state.size().height() - 1 - HEAD_ROWS - FOOT_ROWS + 1);
        List<List<Block>> pages = reading.lesson().pages();
        this.end = pages.size() > 1 ? "page " + (page + 1) + " of " + pages.size() : "";
        this.page = pages.isEmpty() ? List.of() : pages.get(page);
        this.layout = new ProseLayout(
                Math.max(1, Math.min(WIDEST, columns - 2 * margin)),
                state.font().glyphs());
        this.endless = state.size().isEndless();
    }

    /** Returns the lines of the page; more can be added at their end. */
    List<Line> lines() {
        if (laidOut == null) {
            laidOut = layOut();
        }
        return laidOut;
    }

    private List<Line> layOut() {
        List<Line> lines = new ArrayList<>();
        Block above = null;
        for (Block block : page) {
            if (above == null || !ProseLayout.isClose(above, block)) {
                lines.add(Line.EMPTY);
            }
            lines.addAll(layout.lines(block));
            above = block;
        }
        if (lines.size() > rows) {
            lines.remove(0);
        }
        return lines;
    }

    /** Adds lines below the page. */
    void add(List<Line> more) {
        lines().addAll(more);
    }

    /** Returns the number of visible text rows. */
    int visibleRows() {
        return rows;
    }

    /** Returns the largest possible first visible line, from 0. */
    int bottom() {
        return endless ? 0 : Math.max(0, lines().size() - rows);
    }

    /** Returns every occurrence of the words on the page. */
    List<List<LineFinder.Piece>> find(TextFinder words) {
        return new LineFinder(lines()).find(words);
    }

    void draw(Canvas canvas) {
        draw(canvas, lines());
    }

    /** Draws the page with other lines in place of its own, of the same number. */
    void draw(Canvas canvas, List<Line> raised) {
        int from = Math.max(0, Math.min(reading.scroll(), bottom()));
        int left = lines().size() - from - rows;
        String aside = left > 0 ? WorkedSteps.count(left, "more line") + " · PgDn" : end;
        Canvas body = ScreenLayout.below(ScreenLayout.title(reading.section()), Line.EMPTY.dim(aside), canvas);
        for (int i = 0; i < rows && from + i < raised.size(); i++) {
            body.put(margin, i, raised.get(from + i));
        }
    }
}
