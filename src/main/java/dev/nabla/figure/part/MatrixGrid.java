package dev.nabla.figure.part;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A matrix, or a window of a large one, as a table of cells. Rows and columns of the matrix count from 0. Rows that are
 * left out are a row of {@code ⋮}, columns a column of dots; the table has no border there, and its rows are numbered.
 *
 * @param canvas the canvas to draw on
 * @param matrix the numbers
 * @param x left border of the table
 * @param y top border of the table
 * @param cellWidth cells from border to border
 * @param boxed whether borders stand above and below
 * @param rows the visible rows
 * @param columns the visible columns
 * @param numbers the texts of the visible numbers, as they are without marks
 */
public record MatrixGrid(
        Canvas canvas,
        Matrix matrix,
        int x,
        int y,
        int cellWidth,
        boolean boxed,
        VisibleRange rows,
        VisibleRange columns,
        List<String> numbers) {
    /** Most rows or columns of a window. */
    public static final int MOST = 8;

    /** Cells of a column of dots. */
    public static final int DOTS = 4;

    private static final int DIGITS = 4;
    /** A number of decimals with which no plain number fits in a cell, so that it is written with a power of ten. */
    private static final int NONE_PLAIN = 99;

    /** The positions from {@code from}, included, to {@code to}, excluded, of {@code of} positions. */
    public record VisibleRange(int from, int to, int of) {
        public int size() {
            return to - from;
        }

        public boolean contains(int position) {
            return position >= from && position < to;
        }

        /** Returns whether positions before the first visible one are left out. */
        public boolean isCutBefore() {
            return from > 0;
        }

        /** Returns whether positions after the last visible one are left out. */
        public boolean isCutAfter() {
            return to < of;
        }

        public boolean isCut() {
            return size() < of;
        }

        /** Returns the number of places that it takes: its size, and a mark at each end where some are left out. */
        public int places() {
            return size() + (isCutBefore() ? 1 : 0) + (isCutAfter() ? 1 : 0);
        }
    }

    /**
     * Called for each visible entry with its row and column from 0, and the left border and the screen row of its cell.
     */
    public interface EntryVisitor {
        void at(int i, int j, int left, int row);
    }

    /** Returns the {@code shown} of n positions that lie around {@code seen}; positions count from 0. */
    public static VisibleRange window(int seen, int shown, int n) {
        int size = Math.min(shown, n);
        int from = Math.max(0, Math.min(seen - size / 2, n - size));
        return new VisibleRange(from, from + size, n);
    }

    /** Returns the largest window around {@code seen} that takes at most so many places, but at least one position. */
    public static VisibleRange marked(int seen, int places, int n) {
        int size = Math.max(1, Math.min(places, n));
        while (size > 1 && window(seen, size, n).places() > places) {
            size--;
        }
        return window(seen, size, n);
    }

    public MatrixGrid(
            Canvas canvas,
            Matrix matrix,
            int x,
            int y,
            int cellWidth,
            boolean boxed,
            VisibleRange rows,
            VisibleRange columns) {
        this(canvas, matrix, x, y, cellWidth, boxed, rows, columns, new ArrayList<>());
        each((i, j, left, row) -> numbers.add(fitting(matrix.get(i, j), 0)));
    }

    /** Returns the screen rows that so many places of a table take, borders included. */
    public static int height(int places, boolean boxed) {
        return boxed ? places + 2 : places;
    }

    /** Returns a table of the same size for another matrix of the same shape, at another left border. */
    public MatrixGrid with(Matrix other, int left) {
        return new MatrixGrid(canvas, other, left, y, cellWidth, boxed, rows, columns);
    }

    /** Returns the column of the right border. */
    public int right() {
        return columnAt(columns.to()) + (columns.isCutAfter() ? DOTS : 0);
    }

    /** Returns the screen row below the table. */
    public int bottom() {
        return y + height(rows.places(), boxed);
    }

    public int rowAt(int i) {
        return y + (boxed ? 1 : 0) + (rows.isCutBefore() ? 1 : 0) + i - rows.from();
    }

    public int columnAt(int j) {
        return x + (columns.isCutBefore() ? DOTS : 0) + (j - columns.from()) * cellWidth;
    }

    public void each(EntryVisitor entry) {
        for (int i = rows.from(); i < rows.to(); i++) {
            for (int j = columns.from(); j < columns.to(); j++) {
                entry.at(i, j, columnAt(j), rowAt(i));
            }
        }
    }

    /**
     * Returns a number with as many digits as fit in a cell beside {@code marks} marks; three dots if not even one
     * fits.
     */
    public String fitting(double x, int marks) {
        int room = cellWidth - 1 - marks;
        for (int digits = DIGITS; digits > 0; digits--) {
            String text = WorkedSteps.number(x, digits);
            if (text.length() <= room) {
                return text;
            }
        }
        String power = Decimal.drawn(x, NONE_PLAIN, room);
        return power.length() <= room ? power : "...";
    }

    /** Draws a number in its cell, with its point below the others, and shifted if a mark stands before it. */
    public void put(int left, int row, String number, Tone tone, Weight weight, boolean marked) {
        int inside = cellWidth - 1;
        int tail = longest(MatrixGrid::tail);
        boolean fits = longest(MatrixGrid::lead) + tail < inside;
        String text = fits ? number + " ".repeat(Math.max(0, tail - tail(number))) : number;
        int start = left + 1 + Math.max(marked ? 1 : 0, end() - text.length());
        if (weight == Weight.REVERSE) {
            canvas.part(new Area(left + 1, row, inside, 1)).put(start - left - 2, 0, " " + text + " ", tone, weight);
        } else {
            canvas.put(start, row, text, tone, weight);
        }
    }

    /**
     * Draws a number that the keys and the pointer can select, in its tone if {@code lit}, else dim.
     *
     * @param paired whether it is in brackets, because it is being multiplied
     */
    public void knob(int left, int row, KnobView knob, boolean lit, boolean paired) {
        int marks = (knob.focused() ? 1 : 0) + (paired ? 1 : 0);
        Weight weight = knob.weight(lit ? Weight.BOLD : Weight.PLAIN);
        put(left, row, fitting(knob.number(), marks), lit ? knob.tone() : knob.tone(Tone.DIM), weight, knob.focused());
        if (paired) {
            bracket(left, row, knob.tone());
        }
        knob.mark(canvas, left + 1, row);
        knob.take(canvas, new Area(left + 1, row, cellWidth - 1, 1));
    }

    /** Lets the pointer choose a cell of the table by row and column, counted from 1. */
    public void walk(String knob) {
        int half = cellWidth / 2;
        Area cells = new Area(x, y, right() - x + 1, bottom() - y);
        Scale across = Scale.linear(columns.from() + 1, columns.to(), x + half, right() - half);
        Scale down = Scale.linear(rows.from() + 1, rows.to(), rowAt(rows.from()), rowAt(rows.to() - 1));
        canvas.handle(new Handle(knob, 0, cells, across, down));
    }

    /** Draws brackets around a number; the left one may stand on the border. */
    private void bracket(int left, int row, Tone tone) {
        canvas.put(left + end() - widest(), row, "[", tone, Weight.BOLD);
        canvas.put(left + 1 + end(), row, "]", tone, Weight.BOLD);
    }

    /** Returns the cell where numbers end, so that the longest one is centered and a bracket fits behind it. */
    private int end() {
        return Math.min(cellWidth - 2, (cellWidth + widest()) / 2);
    }

    /** Returns the width of the longest visible number. */
    private int widest() {
        return Math.min(longest(MatrixGrid::lead) + longest(MatrixGrid::tail), cellWidth - 2);
    }

    /** Returns the largest value of {@code part} among the visible numbers. */
    private int longest(ToIntFunction<String> part) {
        int most = 0;
        for (String number : numbers) {
            most = Math.max(most, part.applyAsInt(number));
        }
        return most;
    }

    /** Returns the width of a number before its point. */
    private static int lead(String number) {
        return number.length() - tail(number);
    }

    /** Returns the width of a number from its point on; 0 without a point or with a power of ten. */
    private static int tail(String number) {
        int point = number.indexOf('.');
        return point < 0 || number.indexOf('e') >= 0 ? 0 : number.length() - point;
    }

    /** Draws the borders, and marks where rows or columns are left out. */
    public void frame() {
        int inside = right() - x - 1;
        if (boxed && !rows.isCutBefore()) {
            canvas.put(x, y, "┌" + "─".repeat(inside) + "┐", Tone.GRID);
        }
        if (boxed && !rows.isCutAfter()) {
            canvas.put(x, bottom() - 1, "└" + "─".repeat(inside) + "┘", Tone.GRID);
        }
        int first = rowAt(rows.from()) - (rows.isCutBefore() ? 1 : 0);
        for (int row = first; row < first + rows.places(); row++) {
            if (!columns.isCutBefore()) {
                canvas.put(x, row, "│", Tone.GRID);
            }
            if (!columns.isCutAfter()) {
                canvas.put(right(), row, "│", Tone.GRID);
            }
        }
        if (rows.isCutBefore()) {
            skipped(first);
        }
        if (rows.isCutAfter()) {
            skipped(first + rows.places() - 1);
        }
        for (int i = rows.from(); i < rows.to(); i++) {
            if (columns.isCutBefore()) {
                canvas.put(x, rowAt(i), "...", Tone.DIM);
            }
            if (columns.isCutAfter()) {
                canvas.put(right() - DOTS + 1, rowAt(i), "...", Tone.DIM);
            }
        }
    }

    private void skipped(int row) {
        for (int j = columns.from(); j < columns.to(); j++) {
            canvas.put(columnAt(j) + end(), row, "⋮", Tone.DIM);
        }
    }

    /** Writes the numbers of the rows, from 1, left of the table if rows are left out. */
    public void numberRows() {
        for (int i = rows.from(); rows.isCut() && i < rows.to(); i++) {
            canvas.right(x - 1, rowAt(i), String.valueOf(i + 1), Tone.DIM);
        }
    }
}
