package dev.nabla.lesson.lint;

import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.lesson.question.Question;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Checks that a question can be answered outside its section. A review asks it days later: a guess together with its
 * figure, any other question alone. In text mode no figure is drawn.
 */
record PromptLint(Lesson lesson, Mistakes mistakes) {
    /** Words for parts of a drawing. */
    private static final Pattern DRAWN =
            words("(?:(?:the|its|a|this) )?(?:rings?|rulers?|ghosts?|sliders?|screen)|the bars? of");

    /** Words that mean something outside the question. */
    private static final Pattern ELSEWHERE = words(
            "here|(?:the|its) first step"
                    + "|(?:this|the|that) (?:figure|picture|plane|drawing|plot)|this (?:ball|bowl|curve|graph|model|run|table)");

    /** A number in a prompt: typed, drawn or computed. */
    private static final Pattern NUMBER = Pattern.compile("\\{\\{[^{}]*}}|\\$\\w+(?:\\[[^]]*])*|\\d+(?:\\.\\d+)?");

    /** Least number of numbers that take the place of a figure: what is given, and what is done to it. */
    private static final int FEWEST_NUMBERS = 2;

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    void check() {
        lesson.questions().forEach(this::check);
    }

    private void check(Question question) {
        Mistakes here = mistakes.at(QuestionLint.place(question));
        first(
                DRAWN,
                question,
                word -> here.require(
                        false,
                        "says '" + word + "', which text mode does not draw; name the number or the thing itself"));
        boolean isAlone = lesson.guessedFigure(question).isEmpty();
        if (isAlone && NUMBER.matcher(question.ask()).results().count() < FEWEST_NUMBERS) {
            first(
                    ELSEWHERE,
                    question,
                    word -> here.require(
                            false,
                            "says '" + word
                                    + "', but a review asks it without a figure; say what is meant, with its numbers,"
                                    + " or write predict: yes and the figure"));
        }
    }

    private static void first(Pattern words, Question question, Consumer<String> found) {
        words.matcher(question.ask())
                .results()
                .findFirst()
                .map(MatchResult::group)
                .ifPresent(found);
    }
}
