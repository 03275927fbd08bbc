package dev.nabla.lesson.lint;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.Question;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks over a whole course that the form of an option does not tell whether it is right. Each {@link Habit} is a way
 * to guess by form. It applies to a choice question if it leaves some of the options but not all, and then guesses
 * among those left.
 *
 * <p>A habit may be right {@value #MARGIN} points more often than a blind guess among all options of the same questions:
 * in 33 % with four options each. From {@value #ENOUGH} questions on, a single one moves the rate by less than that.
 * Fewer are not judged, since chance alone would refuse a first section.
 */
final class OptionsLint {
    /** Most that a habit may gain over a blind guess, in percentage points. */
    static final int MARGIN = 8;

    /** Number of questions from which on a habit is judged, the first above 100 / {@value #MARGIN}. */
    static final int ENOUGH = 13;

    /** Most questions that a mistake names. */
    private static final int NAMED = 8;

    private static final Pattern FILLED = Pattern.compile("\\{\\{.*?}}|\\$\\w+(\\[\\w+])?");
    /** Digits of a number in a text that has not been filled. */
    private static final String NUMBER = "0.00";

    private static final List<Habit> HABITS = List.of(
            new Habit(
                    "an option without because, since or so that",
                    "give a reason in all options of a question, or in none",
                    without("because|since|so that")),
            new Habit(
                    "an option without always, never, all, none, every or only",
                    "use such words in right options as well, or in none",
                    without("always|never|all|none|every|only")),
            new Habit("the longest option", "write a longer wrong option", with(text -> -length(text))),
            new Habit("the shortest option", "write a shorter wrong option", with(OptionsLint::length)));

    private OptionsLint() {}

    /** Checks the choice questions of all lessons that have been read. */
    static void check(Course course, Mistakes mistakes) {
        List<Question> choices = course.sections().stream()
                .flatMap(section -> section.known().stream())
                .flatMap(lesson -> lesson.questions().stream())
                .filter(question -> question.kind() == AnswerType.CHOICE)
                .toList();
        HABITS.forEach(habit -> habit.check(choices, mistakes));
    }

    private static Function<List<String>, List<String>> without(String words) {
        Pattern pattern = Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE);
        return options ->
                options.stream().filter(text -> !pattern.matcher(text).find()).toList();
    }

    private static Function<List<String>, List<String>> with(ToIntFunction<String> size) {
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
    private record Habit(String pick, String cure, Function<List<String>, List<String>> leaves) {
        void check(List<Question> choices, Mistakes mistakes) {
            List<Guess> guesses = choices.stream().flatMap(this::guess).toList();
            double right = percent(guesses, Guess::right);
            double blind = percent(guesses, Guess::blind);
            if (guesses.size() < ENOUGH || right <= blind + MARGIN) {
                return;
            }
            List<Question> helped = guesses.stream()
                    .filter(guess -> guess.gain() > 0)
                    .sorted(Comparator.comparingDouble(Guess::gain).reversed())
                    .limit(NAMED)
                    .map(Guess::question)
                    .toList();
            mistakes.at(QuestionLint.place(helped.get(0)))
                    .require(
                            false,
                            "%shas options that tell by their form: picking %s is right in %.0f %% of %d questions, a blind guess in %.0f %%; %s"
                                    .formatted(others(helped), pick, right, guesses.size(), blind, cure));
        }

        private static String others(List<Question> helped) {
            return helped.stream()
                    .skip(1)
                    .map(Question::id)
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining(", "), ids -> ids.isEmpty() ? "" : "(like " + ids + ") "));
        }

        private static double percent(List<Guess> guesses, ToDoubleFunction<Guess> probability) {
            return 100 * guesses.stream().mapToDouble(probability).average().orElse(0);
        }

        private Stream<Guess> guess(Question question) {
            String right = String.join(" ", question.answer());
            List<String> options = Stream.concat(
                            Stream.of(right),
                            question.wrong().stream().map(wrong -> String.join(" ", wrong.is())))
                    .toList();
            List<String> left = leaves.apply(options);
            return left.isEmpty() || left.size() == options.size()
                    ? Stream.empty()
                    : Stream.of(new Guess(
                            question, left.contains(right) ? 1.0 / left.size() : 0, 1.0 / options.size()));
        }
    }

    /**
     * A guess in one question.
     *
     * @param question the question
     * @param right probability that it is right
     * @param blind probability that a guess among all options is right
     */
    private record Guess(Question question, double right, double blind) {
        double gain() {
            return right - blind;
        }
    }
}
