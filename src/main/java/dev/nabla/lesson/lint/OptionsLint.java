package dev.nabla.lesson.lint;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.Question;
import dev.nabla.math.Decimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks over a whole course that the form of an option does not tell whether it is right. Each {@link Habit} is a way
 * to guess by form. It applies to a choice question if it leaves some of the options but not all, and then guesses
 * among those left.
 *
 * <p>A habit may be right {@value #MARGIN} times in a hundred questions more than a blind guess among all their
 * options, so 33 times with four options each. It may always be right {@value #FEW} times more: of four options each,
 * the longest is right in all of 3 questions once in 64 courses by chance.
 */
final class OptionsLint {
    /** Right guesses that a habit may have beyond those of a blind guess, in a hundred questions. */
    private static final int MARGIN = 8;

    /** Right guesses that a habit may have beyond those of a blind guess, in any number of questions. */
    private static final int FEW = 2;

    /** Most questions that a mistake names. */
    private static final int NAMED = 8;

    private static final Pattern FILLED = Pattern.compile("\\{\\{.*?}}|\\$\\w+(\\[\\w+])?");
    /** Stands for a number in a text that has not been filled. */
    private static final String NUMBER = "0.00";

    private static final Predicate<String> GIVES_REASON = word("because|since|so that");
    private static final Predicate<String> ABSOLUTE = word("always|never|all|none|every|only");
    private static final Predicate<String> GOES_ON = Pattern.compile("[,;:] ").asPredicate();

    private static final List<Habit> HABITS = List.of(
            new Habit(
                    "an option without because, since or so that",
                    "give a reason in all options of a question, or in none",
                    having(GIVES_REASON.negate())),
            new Habit(
                    "an option with because, since or so that",
                    "give a reason in all options of a question, or in none",
                    having(GIVES_REASON)),
            new Habit(
                    "an option without always, never, all, none, every or only",
                    "use such words in right options as well, or in none",
                    having(ABSOLUTE.negate())),
            new Habit(
                    "an option that ends before a comma, semicolon or colon",
                    "let wrong options end there as well, or right ones go on",
                    having(GOES_ON.negate())),
            new Habit("the longest option", "write a longer wrong option", least(text -> -length(text))),
            new Habit("the shortest option", "write a shorter wrong option", least(OptionsLint::length)));

    private OptionsLint() {}

    /** Checks the choice questions of all lessons that have been read. */
    static void check(Course course, Mistakes mistakes) {
        scores(course).forEach(score -> score.check(mistakes));
    }

    /** Returns how often each habit is right. */
    static List<Score> scores(Course course) {
        List<Question> choices = course.sections().stream()
                .flatMap(section -> section.known().stream())
                .flatMap(lesson -> lesson.questions().stream())
                .filter(question -> question.kind() == AnswerType.CHOICE)
                .toList();
        return HABITS.stream().map(habit -> habit.score(choices)).toList();
    }

    private static Predicate<String> word(String words) {
        return Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE)
                .asPredicate();
    }

    private static UnaryOperator<List<String>> having(Predicate<String> form) {
        return options -> options.stream().filter(form).toList();
    }

    private static UnaryOperator<List<String>> least(ToIntFunction<String> size) {
        return options -> {
            int least = options.stream().mapToInt(size).min().orElseThrow();
            return options.stream()
                    .filter(text -> size.applyAsInt(text) == least)
                    .toList();
        };
    }

    private static int length(String text) {
        return FILLED.matcher(text).replaceAll(NUMBER).length();
    }

    /**
     * A way to guess by the form of the options.
     *
     * @param pick what the reader picks, in words
     * @param cure what the author can do against it
     * @param leaves returns which of the options it leaves to guess among
     */
    private record Habit(String pick, String cure, UnaryOperator<List<String>> leaves) {
        Score score(List<Question> choices) {
            return new Score(this, choices.stream().flatMap(this::guess).toList());
        }

        private Stream<FormGuess> guess(Question question) {
            String right = String.join(" ", question.answer());
            List<String> options = Stream.concat(
                            Stream.of(right), question.wrong().stream().map(wrong -> String.join(" ", wrong.is())))
                    .toList();
            List<String> left = leaves.apply(options);
            return left.isEmpty() || left.size() == options.size()
                    ? Stream.empty()
                    : Stream.of(new FormGuess(
                            question, left.contains(right) ? 1.0 / left.size() : 0, 1.0 / options.size()));
        }
    }

    /**
     * How often a habit is right.
     *
     * @param habit the habit
     * @param guesses one for each question to which it applies
     */
    record Score(Habit habit, List<FormGuess> guesses) {
        /** Returns in how many percent of its questions the habit is right; 0 if there are none. */
        double right() {
            return percent(FormGuess::right);
        }

        /** Returns in how many percent of the same questions a guess among all options is right. */
        double blind() {
            return percent(FormGuess::blind);
        }

        private double percent(ToDoubleFunction<FormGuess> probability) {
            return 100 * guesses.stream().mapToDouble(probability).average().orElse(0);
        }

        void check(Mistakes mistakes) {
            double surplus = guesses.stream().mapToDouble(FormGuess::surplus).sum();
            if (surplus <= Math.max(FEW, guesses.size() * MARGIN / 100.0)) {
                return;
            }
            List<Question> helped = guesses.stream()
                    .filter(guess -> guess.surplus() > 0)
                    .sorted(Comparator.comparingDouble(FormGuess::surplus).reversed())
                    .limit(NAMED)
                    .map(FormGuess::question)
                    .toList();
            String others = helped.stream().skip(1).map(Question::id).collect(Collectors.joining(", "));
            mistakes.at(QuestionLint.place(helped.get(0)))
                    .require(
                            false,
                            "tells by form which option is right, like " + others + ": picking " + habit.pick()
                                    + " is right in " + Decimal.fixed(right(), 0) + " % of " + guesses.size()
                                    + " questions, a blind guess in " + Decimal.fixed(blind(), 0) + " %; "
                                    + habit.cure());
        }
    }

    /**
     * A guess in one question.
     *
     * @param question the question
     * @param right probability that it is right
     * @param blind probability that a guess among all options is right
     */
    private record FormGuess(Question question, double right, double blind) {
        double surplus() {
            return right - blind;
        }
    }
}
