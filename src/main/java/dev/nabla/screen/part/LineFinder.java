package dev.nabla.screen.part;

import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.TextFinder;
import dev.nabla.lesson.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Finds words in wrapped lines. A match may cross the end of a line. */
public final class LineFinder {
    /** A part of a match that stands in one line, from one char (inclusive) to another (exclusive). */
    public record Piece(int line, int from, int to) {
        /** Returns the line with this piece highlighted, reversed if it belongs to the current match. */
        private Line raised(Line shown, boolean current) {
            String text = shown.plain();
            Weight weight = current ? Weight.REVERSE : Weight.BOLD;
            Line raised = Line.EMPTY.span(text.substring(from, to), Tone.SECOND, weight);
            return Line.join(List.of(Clip.part(shown, 0, from), raised, Clip.part(shown, to, text.length())), "");
        }
    }

    /** The parts of the lines that are searched, each a piece: all of a line but its indent. */
    private final List<Piece> lines = new ArrayList<>();

    /** The parts, with a blank after each. */
    private final StringBuilder text = new StringBuilder();

    public LineFinder(List<Line> shown) {
        for (int i = 0; i < shown.size(); i++) {
            String plain = shown.get(i).plain();
            int start = plain.length() - plain.stripLeading().length();
            lines.add(new Piece(i, start, plain.length()));
            text.append(plain, start, plain.length()).append(' ');
        }
    }

    /** Returns all matches from top to bottom, each as the pieces that it consists of. */
    public List<List<Piece>> find(TextFinder words) {
        List<List<Piece>> found = new ArrayList<>();
        for (TextRange range : words.in(text.toString())) {
            found.add(pieces(range));
        }
        return found;
    }

    private List<Piece> pieces(TextRange range) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (Piece line : lines) {
            int length = line.to() - line.from();
            int from = Math.max(range.from() - start, 0);
            int to = Math.min(range.to() - start, length);
            if (from < to) {
                pieces.add(new Piece(line.line(), line.from() + from, line.from() + to));
            }
            start += length + 1;
        }
        return pieces;
    }

    /** Highlights a match in lines, reversed if it is the current one. */
    public static void raise(List<Piece> match, boolean current, List<Line> lines) {
        for (Piece piece : match) {
            lines.set(piece.line(), piece.raised(lines.get(piece.line()), current));
        }
    }
}
