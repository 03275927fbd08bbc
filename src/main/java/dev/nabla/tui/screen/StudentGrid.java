package dev.nabla.tui.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassOverview.StudentRow;
import dev.nabla.room.LearnerLocation.Doing;
import java.util.stream.Collectors;

/**
 * Draws the students who are here, first those who need help.
 *
 * @param chosen row of the roll; -1 for none
 */
record StudentGrid(ClassOverview roll, int chosen) {
    private static final int LAST = 12;

    /** A column of students: how wide it is, where it says where they are and what they do, and where it ends. */
    private record Layout(int width, int where, int doing, int end) {
        static final Layout NEED = new Layout(39, 11, 16, 40);
        static final Layout COLUMN = new Layout(26, 10, 14, 25);
        static final Layout TABLE = new Layout(72, 12, 19, 41);
    }

    /** Cells of the table with the last answers and the idle time. */
    static int tableWidth() {
        return Layout.TABLE.width;
    }

    /** Minutes and seconds: {@code 1:05}. */
    static String clock(long seconds) {
        return seconds / 60 + ":" + String.valueOf(100 + seconds % 60).substring(1);
    }

    /**
     * Those who need help, and everybody else below them.
     *
     * @param wide as a table with the last answers and the idle time
     */
    void draw(boolean wide, Canvas canvas) {
        int y = wide ? 1 : 0;
        if (wide) {
            canvas.put(3, y++, "name     where  doing            right   last answers   idle", Tone.DIM);
        } else if (roll.needing() > 0) {
            Page.heading("need you first", "", y++, canvas);
        }
        if (roll.needing() > 0) {
            Area first = new Area(0, y, canvas.width(), Math.max(1, 2 * canvas.height() / 5));
            y += grid(0, roll.needing(), wide ? Layout.TABLE : Layout.NEED, canvas.part(first)) + 1;
        }
        if (!wide) {
            Page.heading("everybody", "   where   right/answered in 10 minutes", y++, canvas);
        }
        Canvas rest = canvas.part(canvas.area().afterRows(y));
        grid(roll.needing(), roll.rows().size(), wide ? Layout.TABLE : Layout.COLUMN, rest);
    }

    /**
     * Some of the rows in columns, read downwards, scrolled so that the chosen one is among them; how many lines that
     * takes.
     */
    private int grid(int from, int to, Layout layout, Canvas canvas) {
        int across = Math.max(1, (canvas.width() - 2) / layout.width);
        int per = (to - from + across - 1) / across;
        int top = new ListPane(per, chosen < from || chosen >= to ? 0 : (chosen - from) % per).top(canvas.height());
        for (int i = from; i < to; i++) {
            int y = (i - from) % per - top;
            if (y >= 0 && y < canvas.height()) {
                int x = (i - from) / per * layout.width;
                Canvas cell = canvas.part(new Area(x, y, canvas.width() - x, 1));
                ListPane.name(roll.rows().get(i).name(), layout.where - 4, i == chosen, i, cell);
                row(roll.rows().get(i), i < roll.needing(), layout, cell);
            }
        }
        return Math.min(per, canvas.height());
    }

    /** Of right answers below one half are more than a remark. */
    private static void row(StudentRow row, boolean needs, Layout layout, Canvas cell) {
        boolean table = layout == Layout.TABLE;
        cell.put(layout.where, 0, row.where().place(), needs && table ? Tone.TEXT : Tone.DIM);
        cell.put(layout.doing, 0, needs ? need(row) : doing(row, table), needs ? Tone.WARN : Tone.DIM);
        int all = row.answers().size();
        String right = all == 0 ? "" : row.right() + "/" + all;
        cell.right(layout.end, 0, right, 2 * row.right() < all ? Tone.TEXT : Tone.DIM);
        if (table) {
            String dots =
                    row.answers().stream().map(one -> one.right() ? "●" : "○").collect(Collectors.joining());
            cell.put(44, 0, dots.substring(Math.max(0, dots.length() - LAST)), Tone.DIM);
            cell.right(63, 0, clock(row.idle().toSeconds()), row.isStill() ? Tone.WARN : Tone.DIM);
        }
    }

    private static String need(StudentRow row) {
        return row.isStuck()
                ? row.wrong() + " wrong in a row"
                : "still for " + row.idle().toMinutes() + " min";
    }

    /** What a student does; in a narrow column the question's number stands for a question. */
    private static String doing(StudentRow row, boolean table) {
        return !table && row.where().doing() == Doing.QUESTION
                ? ""
                : row.where().toText();
    }
}
