package dev.nabla.tui.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds words in set lines: capitals do not matter, a phrase may go over the end of a line, and {@code tau} finds τ, since
 * no keyboard has it.
 */
final class Finder {
    /** A part of a line, from one char to before another. */
    record Piece(int line, int from, int to) {}

    private final List<Piece> characters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Finder(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String plain = lines.get(i).plain();
            int start = plain.length() - plain.stripLeading().length();
            for (int at = start; at < plain.length(); at++) {
                add(spelt(plain.substring(at, at + 1)), new Piece(i, at, at + 1));
            }
            add(" ", new Piece(i, plain.length(), plain.length()));
        }
    }

    private void add(String spelt, Piece piece) {
        text.append(spelt);
        for (int i = 0; i < spelt.length(); i++) {
            characters.add(piece);
        }
    }

    private static String spelt(String words) {
        return Glyphs.ASCII.spell(words).toLowerCase(Locale.ROOT);
    }

    /** Where the words are, each place as the pieces of lines it covers; from top to bottom. */
    List<List<Piece>> find(String words) {
        String wanted = spelt(words);
        List<List<Piece>> found = new ArrayList<>();
        int at = wanted.isBlank() ? -1 : text.indexOf(wanted);
        while (at >= 0) {
            found.add(pieces(at, at + wanted.length()));
            at = text.indexOf(wanted, at + wanted.length());
        }
        return found;
    }

    private List<Piece> pieces(int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece character : characters.subList(from, to)) {
            Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (last != null && last.line() == character.line()) {
                pieces.set(pieces.size() - 1, new Piece(character.line(), last.from(), character.to()));
            } else {
                pieces.add(character);
            }
        }
        return pieces;
    }

    /** The line with a part of it raised: reversed if it is the one looked at. */
    static Line raised(Line line, Piece piece, boolean current) {
        Line raised = Line.EMPTY;
        int at = 0;
        for (Line.Span span : line.spans()) {
            int from = Math.max(0, Math.min(span.text().length(), piece.from() - at));
            int to = Math.max(0, Math.min(span.text().length(), piece.to() - at));
            raised = put(raised, span.text().substring(0, from), span.tone(), span.weight());
            raised = put(raised, span.text().substring(from, to), Tone.SECOND, current ? Weight.REVERSE : Weight.BOLD);
            raised = put(raised, span.text().substring(to), span.tone(), span.weight());
            at += span.text().length();
        }
        return raised;
    }

    private static Line put(Line line, String text, Tone tone, Weight weight) {
        return text.isEmpty() ? line : line.span(text, tone, weight);
    }
}
