package dev.nabla.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.screen.HomeList.HomeEntry;
import dev.nabla.screen.HomeList.HomeTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the list of the home screen, and beside it on a wide screen a preview of the selected line.
 *
 * @param selected index of the selected line, from 0
 */
record HomePicture(HomeList list, int selected, ScreenState state) {
    private static final int STILL_COLUMNS = 60;
    private static final int LIST_COLUMNS = 59;
    private static final int MOST_LIST_COLUMNS = 80;
    private static final int LEAST_STILL_ROWS = 24;

    /** Rows of the list that are no entries: a blank row, and the name of the only rung. */
    private static final int BLANK = -1;

    private static final int NAME = -2;

    void draw(Canvas body) {
        if (body.width() < LIST_COLUMNS + STILL_COLUMNS || body.height() < LEAST_STILL_ROWS) {
            rows(body);
            return;
        }
        int columns = Math.min(MOST_LIST_COLUMNS, body.width() - STILL_COLUMNS - 1);
        rows(body.part(body.area().left(columns)));
        still(body.part(body.area().afterColumns(columns + 1)));
        for (int y = 1; y < body.height() - 1; y++) {
            body.put(columns, y, "│", Tone.GRID);
        }
    }

    /**
     * Draws the lines, scrolled so that the selected one is visible. Blank rows separate groups where there is room,
     * and the last line says what the numbers mean.
     */
    private void rows(Canvas canvas) {
        List<HomeEntry> items = list.items(state);
        List<Integer> rows = order(items, canvas.height());
        HomeColumns columns = HomeColumns.of(state.course(), canvas);
        int named = state.course().rungs().stream()
                .filter(rung -> list.isOpen(rung, state))
                .findFirst()
                .orElse(-1);
        ListPosition position = new ListPosition(rows.size(), rows.indexOf(selected));
        int from = position.top(canvas.height());
        for (int i = from; i < position.end(canvas.height()); i++) {
            Canvas row = canvas.part(new Area(0, i - from, canvas.width(), 1));
            int item = rows.get(i);
            HomeRow drawn = new HomeRow(list, state, columns, row, item == selected);
            if (item >= 0) {
                drawn.draw(items.get(item), item, named);
            } else if (item == NAME) {
                drawn.rung(state.course().rungs().get(0), named);
            }
        }
        boolean numbers = named >= 0 || !FinishedHome.isFinished(state);
        if (numbers && rows.size() + 1 < canvas.height()) {
            canvas.put(3, rows.size() + 1, canvas.fitting(canvas.width() - 4, columns.legend()), Tone.DIM);
        }
    }

    /** Returns the rows of the list: indices of its entries, {@link #BLANK} and {@link #NAME}. */
    private List<Integer> order(List<HomeEntry> items, int height) {
        boolean rungs = HomeList.hasRungs(state);
        int heads = rungs ? state.course().rungs().size() : 1;
        int doors = (int) items.stream()
                .takeWhile(item -> item.door() != HomeTarget.RUNG && item.door() != HomeTarget.OPEN)
                .count();
        boolean below = isBelow(items.get(items.size() - 1).door());
        int gaps = (doors > 0 ? heads : heads - 1) + (below ? 1 : 0);
        boolean above = height > items.size() + (rungs ? 0 : 1) + gaps + 1;
        boolean airy = rungs ? height >= items.size() + gaps : above;
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            HomeTarget door = items.get(i).door();
            boolean head = rungs ? door == HomeTarget.RUNG || i > doors && isBelow(door) : i == doors;
            if (i == 0 ? above : head && airy) {
                rows.add(BLANK);
            }
            if (!rungs && head && airy) {
                rows.add(NAME);
            }
            rows.add(i);
        }
        return rows;
    }

    private static boolean isBelow(HomeTarget door) {
        return door == HomeTarget.OWN || door == HomeTarget.OPENING;
    }

    /**
     * Draws a preview of the selected line: of a section its figure, once its lesson is loaded, and its exercises; of a
     * rung the gists of its sections.
     */
    private void still(Canvas canvas) {
        List<HomeEntry> items = list.items(state);
        HomeEntry item = items.get(Math.min(selected, items.size() - 1));
        if (item.door() == HomeTarget.RUNG) {
            canvas.put(1, 1, state.course().ladder().get(item.rung()), Tone.TEXT, Weight.BOLD);
            int y = 3;
            for (Section section : state.course().sectionsOf(item.rung())) {
                canvas.put(1, y++, section.id() + "  " + section.gist(), Tone.DIM);
            }
        }
        item.section().ifPresent(section -> {
            canvas.put(1, 1, Line.EMPTY.dim(section.id() + "  ").span(section.title(), Tone.TEXT, Weight.BOLD));
            canvas.put(1, 2, section.gist(), Tone.DIM);
            Canvas body = canvas.part(new Area(0, 4, canvas.width(), canvas.height() - 7));
            section.known().flatMap(Lesson::figure).ifPresent(live -> live.body(body));
            String size = SectionWords.size(section, state);
            String holds = canvas.fitting(canvas.width() - 2, size + SectionWords.open(section, state), size);
            canvas.put(1, canvas.height() - 2, holds, Tone.DIM);
        });
    }
}
