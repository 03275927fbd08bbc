package dev.nabla.lesson.lint;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.question.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks a lesson as a page to read: nothing is missing, all fits, and reading takes as long as it says. */
final class PageLint {
    private static final int FEWEST_GOALS = 2;
    private static final int WORDS_A_MINUTE = 200;
    /** So far may the minutes be from the count of words. */
    private static final double MINUTES_OFF = 0.75;

    /** Rows that a text between two headings may take of a terminal of 80x24. */
    private static final int ROWS = 18;

    private final Mistakes mistakes;

    PageLint(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void lesson(String file, Lesson lesson) {
        for (int i = 0; i < lesson.blocks().size(); i++) {
            block(file + ":" + lesson.lines().get(i), lesson.blocks().get(i));
        }
        screenfuls(file, lesson);
        whole(file + ":1:", lesson);
    }

    private void block(String place, Block block) {
        if (block instanceof Block.Formula formula) {
            formula.lines().forEach(line -> formula(place, line));
        }
        mistakes.drawable(place, block instanceof Block.Heading heading ? heading.text() : prose(block));
    }

    private static String prose(Block block) {
        Line text = block instanceof Block.Paragraph paragraph
                ? paragraph.text()
                : block instanceof Block.Item item ? item.text() : Line.EMPTY;
        return text.plain();
    }

    private void formula(String place, String line) {
        mistakes.drawable(place, line);
        int width = Glyphs.ASCII.width("  " + line);
        mistakes.require(
                width <= ProseLayout.WIDEST, place + ":", "has a formula that does not fit 80 columns: " + line);
    }

    /** From each heading to the next, questions aside, which are asked one at a time. */
    private void screenfuls(String file, Lesson lesson) {
        List<Block> screenful = new ArrayList<>();
        int first = 1;
        for (int i = 0; i < lesson.blocks().size(); i++) {
            Block block = lesson.blocks().get(i);
            if (block instanceof Block.Heading) {
                screenful(file + ":" + first + ":", screenful);
                screenful.clear();
                first = lesson.lines().get(i);
            }
            if (!(block instanceof Block.Ask)) {
                screenful.add(block);
            }
        }
        screenful(file + ":" + first + ":", screenful);
    }

    private void screenful(String place, List<Block> blocks) {
        int rows = new ProseLayout(ProseLayout.WIDEST, Glyphs.BRAILLE).rows(blocks);
        mistakes.require(rows <= ROWS, place, "takes " + rows + " rows; put a heading after " + ROWS);
    }

    /** Goals, a prediction, and as many minutes as the words take. */
    private void whole(String place, Lesson lesson) {
        int goals = lesson.goals().size();
        mistakes.require(goals >= FEWEST_GOALS, place, "has " + goals + " goals; write " + FEWEST_GOALS + " or more");
        mistakes.require(
                lesson.questions().stream().anyMatch(Question::predicts),
                place,
                "has no question to predict from; give one 'predict: yes'");
        long words = lesson.blocks().stream().mapToLong(PageLint::words).sum();
        double exact = (double) words / WORDS_A_MINUTE;
        long minutes = Math.max(1, Math.round(exact));
        mistakes.require(
                lesson.minutes() == minutes || Math.abs(lesson.minutes() - exact) <= MINUTES_OFF,
                place,
                "says 'minutes: " + lesson.minutes() + "', but " + words + " words of prose take about " + minutes);
    }

    private static long words(Block block) {
        return Arrays.stream(prose(block).split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }
}
