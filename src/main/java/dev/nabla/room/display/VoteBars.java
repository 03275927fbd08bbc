package dev.nabla.room.display;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.PollQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The votes of a poll as bars: one line per kind of vote, with one bar per round.
 *
 * @param kinds kinds of votes, from top to bottom
 * @param names returns the display name of a kind
 * @param counts number of votes of each kind, by round
 */
public record VoteBars(List<String> kinds, UnaryOperator<String> names, Map<Integer, Map<String, Integer>> counts) {
    private static final int LABEL = 18;
    private static final int SHARE = 6;
    private static final String ARROW = "  →  ";

    /** Returns a heading with the number of votes per round, and one line per kind, made to fit {@code width} cells. */
    public List<Line> lines(int width, Glyphs glyphs) {
        int arrow = glyphs.width(ARROW);
        int cells = Math.max(4, Math.min(LABEL, (width - LABEL - arrow) / 2 - SHARE));
        int room = width - counts.size() * (cells + SHARE + arrow) + arrow;
        int longest = kinds.stream().map(names).mapToInt(glyphs::width).max().orElse(0) + 2;
        int label = Math.max(LABEL, Math.min(longest, room));
        Line heading = Line.of(" ".repeat(label));
        for (Map.Entry<Integer, Map<String, Integer>> round : counts.entrySet()) {
            String words = "round " + round.getKey() + ", n = " + PollQuestion.votes(round.getValue());
            heading = heading.dim(padded(words, cells + SHARE + arrow, glyphs));
        }
        List<Line> lines = new ArrayList<>(List.of(heading));
        for (String kind : kinds) {
            lines.add(line(kind, label, cells, glyphs));
        }
        return lines;
    }

    private Line line(String kind, int label, int cells, Glyphs glyphs) {
        Tone tone = kind.equals(Vote.RIGHT) ? Tone.RESULT : Tone.DIM;
        String name = Wrap.lines(names.apply(kind), label - 1, glyphs).get(0);
        Line line = Line.of(padded(name, label, glyphs));
        boolean first = true;
        for (Map<String, Integer> round : counts.values()) {
            double length = (double) cells * round.getOrDefault(kind, 0) / Math.max(1, PollQuestion.votes(round));
            String percent = PollQuestion.percent(round, kind) + " %";
            line = line.dim(first ? "" : ARROW)
                    .span(padded(glyphs.bar(length, cells), cells, glyphs), tone, Weight.PLAIN)
                    .text(" ".repeat(SHARE - percent.length()) + percent);
            first = false;
        }
        return line;
    }

    private static String padded(String text, int width, Glyphs glyphs) {
        return text + " ".repeat(Math.max(0, width - glyphs.width(text)));
    }
}
