package dev.nabla.lesson.lint;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.lesson.question.Question;
import java.util.ArrayList;
import java.util.List;

/** Checks that a lesson can be read: required parts exist, pages fit, and the reading time is right. */
record PageLint(String file, Lesson lesson, Mistakes mistakes) {
    private static final int FEWEST_GOALS = 2;
    /** Largest accepted difference between the stated minutes and the {@link ReadingTime}. */
    private static final double MINUTES_OFF = 0.75;

    /** Rows that a page of text may take in a terminal of 80×24; {@link #COLUMNS} are its columns. */
    private static final int ROWS = 18;

    private static final int COLUMNS = 70;

    /**
     * Checks block by block. A page ends at a figure, a break or an exercise; guesses and worked examples are not part
     * of it.
     */
    void read() {
        List<Block> page = new ArrayList<>();
        int first = 1;
        for (int i = 0; i < lesson.blocks().size(); i++) {
            Block block = lesson.blocks().get(i);
            int line = lesson.lines().get(i);
            block(at(line), block);
            if (block instanceof Block.FigureBlock || block instanceof Block.Break || isExercise(block)) {
                page(at(first), page);
                page.clear();
            } else if (!(block instanceof Block.QuestionBlock || block instanceof Block.Steps)) {
                first = page.isEmpty() ? line : first;
                page.add(block);
            }
        }
        page(at(first), page);
        whole(at(1));
    }

    private static boolean isExercise(Block block) {
        return block instanceof Block.Aim
                || block instanceof Block.QuestionBlock asked
                        && !asked.question().predicts();
    }

    private Mistakes at(int line) {
        return mistakes.at(file + ":" + line + ":");
    }

    private static void block(Mistakes here, Block block) {
        here.drawable(block instanceof Block.Heading heading ? heading.text() : prose(block));
        if (block instanceof Block.FormulaBlock formula) {
            for (String line : formula.lines()) {
                here.drawable(line);
                here.require(
                        Glyphs.ASCII.width("  " + line) <= ProseLayout.WIDEST,
                        "has a formula that does not fit 80 columns: " + line);
            }
        }
    }

    static String prose(Block block) {
        Line text = block instanceof Block.Paragraph paragraph
                ? paragraph.text()
                : block instanceof Block.BulletItem item ? item.text() : Line.EMPTY;
        return text.plain();
    }

    private static void page(Mistakes here, List<Block> blocks) {
        int rows = new ProseLayout(COLUMNS, Glyphs.BRAILLE).rows(blocks);
        here.require(rows <= ROWS, "takes " + rows + " rows, more than " + ROWS + "; write *** where a page may end");
    }

    /** Checks the number of goals, that there is a prediction, and the minutes against the reading time. */
    private void whole(Mistakes here) {
        int goals = lesson.goals().size();
        here.require(goals >= FEWEST_GOALS, "has " + goals + " goals; write " + FEWEST_GOALS + " or more");
        here.require(
                lesson.questions().stream().anyMatch(Question::predicts),
                "has no question to predict from; give one 'predict: yes'");
        ReadingTime time = ReadingTime.of(lesson);
        here.require(
                lesson.minutes() == time.rounded() || Math.abs(lesson.minutes() - time.minutes()) <= MINUTES_OFF,
                "says 'minutes: " + lesson.minutes() + "', but " + time + " take about " + time.rounded());
    }
}
