package dev.nabla.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wraps text at blanks into lines of limited width, but not within (1, 0.3) or η = 0.18. A word longer than a line is
 * cut. Leading blanks indent every line.
 */
public final class Wrap {
    private static final String ROW = "[^\\s()]*\\([^\\s()]*,(?: [-−]?[0-9][^\\s()]*)+\\S*";
    private static final String EQUATED = "(?:\\S{0,7}[^\\s,.;:] )?[=≈<>≤≥]";
    private static final String ADDED = "(?:\\S?[^\\s,.;:] )?[+−]";

    /**
     * Matches what is kept on one line: a row of numbers, or a sign with the symbol before it and the term after it. A
     * chain of terms may break before a sign.
     */
    private static final Pattern WHOLE =
            Pattern.compile("(?<!\\S)(?:" + EQUATED + "|" + ADDED + ") (?:" + ROW + "|\\S+)|" + ROW);

    /** Longest such part, in cells, on a narrow line; on a wide line it is half the width. */
    private static final int KEPT = 26;

    /** Replaces a blank at which no line may break. */
    private static final char HELD = '\u00a0';

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
        if (glyphs.width(plain) <= least && plain.equals(plain.strip()) && !plain.contains("  ")) {
            return List.of(text);
        }
        int indent = Math.min(plain.length() - plain.stripLeading().length(), least / 2);
        Wrap wrap = new Wrap(least, glyphs, " ".repeat(indent));
        wrap.fill(text);
        return wrap.lines;
    }

    public static List<String> lines(String text, int width, Glyphs glyphs) {
        return lines(Line.of(text), width, glyphs).stream().map(Line::plain).toList();
    }

    /** Returns a text after a mark; further lines are indented by the width of the mark. */
    public static List<Line> hanging(Line mark, Line text, int width, Glyphs glyphs) {
        int indent = glyphs.width(mark);
        List<Line> hanging = new ArrayList<>();
        for (Line line : lines(text, width - indent, glyphs)) {
            Line before = hanging.isEmpty() ? mark : Line.of(" ".repeat(indent));
            hanging.add(Line.join(List.of(before, line), ""));
        }
        return hanging;
    }

    private void fill(Line text) {
        String held = WHOLE.matcher(text.plain()).replaceAll(found -> {
            boolean all = glyphs.width(found.group()) <= Math.max(width / 2, Math.min(width, KEPT));
            return Matcher.quoteReplacement(all ? found.group().replace(' ', HELD) : found.group());
        });
        words(text, held).forEach(this::place);
        lines.add(line);
    }

    /** Splits a text into words. A word is a line of spans, because its tone may change in the middle. */
    private static List<Line> words(Line text, String held) {
        List<Line> words = new ArrayList<>();
        Line word = Line.EMPTY;
        int at = 0;
        for (Line.Span span : text.spans()) {
            String[] parts = held.substring(at, at + span.text().length()).split(" ", -1);
            at += span.text().length();
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    words.add(word);
                    word = Line.EMPTY;
                }
                word = parts[i].isEmpty() ? word : word.span(parts[i].replace(HELD, ' '), span.tone(), span.weight());
            }
        }
        words.add(word);
        words.removeIf(empty -> empty.spans().isEmpty());
        return words;
    }

    private void place(Line word) {
        if (!line.spans().isEmpty() && used + 1 + glyphs.width(word) > width) {
            end();
        }
        put(line.spans().isEmpty() ? indent : " ", word.spans().get(0));
        for (Line.Span piece : word.spans()) {
            put(piece.text(), piece);
        }
    }

    private void end() {
        lines.add(line);
        line = Line.EMPTY;
        used = 0;
    }

    /** Adds as much of a text as fits on the line, at least one letter, and continues on new lines. */
    private void put(String text, Line.Span like) {
        String rest = text;
        while (!rest.isEmpty()) {
            int cut = used + glyphs.width(rest) <= width ? rest.length() : Letters.end(rest, 0);
            while (cut < rest.length() && used + glyphs.width(rest.substring(0, Letters.end(rest, cut))) <= width) {
                cut = Letters.end(rest, cut);
            }
            line = line.span(rest.substring(0, cut), like.tone(), like.weight());
            used += glyphs.width(rest.substring(0, cut));
            rest = rest.substring(cut);
            if (!rest.isEmpty()) {
                end();
            }
        }
    }
}
