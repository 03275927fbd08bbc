package dev.nabla.lesson.lint;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Template;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.lesson.question.Answer;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.NumberAnswer;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that nothing on the road tells the answer to a guess before it is asked: no page before it, nor its own figure
 * while the guess is open, nor the same figure before it. A page must not say the right option of any other question
 * word for word.
 *
 * <p>A sentence tells an option if it shares {@value #GUESS_WORDS} words more with it than with any wrong one, or
 * {@value #QUESTION_WORDS} if the question is no guess; a row of a figure is a sentence. Articles, prepositions and the
 * words of the prompt do not count. By chance the guesses of the course share up to 2 words with a sentence, and the
 * other questions up to 3.
 *
 * <p>A number is told if it is printed with as many decimals as are asked for. Numbers of a single digit, and whole
 * ones of two, stand everywhere and do not count. Settings that a figure takes after a guess are not tried, since they
 * may train a model.
 */
final class ToldLint {
    private static final int GUESS_WORDS = 3;
    private static final int QUESTION_WORDS = 4;

    /** The least size at which all figures have room for all their numbers. */
    private static final Size LARGE = new Size(120, 60);

    private static final Set<String> SMALL =
            Set.of("a an the of to in on at by for with and or but it its is are was be been as that this than then so"
                    .split(" "));
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern ENDING = Pattern.compile("(?<=...)(ing|ed|es|s|e)$");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!:;])\\s+");
    private static final Pattern PLACES = Pattern.compile(":\\d(?=}})");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

    private final Lesson lesson;
    private final Mistakes mistakes;
    private final Deadline patience = Deadline.of(Deadline.A_LESSON);

    /** The pages and figures before the next station. */
    private final List<Place> pages = new ArrayList<>();

    private final List<FigureState<?>> figures = new ArrayList<>();

    private ToldLint(Lesson lesson, Mistakes mistakes) {
        this.lesson = lesson;
        this.mistakes = mistakes;
    }

    static void check(Lesson lesson, Mistakes mistakes) {
        ToldLint lint = new ToldLint(lesson, mistakes);
        lesson.road().forEach(lint::pass);
    }

    private void pass(Station station) {
        switch (station.kind()) {
            case READ -> pages.add(Place.page(station.index(), lesson.pages().get(station.index())));
            case PLAY -> figures.add(lesson.figures().get(station.index()));
            case GUESS -> guess(lesson.questions().get(station.index()));
            case QUESTIONS -> lesson.plainQuestions().forEach(this::question);
            default -> {} // nothing is asked there, or nothing comes after it
        }
    }

    private void guess(Question question) {
        List<Place> places = new ArrayList<>(pages);
        lesson.guessedFigure(question).ifPresent(live -> {
            figures.stream()
                    .filter(earlier ->
                            earlier.figure().id().equals(live.figure().id()))
                    .forEach(earlier -> places.add(Place.figure(earlier)));
            List<String> hides = question.play().map(Question.Play::hides).orElse(List.of());
            places.add(Place.figure(live.guessing(new Guess(hides, Optional.empty(), false))));
        });
        QuestionInstance asked = question.draw(0, patience);
        require(question, words(asked, places, GUESS_WORDS).or(() -> numbers(asked, places)));
    }

    private void question(Question question) {
        require(question, words(question.draw(0, patience), pages, QUESTION_WORDS));
    }

    private void require(Question question, Optional<String> told) {
        Mistakes here = mistakes.at(QuestionLint.place(question));
        String cure = question.predicts() ? "ask first and tell after it" : "say the option in other words";
        here.require(
                told.isEmpty() || question.told(),
                "is told before it is asked: " + told.orElse("") + "; " + cure
                        + ", or write told: yes if that is meant");
        here.require(
                told.isPresent() || !question.told(),
                "says told: yes, but nothing before it tells its answer; leave it out");
    }

    /** Returns which place says the right option, and in which words. */
    private static Optional<String> words(QuestionInstance asked, List<Place> places, int most) {
        if (asked.question().kind() != AnswerType.CHOICE) {
            return Optional.empty();
        }
        Set<String> prompt = stems(asked.prompt()).keySet();
        List<Map<String, String>> options =
                asked.answers().stream().map(option -> stems(option.text())).toList();
        options.forEach(option -> option.keySet().removeAll(prompt));
        for (Place place : places) {
            for (String sentence : place.sentences()) {
                Set<String> said = stems(sentence).keySet();
                List<List<String>> shared =
                        options.stream().map(option -> shared(option, said)).toList();
                int wrong = shared.stream().skip(1).mapToInt(List::size).max().orElse(0);
                if (shared.get(0).size() - wrong >= most) {
                    return Optional.of(
                            place.name() + " shares '" + String.join(", ", shared.get(0)) + "' with the right option");
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> shared(Map<String, String> option, Collection<String> said) {
        return option.entrySet().stream()
                .filter(word -> said.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the words that count, each by what is left of it without its ending. */
    private static Map<String, String> stems(String text) {
        Map<String, String> stems = new LinkedHashMap<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !SMALL.contains(word))
                .forEach(word -> stems.putIfAbsent(ENDING.matcher(word).replaceFirst(""), word));
        return stems;
    }

    /** Returns which place prints all numbers of the right answer but those of the prompt and of wrong answers. */
    private static Optional<String> numbers(QuestionInstance asked, List<Place> places) {
        int decimals = asked.question().places();
        Place known = Place.of(
                "",
                Stream.concat(
                                Stream.of(asked.prompt()),
                                asked.answers().stream().skip(1).map(Answer::text))
                        .toList());
        List<Double> numbers =
                values(asked).filter(x -> known.prints(x, 0).isEmpty()).toList();
        return places.stream()
                .filter(place -> !numbers.isEmpty())
                .filter(place ->
                        numbers.stream().allMatch(x -> place.prints(x, decimals).isPresent()))
                .map(place -> place.name() + " prints "
                        + numbers.stream()
                                .flatMap(x -> place.prints(x, decimals).stream())
                                .collect(Collectors.joining(" and ")))
                .findFirst();
    }

    /** Returns the numbers of the right answer, in an option with the digits that it rounds away. */
    private static Stream<Double> values(QuestionInstance asked) {
        if (asked.question().kind().isNumeric()) {
            return asked.numbers().stream().map(NumberAnswer::value);
        }
        String option = String.join(" ", asked.question().answer());
        return numbers(Template.fill(PLACES.matcher(option).replaceAll(""), asked.scope())).stream()
                .map(Double::valueOf);
    }

    /** Returns the printed numbers that rarely match by chance. */
    private static List<String> numbers(String text) {
        return ProseLint.printed(THOUSANDS.matcher(text).replaceAll("")).stream()
                .filter(number -> number.length() > 2)
                .toList();
    }

    /**
     * What a learner has seen before a question.
     *
     * @param name what it is, in words
     * @param sentences its sentences, or the rows of a figure
     * @param numbers numbers that it prints
     */
    private record Place(String name, List<String> sentences, List<String> numbers) {
        static Place page(int page, List<Block> blocks) {
            return of(
                    "page " + (page + 1),
                    blocks.stream()
                            .flatMap(block -> Arrays.stream(SENTENCE.split(block.prose())))
                            .toList());
        }

        static Place figure(FigureState<?> live) {
            return of(
                    "figure " + live.figure().id(),
                    live.view(LARGE, Font.of(Glyphs.BRAILLE)).rows());
        }

        private static Place of(String name, List<String> sentences) {
            return new Place(name, sentences, ToldLint.numbers(String.join("\n", sentences)));
        }

        /** Returns how it prints a number with at least so many decimals; empty if it does not. */
        Optional<String> prints(double x, int decimals) {
            return numbers.stream()
                    .filter(printed -> new BigDecimal(printed).scale() >= decimals && ProseLint.rounds(x, printed))
                    .findFirst();
        }
    }
}
