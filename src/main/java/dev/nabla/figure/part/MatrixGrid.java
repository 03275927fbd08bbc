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
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A matrix, or a window of a large one, as a table of cells.
 *
 * @param canvas where it is drawn
 * @param matrix its numbers
 * @param x left border of the table
 * @param y top border of the table
 * @param cellWidth cells from border to border
 * @param pitch rows from number to number; from 2 on there are rules between them
 * @param rows the rows that are shown
 * @param columns the columns that are shown
 * @param numbers those that are shown, as they are written with no mark beside them
 */
public record MatrixGrid(
        Canvas canvas,
        Matrix matrix,
        int x,
        int y,
        int cellWidth,
        int pitch,
        VisibleRange rows,
        VisibleRange columns,
        List<String> numbers) {
    /** Most rows or columns of a window. */
    public static final int MOST = 8;

    private static final int DIGITS = 4;
    /** So many places that no plain number fits. */
    private static final int NONE_PLAIN = 99;

    /** Positions from {@code from} up to, not including, {@code to}. */
    public record VisibleRange(int from, int to) {
        public int size() {
            return to - from;
        }

        public boolean contains(int position) {
            return position >= from && position < to;
        }
    }

    /** What is done with each entry: its position and the left border and row of its cell. */
    public interface EntryVisitor {
        void at(int i, int j, int left, int row);
    }

    /** So many of n positions, round the one that must be seen. */
    public static VisibleRange window(int seen, int shown, int n) {
        int size = Math.min(shown, n);
        int from = Math.max(0, Math.min(seen - size / 2, n - size));
        return new VisibleRange(from, from + size);
    }

    public MatrixGrid(
            Canvas canvas,
            Matrix matrix,
            int x,
            int y,
            int cellWidth,
            int pitch,
            VisibleRange rows,
            VisibleRange columns) {
        this(canvas, matrix, x, y, cellWidth, pitch, rows, columns, new ArrayList<>());
        each((i, j, left, row) -> numbers.add(fitting(matrix.get(i, j), 0)));
    }

    /** Rows that so many rows of numbers take, borders included. */
    public static int height(int rows, int pitch) {
        return pitch == 1 ? rows + 2 : rows * pitch + 1;
    }

    /** Another matrix of the same shape in a table of the same size at another place. */
    public MatrixGrid with(Matrix other, int left) {
        return new MatrixGrid(canvas, other, left, y, cellWidth, pitch, rows, columns);
    }

    public int right() {
        return x + columns.size() * cellWidth;
    }

    /** The row below the bottom border. */
    public int bottom() {
        return y + height(rows.size(), pitch);
    }

    public int rowAt(int i) {
        return pitch == 1 ? y + 1 + i - rows.from() : y + pitch / 2 + (i - rows.from()) * pitch;
    }

    public int columnAt(int j) {
        return x + (j - columns.from()) * cellWidth;
    }

    public void each(EntryVisitor entry) {
        for (int i = rows.from(); i < rows.to(); i++) {
            for (int j = columns.from(); j < columns.to(); j++) {
                entry.at(i, j, columnAt(j), rowAt(i));
            }
        }
    }

    /** A number with as many digits as a cell has room for beside so many marks; three dots where that is none. */
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

    /** A number in its cell, its point below the points of the others, and room for a mark before it where it has one. */
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
     * A number that the keys and the pointer can take, else lit or dim.
     *
     * @param paired whether it is in brackets, as it is being multiplied
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

    /** The pointer walks over the cells as the arrows do, counting from 1. */
    public void walk(String knob) {
        int half = cellWidth / 2;
        Area cells = new Area(x, y, right() - x + 1, bottom() - y);
        Scale across = Scale.linear(columns.from() + 1, columns.to(), x + half, right() - half);
        Scale down = Scale.linear(rows.from() + 1, rows.to(), rowAt(rows.from()), rowAt(rows.to() - 1));
        canvas.handle(new Handle(knob, 0, cells, across, down));
    }

    /** Brackets round the place of a number; the left one may stand on the border. */
    private void bracket(int left, int row, Tone tone) {
        canvas.put(left + end() - widest(), row, "[", tone, Weight.BOLD);
        canvas.put(left + 1 + end(), row, "]", tone, Weight.BOLD);
    }

    /** Where in a cell numbers end, so that the longest one is in the middle and a bracket has room behind it. */
    private int end() {
        return Math.min(cellWidth - 2, (cellWidth + widest()) / 2);
    }

    /** Cells of the longest number that is shown. */
    private int widest() {
        return Math.min(longest(MatrixGrid::lead) + longest(MatrixGrid::tail), cellWidth - 2);
    }

    /** The most cells that any number shown has of something. */
    private int longest(ToIntFunction<String> part) {
        int most = 0;
        for (String number : numbers) {
            most = Math.max(most, part.applyAsInt(number));
        }
        return most;
    }

    /** Cells of a number before its point. */
    private static int lead(String number) {
        return number.length() - tail(number);
    }

    /** Cells of a number from its point on. */
    private static int tail(String number) {
        int point = number.indexOf('.');
        return point < 0 || number.indexOf('e') >= 0 ? 0 : number.length() - point;
    }

    /** The borders, those between the cells only where there is room for rules. */
    public void frame() {
        int last = bottom() - 1;
        for (int row = y; row <= last; row++) {
            boolean rule = row == y || row == last || pitch > 1 && (row - y) % pitch == 0;
            String ends = row == y ? "┌┬┐" : row == last ? "└┴┘" : rule ? "├┼┤" : "│││";
            String plain = rule ? "─" : " ";
            String between = pitch > 1 ? ends.substring(1, 2) : plain;
            String inside = String.join(between, Collections.nCopies(columns.size(), plain.repeat(cellWidth - 1)));
            canvas.put(x, row, ends.charAt(0) + inside + ends.charAt(2), Tone.GRID);
        }
    }
}
