package dev.nabla.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Tone;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassOverview.StudentRow;
import dev.nabla.room.LearnerLocation.Doing;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws the students who are present, those who need help first.
 *
 * @param chosen index of the selected row, from 0; -1 for none
 */
record StudentGrid(ClassOverview roll, int chosen) {
    private static final int LAST = 12;

    /** Blank cells at the right end of the table, which longer names take first. */
    private static final int SPARE = 7;

    /**
     * The layout of a column of students, in cells.
     *
     * @param width width of the column
     * @param where start of the section number
     * @param doing start of what the student does
     * @param end right end of the count of right answers
     */
    private record Layout(int width, int where, int doing, int end) {
        static final Layout NEED = new Layout(39, 11, 16, 40);
        static final Layout COLUMN = new Layout(26, 10, 14, 25);
        static final Layout TABLE = new Layout(72, 12, 19, 41);

        /** Returns the width of a name. */
        int name() {
            return where - 4;
        }

        Layout widened(int by) {
            return new Layout(width + by, where + by, doing + by, end + by);
        }
    }

    /**
     * Returns the width in cells of the table with last answers and idle time.
     *
     * @param more cells that names may take beyond the usual width
     */
    int tableWidth(int more, Glyphs glyphs) {
        int wider = wider(roll.rows(), Layout.TABLE, more + SPARE, glyphs);
        return Layout.TABLE.width + Math.max(0, wider - SPARE);
    }

    /** Returns by how many cells the names of students must be wider, at most {@code most}, to be shown whole. */
    private static int wider(List<StudentRow> rows, Layout layout, int most, Glyphs glyphs) {
        int longest =
                rows.stream().mapToInt(row -> glyphs.width(row.name())).max().orElse(0);
        return Math.max(0, Math.min(longest - layout.name(), most));
    }

    /** Formats a duration as minutes and seconds: {@code 1:05}. */
    static String clock(long seconds) {
        return seconds / 60 + ":" + String.valueOf(100 + seconds % 60).substring(1);
    }

    /**
     * Draws the students who need help, then all others.
     *
     * @param wide whether to draw a table with last answers and idle time
     */
    void draw(boolean wide, Canvas canvas) {
        int y = wide ? 1 : 0;
        Layout table = Layout.TABLE.widened(
                wider(roll.rows(), Layout.TABLE, canvas.width() + 1 - Layout.TABLE.width + SPARE, canvas.glyphs()));
        if (wide) {
            canvas.put(3, y, "name", Tone.DIM);
            canvas.put(table.where, y++, "where  doing            right   last answers   idle", Tone.DIM);
        } else if (roll.needing() > 0) {
            ScreenLayout.heading("need you first", "", y++, canvas);
        }
        if (roll.needing() > 0) {
            Area first = new Area(0, y, canvas.width(), Math.max(1, 2 * canvas.height() / 5));
            y += grid(0, roll.needing(), wide, wide ? table : Layout.NEED, canvas.part(first)) + 1;
        }
        if (!wide) {
            ScreenLayout.heading("everybody", "   where   right/answered in 10 minutes", y++, canvas);
        }
        Canvas rest = canvas.part(canvas.area().afterRows(y));
        grid(roll.needing(), roll.rows().size(), wide, wide ? table : Layout.COLUMN, rest);
    }

    /** Returns a layout wide enough for the names, as far as all rows remain visible. */
    private static Layout fitted(List<StudentRow> rows, Layout layout, Canvas canvas) {
        int columns = Math.max(1, (rows.size() + canvas.height() - 1) / Math.max(1, canvas.height()));
        int most = (canvas.width() - 2) / columns - layout.width;
        return layout.widened(wider(rows, layout, most, canvas.glyphs()));
    }

    /**
     * Draws rows in columns, read downwards and scrolled so that the selected row is visible. Returns the number of
     * lines used.
     *
     * @param from first row (inclusive)
     * @param to last row (exclusive)
     * @param table whether the layout is that of the table
     */
    private int grid(int from, int to, boolean table, Layout usual, Canvas canvas) {
        Layout layout = table ? usual : fitted(roll.rows().subList(from, to), usual, canvas);
        int across = Math.max(1, (canvas.width() - 2) / layout.width);
        int per = (to - from + across - 1) / across;
        int top = new ListPosition(per, chosen < from || chosen >= to ? 0 : (chosen - from) % per).top(canvas.height());
        for (int i = from; i < to; i++) {
            int y = (i - from) % per - top;
            if (y >= 0 && y < canvas.height()) {
                int x = (i - from) / per * layout.width;
                Canvas cell = canvas.part(new Area(x, y, canvas.width() - x, 1));
                ListPosition.name(roll.rows().get(i).name(), layout.name(), i == chosen, i, cell);
                row(roll.rows().get(i), i < roll.needing(), table, layout, cell);
            }
        }
        return Math.min(per, canvas.height());
    }

    /** Draws a student. The count of right answers is emphasised if fewer than half of the answers are right. */
    private static void row(StudentRow row, boolean needs, boolean table, Layout layout, Canvas cell) {
        cell.put(layout.where, 0, row.where().place(), needs && table ? Tone.TEXT : Tone.DIM);
        cell.put(layout.doing, 0, needs ? need(row) : activity(row, table), needs ? Tone.WARN : Tone.DIM);
        int all = row.answers().size();
        String right = all == 0 ? "" : row.right() + "/" + all;
        cell.right(layout.end, 0, right, 2 * row.right() < all ? Tone.TEXT : Tone.DIM);
        if (table) {
            String dots =
                    row.answers().stream().map(one -> one.right() ? "●" : "○").collect(Collectors.joining());
            cell.put(layout.end + 3, 0, dots.substring(Math.max(0, dots.length() - LAST)), Tone.DIM);
            cell.right(layout.end + 22, 0, clock(row.idle().toSeconds()), row.isStill() ? Tone.WARN : Tone.DIM);
        }
    }

    private static String need(StudentRow row) {
        return row.isStuck()
                ? row.wrong() + " wrong in a row"
                : "still for " + row.idle().toMinutes() + " min";
    }

    /** Returns what a student does. In a narrow column a question is not named, because its number is shown. */
    private static String activity(StudentRow row, boolean table) {
        return !table && row.where().doing() == Doing.QUESTION
                ? ""
                : row.where().toText();
    }
}
