package dev.nabla.own;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that a learner has typed or pasted. There is always at least one line; the last one is usually empty.
 *
 * @param lines the lines, each of at most {@link #LONGEST} chars; a longer one is cut and stays too long for a name
 * @param dropped number of lines that found no room
 */
public record NameLines(List<String> lines, int dropped) {
    /** Chars of a line that are stored: more than a name may have. */
    public static final int LONGEST = 100;

    static final NameLines EMPTY = new NameLines(List.of(""), 0);

    public NameLines {
        lines = List.copyOf(lines);
    }

    /** Returns the line at a row, counted from 0. */
    public String line(int row) {
        return lines.get(row);
    }

    /** Returns the last row, counted from 0. */
    public int last() {
        return lines.size() - 1;
    }

    /** Returns a copy with another text at a row. */
    public NameLines with(int row, String text) {
        if (lines.get(row).equals(text)) {
            return this;
        }
        List<String> next = new ArrayList<>(lines);
        next.set(row, cut(text));
        return new NameLines(next, dropped);
    }

    /** Returns a copy without a row; the only row becomes empty. */
    public NameLines without(int row) {
        List<String> next = new ArrayList<>(lines);
        next.remove(row);
        return next.isEmpty() ? EMPTY : new NameLines(next, dropped);
    }

    /**
     * Returns a copy with more lines before the last line if that is empty, else after it. Blank ones are left out. The
     * last line of the copy is empty.
     *
     * @param most the largest number of lines that are not blank; the rest is counted as dropped
     */
    public NameLines adding(List<String> more, int most) {
        List<String> next = new ArrayList<>(lines);
        next.removeIf(String::isBlank);
        int over = dropped;
        for (String line : more) {
            if (!line.isBlank()) {
                boolean room = next.size() < most;
                over += room ? 0 : 1;
                if (room) {
                    next.add(cut(line));
                }
            }
        }
        next.add("");
        return new NameLines(next, over);
    }

    private static String cut(String line) {
        String text = line.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
