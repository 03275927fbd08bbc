package dev.nabla.lesson;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.WorkedExample.Solution;
import java.util.ArrayList;
import java.util.List;

/**
 * A column in which a lesson is set, from top to bottom; figures are not set, they are drawn.
 *
 * @param width cells that a line may take, at most {@link #WIDEST} of which are used
 * @param glyphs how letters beyond ASCII are written, which decides how wide they are
 */
public record ProseLayout(int width, Glyphs glyphs) {
    /** Longer lines are hard to read. */
    public static final int WIDEST = 72;

    private static final String INDENT = "  ";
    /** Before the answer of a worked line. */
    private static final String EQUALS = " = ";

    public ProseLayout {
        width = Math.max(1, Math.min(WIDEST, width));
    }

    /** True if no row is left free between two blocks: items of a list stand close. */
    public static boolean isClose(Block above, Block below) {
        return above instanceof Block.BulletItem && below instanceof Block.BulletItem;
    }

    /** How many rows the blocks take, free ones between them included. */
    public int rows(List<Block> blocks) {
        int rows = 0;
        for (int i = 0; i < blocks.size(); i++) {
            rows += lines(blocks.get(i)).size();
            rows += i > 0 && !isClose(blocks.get(i - 1), blocks.get(i)) ? 1 : 0;
        }
        return rows;
    }

    /** The lines of one block; none for a figure. */
    public List<Line> lines(Block block) {
        if (block instanceof Block.Heading heading) {
            return Wrap.lines(Line.EMPTY.span(heading.text(), Tone.TEXT, Weight.BOLD), width, glyphs);
        } else if (block instanceof Block.Paragraph paragraph) {
            return Wrap.lines(paragraph.text(), width, glyphs);
        } else if (block instanceof Block.BulletItem item) {
            return hang(Line.of("• "), item.text());
        } else if (block instanceof Block.FormulaBlock formula) {
            return formula(formula);
        } else if (block instanceof Block.Steps steps) {
            return steps(steps.example().draw(0), 0, 0);
        } else if (block instanceof Block.QuestionBlock ask) {
            return question(ask.question().draw(0));
        } else if (block instanceof Block.Aim aim) {
            return hang(Line.EMPTY.dim("goal  "), Line.of(aim.goal().ask()));
        }
        return List.of();
    }

    /** As it was written where it fits, broken where it does not. */
    private List<Line> formula(Block.FormulaBlock formula) {
        List<Line> lines = new ArrayList<>();
        for (String written : formula.lines()) {
            Line line = Line.EMPTY.span("  " + written, Tone.FIRST, Weight.PLAIN);
            lines.addAll(glyphs.width(line) <= width ? List.of(line) : Wrap.lines(line, width, glyphs));
        }
        return lines;
    }

    /** A worked example with so many of its blanks filled in, its results below each other where there is room. */
    public List<Line> steps(Solution solution, int blanks, int right) {
        List<Line> lines = new ArrayList<>(Wrap.lines(Line.of(solution.prompt()), width, glyphs));
        lines.add(Line.EMPTY);
        int column = 0;
        int longest = 0;
        for (Line step : solution.lines(0, 0)) {
            column = Math.max(column, sign(step));
            longest = Math.max(longest, glyphs.width(step) - sign(step));
        }
        boolean room = INDENT.length() + column + longest <= width;
        for (Line step : solution.lines(blanks, right)) {
            int sign = sign(step);
            lines.addAll(room && sign > 0 ? List.of(apart(step, sign, column)) : hang(Line.of(INDENT), step));
        }
        return lines;
    }

    /** Where the sign before the answer stands; 0 in a line that has none there. */
    private int sign(Line step) {
        String words = step.spans().get(0).text();
        return words.endsWith(EQUALS) ? glyphs.width(words.substring(0, words.length() - EQUALS.length())) : 0;
    }

    private static Line apart(Line step, int sign, int column) {
        List<Line.Span> spans = new ArrayList<>(step.spans());
        Line.Span words = spans.remove(0);
        String before = INDENT + words.text().substring(0, words.text().length() - EQUALS.length());
        spans.add(0, new Line.Span(before + " ".repeat(column - sign) + EQUALS, words.tone(), words.weight()));
        return new Line(spans);
    }

    private List<Line> question(QuestionInstance asked) {
        List<Line> lines = new ArrayList<>(hang(Line.EMPTY.dim(asked.id() + "  "), Line.of(asked.prompt())));
        for (int i = 0; i < asked.options().size(); i++) {
            String letter = " ".repeat(asked.id().length() + 2) + (char) ('a' + i) + "  ";
            lines.addAll(hang(Line.EMPTY.dim(letter), Line.of(asked.options().get(i))));
        }
        return lines;
    }

    /** A mark, and the text beside it. */
    private List<Line> hang(Line mark, Line text) {
        return Wrap.hanging(mark, text, width, glyphs);
    }
}
