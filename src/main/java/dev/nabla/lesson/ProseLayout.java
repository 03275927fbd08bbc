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
 * A column of text that lays out the blocks of a lesson from top to bottom. Figures are not laid out here.
 *
 * @param width width of the column in cells, from 1 to {@link #WIDEST}; other values are moved into this range
 * @param glyphs glyph level, which decides how wide a character beyond ASCII is
 */
public record ProseLayout(int width, Glyphs glyphs) {
    /** Largest width in cells; longer lines are hard to read. */
    public static final int WIDEST = 72;

    private static final String INDENT = "  ";
    /** Sign before the answer of a worked line. */
    private static final String EQUALS = " = ";

    public ProseLayout {
        width = Math.max(1, Math.min(WIDEST, width));
    }

    /** Returns whether two blocks follow each other without an empty row, as items of a list do. */
    public static boolean isClose(Block above, Block below) {
        return above instanceof Block.BulletItem && below instanceof Block.BulletItem;
    }

    /** Returns the number of rows that the blocks take, with the empty rows between them. */
    public int rows(List<Block> blocks) {
        int rows = 0;
        for (int i = 0; i < blocks.size(); i++) {
            rows += lines(blocks.get(i)).size();
            rows += i > 0 && !isClose(blocks.get(i - 1), blocks.get(i)) ? 1 : 0;
        }
        return rows;
    }

    /** Returns the lines of a block; empty for a figure and a page break. */
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

    /** Returns the lines as they were written; wraps those that are too wide. */
    private List<Line> formula(Block.FormulaBlock formula) {
        List<Line> lines = new ArrayList<>();
        for (String written : formula.lines()) {
            Line line = Line.EMPTY.span("  " + written, Tone.FIRST, Weight.PLAIN);
            lines.addAll(glyphs.width(line) <= width ? List.of(line) : Wrap.lines(line, width, glyphs));
        }
        return lines;
    }

    /**
     * Returns the lines of a worked example. Aligns the equals signs if all lines then fit the width.
     *
     * @param blanks number of answers, counted from the end, that the learner fills in
     * @param right number of these that are answered
     */
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

    /** Returns the column of the equals sign before the answer, in cells; 0 if the line has none there. */
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

    private List<Line> question(QuestionInstance question) {
        List<Line> lines = new ArrayList<>(hang(Line.EMPTY.dim(question.id() + "  "), Line.of(question.prompt())));
        for (int i = 0; i < question.options().size(); i++) {
            String letter = " ".repeat(question.id().length() + 2) + (char) ('a' + i) + "  ";
            lines.addAll(hang(Line.EMPTY.dim(letter), Line.of(question.options().get(i))));
        }
        return lines;
    }

    /** Returns the lines of a text beside a mark; further lines are indented by the width of the mark. */
    private List<Line> hang(Line mark, Line text) {
        return Wrap.hanging(mark, text, width, glyphs);
    }
}
