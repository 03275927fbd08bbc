package dev.nabla.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Words set in lines of at most so many cells, broken at blanks, but not within (1, 0.3) or η = 0.18; a longer word is cut; leading blanks indent every line. */
public final class Wrap {
    private static final int LONGEST_SYMBOL = 8;
    private static final int LONGEST_TERM = 2;

    /** Cells that are kept whole on a narrow line; on a wide one it may be half of it. */
    private static final int KEPT = 26;

    private final int width;
    private final Glyphs glyphs;
    private final String indent;
    private final List<Line> lines = new ArrayList<>();
    private Line line = Line.EMPTY;
    private int used;

    private Wrap(int width, Glyphs glyphs, String indent) {
        this.width = width;
        this.glyphs = glyphs;
        this.indent = indent;
    }

    public static List<Line> lines(Line text, int width, Glyphs glyphs) {
        String plain = text.plain();
        int least = Math.max(1, width);
        int indent = Math.min(plain.length() - plain.stripLeading().length(), least / 2);
        Wrap wrap = new Wrap(least, glyphs, " ".repeat(indent));
        wrap.fill(text);
        return wrap.lines;
    }

    public static List<String> lines(String text, int width, Glyphs glyphs) {
        return lines(Line.of(text), width, glyphs).stream().map(Line::plain).toList();
    }

    /** Words behind a mark, every line but the first under them. */
    public static List<Line> hanging(Line mark, Line text, int width, Glyphs glyphs) {
        int indent = glyphs.width(mark);
        List<Line> hanging = new ArrayList<>();
        for (Line line : lines(text, width - indent, glyphs)) {
            Line before = hanging.isEmpty() ? mark : Line.of(" ".repeat(indent));
            hanging.add(Line.join(List.of(before, line), ""));
        }
        return hanging;
    }

    /**
     * Words that belong together are placed as one: the numbers of a row, then what stands behind a sign, then what stands
     * before one; a chain of such breaks before a sign, so that it begins a line.
     */
    private void fill(Line text) {
        List<Line> words = joined(words(text), Wrap::isWithinRow);
        words = joined(words, (sign, next) -> isSign(sign));
        words = joined(words, Wrap::isSymbol);
        words.forEach(this::place);
        lines.add(line);
    }

    private List<Line> joined(List<Line> words, BiPredicate<String, String> bond) {
        List<Line> joined = new ArrayList<>();
        for (Line word : words) {
            int last = joined.size() - 1;
            String before = last < 0 ? "" : joined.get(last).plain();
            if (last >= 0 && isShort(before, word.plain()) && bond.test(before, word.plain())) {
                joined.set(last, Line.join(List.of(joined.get(last), word), " "));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private boolean isShort(String words, String next) {
        return glyphs.width(words) + 1 + glyphs.width(next) <= Math.max(width / 2, Math.min(width, KEPT));
    }

    /** Pieces of words are collected until a blank ends the word, since a word may change its tone in the middle. */
    private static List<Line> words(Line text) {
        List<Line> words = new ArrayList<>();
        Line word = Line.EMPTY;
        for (Line.Span span : text.spans()) {
            String[] parts = span.text().split(" ", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0 && !word.spans().isEmpty()) {
                    words.add(word);
                    word = Line.EMPTY;
                }
                word = parts[i].isEmpty() ? word : word.span(parts[i], span.tone(), span.weight());
            }
        }
        words.add(word);
        return words;
    }

    /** True if a blank stands between two numbers of a row in parentheses. */
    private static boolean isWithinRow(String words, String next) {
        return words.endsWith(",") && words.lastIndexOf('(') > words.lastIndexOf(')') && next.matches("[-−]?[0-9].*");
    }

    /** True if a symbol stands before {@code = 0.18}, a very short one before {@code − ηλ}. */
    private static boolean isSymbol(String words, String next) {
        String last = words.substring(words.lastIndexOf(' ') + 1);
        boolean signed = next.length() > 2 && next.charAt(1) == ' ' && isSign(next.substring(0, 1));
        int longest = signed && "+−".indexOf(next.charAt(0)) >= 0 ? LONGEST_TERM : LONGEST_SYMBOL;
        return signed
                && !last.isEmpty()
                && last.length() <= longest
                && ",.;:".indexOf(last.charAt(last.length() - 1)) < 0;
    }

    private static boolean isSign(String word) {
        return word.length() == 1 && "=≈<>≤≥+−".indexOf(word.charAt(0)) >= 0;
    }

    private void place(Line word) {
        int length = glyphs.width(word);
        if (length == 0) {
            return;
        }
        boolean first = line.spans().isEmpty();
        if (!first && used + 1 + length > width) {
            lines.add(line);
            line = Line.EMPTY;
            first = true;
        }
        String gap = first ? indent : " ";
        used = first ? 0 : used;
        put(gap, word.spans().get(0));
        for (Line.Span piece : word.spans()) {
            put(piece.text(), piece);
        }
    }

    private void put(String text, Line.Span like) {
        String rest = text;
        while (used + glyphs.width(rest) > width) {
            if (rest.length() == 1) {
                break;
            }
            int cut = fitting(rest);
            line = line.span(rest.substring(0, cut), like.tone(), like.weight());
            lines.add(line);
            line = Line.EMPTY;
            used = 0;
            rest = rest.substring(cut);
        }
        if (!rest.isEmpty()) {
            line = line.span(rest, like.tone(), like.weight());
            used += glyphs.width(rest);
        }
    }

    /** How many letters fit on the line, as this level spells them; one at least, so that it ends, and not all. */
    private int fitting(String rest) {
        int cut = 1;
        while (cut < rest.length() - 1 && used + glyphs.width(rest.substring(0, cut + 1)) <= width) {
            cut++;
        }
        return cut;
    }
}
