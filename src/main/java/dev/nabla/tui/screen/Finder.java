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
    record Piece(int line, int from, int to) {
        /** The line with this part raised: reversed if it is the one looked at. */
        Line raised(Line whole, boolean current) {
            String text = whole.plain();
            Weight weight = current ? Weight.REVERSE : Weight.BOLD;
            Line raised = Line.EMPTY.span(text.substring(from, to), Tone.SECOND, weight);
            return Line.join(List.of(Clip.part(whole, 0, from), raised, Clip.part(whole, to, text.length())), "");
        }
    }

    /** Of each char of {@link #text} where it comes from. */
    private final List<Piece> places = new ArrayList<>();

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

    private void add(String spelt, Piece place) {
        text.append(spelt);
        spelt.chars().forEach(any -> places.add(place));
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
        for (Piece place : places.subList(from, to)) {
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).line() == place.line()) {
                pieces.set(last, new Piece(place.line(), pieces.get(last).from(), place.to()));
            } else {
                pieces.add(place);
            }
        }
        return pieces;
    }
}
