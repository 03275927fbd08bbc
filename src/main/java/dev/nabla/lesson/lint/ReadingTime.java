package dev.nabla.lesson.lint;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import java.util.List;

/**
 * How long the pages of a lesson take to read: {@code words/180 + numbers/40 + formulas/8} minutes. 1,000 words alone
 * take 5.6 minutes.
 *
 * @param words words of text without digits and signs
 * @param numbers words of text with a digit or a mathematical sign, like {@code 0.24} or {@code a·b=1}
 * @param formulas lines that are formulas
 */
record ReadingTime(int words, int numbers, int formulas) {
    /** Explanations are read more slowly than a story, at 240 words a minute. */
    private static final double WORDS_A_MINUTE = 180;

    /** A number is compared with one that came before. */
    private static final double NUMBERS_A_MINUTE = 40;

    /** A formula of six or seven terms is read sign by sign. */
    private static final double FORMULAS_A_MINUTE = 8;

    static ReadingTime of(Lesson lesson) {
        int words = 0;
        int numbers = 0;
        int formulas = 0;
        for (Block block : lesson.blocks()) {
            for (String word : PageLint.prose(block).split("\\s+")) {
                boolean isNumber = word.codePoints().anyMatch(ReadingTime::isMathematical);
                numbers += isNumber ? 1 : 0;
                words += !isNumber && word.codePoints().anyMatch(Character::isLetter) ? 1 : 0;
            }
            List<String> lines = block instanceof Block.FormulaBlock formula ? formula.lines() : List.of();
            formulas += (int) lines.stream().filter(line -> !line.isBlank()).count();
        }
        return new ReadingTime(words, numbers, formulas);
    }

    private static boolean isMathematical(int sign) {
        return Character.isDigit(sign) || Character.getType(sign) == Character.MATH_SYMBOL;
    }

    double minutes() {
        return words / WORDS_A_MINUTE + numbers / NUMBERS_A_MINUTE + formulas / FORMULAS_A_MINUTE;
    }

    /** Returns the time as it is written in a lesson: whole minutes, at least 1. */
    int rounded() {
        return (int) Math.max(1, Math.round(minutes()));
    }

    @Override
    public String toString() {
        return WorkedSteps.count(words, "word") + ", " + WorkedSteps.count(numbers, "number") + " and "
                + WorkedSteps.count(formulas, "formula");
    }
}
