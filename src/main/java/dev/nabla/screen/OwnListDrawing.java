package dev.nabla.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.own.ListPlace;
import dev.nabla.own.NameList;
import dev.nabla.own.NameList.BadLine;
import dev.nabla.own.OwnNames;
import dev.nabla.screen.part.Clip;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws the list of own names, and beside it what is understood of it. */
record OwnListDrawing(OwnListView view, OwnNames own, NameList read) {
    private static final int LEFT = 5;
    private static final int MOST_LIST_COLUMNS = 35;
    /** Width, in cells, of the narrowest column beside the list. */
    private static final int LEAST_BESIDE = 30;

    private static final int LETTERS = 26;
    /** Most missing letters that are named. */
    private static final int FEW = 3;

    OwnListDrawing(OwnListView view, OwnNames own) {
        this(view, own, own.read());
    }

    /** Returns whether all names are of the letters a to z. */
    private boolean isPlain(String letters) {
        return letters.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** Returns the sentence below the list, on {@code body}. */
    Line sentence(Canvas body) {
        int names = read.names().size();
        if (own.lines().dropped() > 0) {
            return Line.EMPTY.warn(Decimal.grouped(own.lines().dropped()) + " lines found no room: at most "
                    + Decimal.grouped(own.place().most()) + " here");
        }
        if (names < OwnNames.FEWEST) {
            return Line.of(body.fitting(body.width() - 2, OwnNames.few(names), OwnNames.needed(names)));
        }
        int bad = read.bad().size();
        if (bad > 0) {
            return Line.of(names + " names; ").warn(bad + (bad == 1 ? " line is" : " lines are") + " left out");
        }
        String letters = isPlain(read.letters()) ? " of the letters a to z" : "";
        return Line.of(Decimal.grouped(names) + " names" + letters + ": enough to begin with");
    }

    void draw(Canvas body) {
        String how = own.place() == ListPlace.SESSION
                ? "One a line. Type or paste them here."
                : "One a line. Type or paste them here, or name a file after @.";
        body.put(3, 0, body.fitting(body.width() - 4, how, "One a line; or a file after @."), Tone.TEXT);
        int split = Math.min(MOST_LIST_COLUMNS, Math.max(12, body.width() - LEAST_BESIDE - 1));
        int rows = Math.max(0, body.height() - 2);
        list(body.part(new Area(0, 2, split - 1, rows)));
        for (int y = 0; y < rows; y++) {
            body.put(split, 2 + y, "│", Tone.GRID);
        }
        beside(body.part(new Area(split + 3, 2, Math.max(0, Math.min(44, body.width() - split - 5)), rows)));
    }

    /** Draws the lines: at the last one from the first on, so far as they fit; else those around the edited one. */
    private void list(Canvas canvas) {
        List<String> lines = own.lines().lines();
        Set<Integer> bad = new HashSet<>();
        read.bad().forEach(line -> bad.add(line.line() - 1));
        int rows = canvas.height();
        if (lines.size() <= rows) {
            for (int i = 0; i < lines.size(); i++) {
                line(i, i, bad, canvas);
            }
            return;
        }
        if (view.row() == lines.size() - 1) {
            for (int y = 0; y < rows - 2; y++) {
                line(y, y, bad, canvas);
            }
            int more = lines.size() - 1 - Math.max(0, rows - 2);
            canvas.put(LEFT, rows - 2, "⋮  " + Decimal.grouped(more) + " more", Tone.DIM);
            line(view.row(), rows - 1, bad, canvas);
            return;
        }
        int from = new ListPosition(lines.size(), view.row()).top(rows);
        for (int y = 0; y < rows; y++) {
            line(from + y, y, bad, canvas);
        }
    }

    private void line(int row, int y, Set<Integer> bad, Canvas canvas) {
        int room = Math.max(1, canvas.width() - LEFT);
        boolean isBad = bad.contains(row);
        if (isBad) {
            String number = Decimal.grouped(row + 1L);
            canvas.right(LEFT - 1, y, number.length() < LEFT ? number : "!", Tone.WARN);
        }
        if (row == view.row() && !view.naming()) {
            canvas.put(LEFT, y, Clip.typed(view.line(), room, canvas.glyphs()));
        } else {
            Line text = Line.EMPTY.span(own.lines().line(row), isBad ? Tone.WARN : Tone.TEXT, Weight.PLAIN);
            canvas.put(LEFT, y, Clip.to(text, room, canvas.glyphs()));
        }
    }

    private void beside(Canvas canvas) {
        int names = read.names().size();
        String letters = read.letters();
        int y = row(0, "names", Decimal.grouped(names), canvas);
        y = 1 + row(y, "kept apart to test it", Decimal.grouped(names / 10), canvas);
        y = row(y, "letters", letters(letters), canvas);
        String longest = read.longest();
        y = row(y, "longest", longest.isEmpty() ? "" : longest + ", " + longest.length(), canvas);
        y = 1 + row(y, "weights", names == 0 ? "" : Decimal.grouped(OwnNames.weights(letters.length())), canvas);
        if (view.naming()) {
            canvas.put(0, y, "call the model", Tone.SECOND, Weight.BOLD);
            int from = Math.min(16, canvas.width());
            canvas.put(from, y, Clip.typed(view.title(), Math.max(1, canvas.width() - from), canvas.glyphs()));
        } else {
            row(y, "call the model", own.title(), canvas);
        }
        words(y + 2, canvas);
    }

    private static int row(int y, String label, String value, Canvas canvas) {
        canvas.put(0, y, label, Tone.DIM);
        canvas.right(canvas.width(), y, value, Tone.TEXT);
        return y + 1;
    }

    private String letters(String letters) {
        StringBuilder missing = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            missing.append(letters.indexOf(c) < 0 ? String.valueOf(c) : "");
        }
        int count = letters.length();
        if (count == 0 || !isPlain(letters) || missing.length() > FEW) {
            return count == 0 ? "" : Integer.toString(count);
        }
        String no = String.join(" and no ", missing.toString().split(""));
        return count == LETTERS ? "26, a to z" : count + ", no " + no;
    }

    /** Names the lines that cannot be read; without any it says which lists can be learnt. */
    private void words(int from, Canvas canvas) {
        int y = from;
        if (read.bad().isEmpty()) {
            String hint = "Any words do: bands, villages, spices. A short list is learnt by heart, a long one is not.";
            for (String text : Wrap.lines(hint, canvas.width(), canvas.glyphs())) {
                canvas.put(0, y++, text, Tone.DIM);
            }
            return;
        }
        for (int i = 0; i < read.bad().size(); i++) {
            BadLine bad = read.bad().get(i);
            List<String> lines = Wrap.lines(bad.toString(), canvas.width(), canvas.glyphs());
            int left = read.bad().size() - i;
            if (y + lines.size() + (left > 1 ? 1 : 0) > canvas.height()) {
                canvas.put(0, y, "and " + Decimal.grouped(left) + " more lines", Tone.WARN);
                return;
            }
            for (String text : lines) {
                canvas.put(0, y++, text, Tone.WARN);
            }
        }
    }
}
