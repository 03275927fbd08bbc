package dev.nabla.lesson.question;

import dev.nabla.figure.Figure;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.FigureSettings;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.Reference;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A question with numbers in it: what is asked, and how an answer is graded.
 *
 * <p>Numbers are drawn again until no wrong answer could be taken for the right one or for another wrong one at the places
 * that are asked for, and a line of an example comes to its answer also with the rounded numbers that it shows.
 */
public final class QuestionInstance {
    private static final int MOST_DRAWS = 500;

    private final Question question;
    private final long seed;
    private final Scope scope;
    private final AnswerFormat form;
    private final String prompt;
    private final Grade grade;

    private QuestionInstance(NumberDraw draw, Scope scope) {
        this.question = draw.question();
        this.seed = draw.seed();
        this.scope = scope;
        this.form = new AnswerFormat(question.places(), question.unit(), draw.options(scope));
        List<Grade.Wrong> wrong = question.wrong().stream()
                .map(each -> new Grade.Wrong(
                        question.kind().answer(each.is(), scope, form),
                        each.misconception(),
                        Template.fill(each.reveals(), scope)))
                .toList();
        Optional<String> hint = question.hints().stream().findFirst().map(text -> Template.fill(text, scope));
        Answer right = question.kind().answer(question.answer(), scope, form);
        this.prompt = Template.fill(question.ask(), scope);
        this.grade = new Grade(right, shown(right, WorkedLineArithmetic.of(prompt)), wrong, hint);
    }

    /** The value of a line of an example with its numbers as they are shown; it may differ from the answer in further digits. */
    private static Optional<NumberAnswer> shown(Answer right, OptionalDouble value) {
        return right instanceof NumberAnswer amount && value.isPresent()
                ? Optional.of(new NumberAnswer(value.getAsDouble(), amount.form()))
                : Optional.empty();
    }

    /** Questions with the same numbers, which are those of the first. */
    static List<QuestionInstance> together(List<Question> questions, long seed, Deadline patience) {
        List<NumberDraw> draws = questions.stream()
                .map(question -> new NumberDraw(question, seed, patience))
                .toList();
        return draws.get(0).varies() ? keptApart(draws) : own(draws);
    }

    private static List<QuestionInstance> own(List<NumberDraw> draws) {
        List<QuestionInstance> variants = variants(draws, 0);
        for (QuestionInstance variant : variants) {
            variant.confused().ifPresent(answers -> {
                throw named(variant.question, BadLesson.of(answers));
            });
        }
        return variants;
    }

    private static List<QuestionInstance> keptApart(List<NumberDraw> draws) {
        for (int attempt = 0; attempt < MOST_DRAWS; attempt++) {
            try {
                List<QuestionInstance> variants = variants(draws, attempt);
                if (variants.stream().allMatch(QuestionInstance::isFair)) {
                    return variants;
                }
            } catch (BadInput bad) {
                if (bad.kind() == BadInput.Kind.USAGE) {
                    throw bad;
                } // else these numbers have no answer: draw again
            }
        }
        NumberDraw first = draws.get(0);
        throw named(
                first.question(),
                BadLesson.of("no numbers of seed " + first.seed() + " keep its answers apart; draw from more"));
    }

    private static List<QuestionInstance> variants(List<NumberDraw> draws, int attempt) {
        NumberDraw first = draws.get(0);
        Scope scope = at(first.question(), () -> first.numbers(attempt));
        return draws.stream()
                .map(draw -> at(draw.question(), () -> new QuestionInstance(draw, scope)))
                .toList();
    }

    private static <T> T at(Question question, Supplier<T> made) {
        try {
            return made.get();
        } catch (BadInput bad) {
            throw named(question, bad);
        }
    }

    private static BadInput named(Question question, BadInput bad) {
        return bad.about("question " + question.id() + ":").in(question.place());
    }

    /** True if its answers are kept apart and the numbers that are shown, rounded as they are, come to the right one. */
    private boolean isFair() {
        boolean reached = grade.shown().map(Answer::text).orElse(answer()).equals(answer());
        return reached && confused().isEmpty();
    }

    /** Two answers that a typed text could be meant for, if there are any. */
    private Optional<String> confused() {
        List<Answer> all = answers();
        if (all.stream()
                        .map(each ->
                                each instanceof VectorAnswer row ? row.values().size() : 1)
                        .distinct()
                        .count()
                > 1) {
            return Optional.of("an answer and a wrong one have different numbers of entries");
        }
        if (all.stream().anyMatch(each -> each instanceof NumberAnswer amount && amount.isTooLong())) {
            return Optional.of("an answer has more digits than a comparison counts");
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (!all.get(i).isApartFrom(all.get(j))) {
                    return Optional.of(name(i) + " (" + all.get(i).text() + ") and " + name(j) + " ("
                            + all.get(j).text() + ") cannot be told apart");
                }
            }
        }
        return Optional.empty();
    }

    private static String name(int i) {
        return i == 0 ? "the answer" : "wrong answer " + i;
    }

    /** The right answer, then the wrong ones. */
    public List<Answer> answers() {
        return Stream.concat(Stream.of(grade.right()), grade.wrong().stream().map(Grade.Wrong::answer))
                .toList();
    }

    public String id() {
        return question.id();
    }

    public long seed() {
        return seed;
    }

    public Kind kind() {
        return question.kind();
    }

    /** True if it asks for what a figure will show. */
    public boolean predicts() {
        return question.predicts();
    }

    /** The question in words. */
    public String prompt() {
        return prompt;
    }

    /** A text of the same block with its numbers put in. */
    String fill(String text, Deadline patience) {
        return Template.fill(text, scope.within(patience));
    }

    /** The options to choose from or to put in order, as the letters a, b, c go; empty for other kinds. */
    public List<String> options() {
        return form.options();
    }

    /** The kind of text to type, in a few words: {@code a number with two places or more, or an expression}. */
    public String wanted() {
        return question.kind().wanted(form);
    }

    /** The right answer as somebody who knew it would type it. */
    public String answer() {
        return grade.right().text();
    }

    /** The right answer as it is told: numbers with a true minus. */
    public String toldAnswer() {
        return kind().isNumeric() ? Decimal.typeset(answer()) : answer();
    }

    /** The first a question back, the last the worked step: of a line with a gap the whole of it. */
    public List<String> hints() {
        return hints(now());
    }

    private List<String> hints(Scope numbers) {
        Stream<String> written = question.hints().stream().map(hint -> Template.fill(hint, numbers));
        Stream<String> line = prompt.contains(WorkedExample.GAP)
                ? Stream.of(prompt.replace(WorkedExample.GAP, Decimal.typeset(answer())))
                : Stream.empty();
        return Stream.concat(written, line).toList();
    }

    /** The solution with its numbers, a line a step. */
    public List<String> steps() {
        return steps(now());
    }

    private List<String> steps(Scope numbers) {
        Question.Worked worked = question.worked();
        return worked.figure().map(figure -> stepsOf(figure, numbers)).orElseGet(() -> worked.steps().stream()
                .map(step -> Template.fill(step, numbers))
                .toList());
    }

    /** The numbers, and patience anew: whoever asks later has waited for nothing yet. */
    private Scope now() {
        return scope.within(Deadline.of(Deadline.A_DRAW));
    }

    /** The steps of a figure and its settings, written {@code dot a=$a b=$b}. */
    private static List<String> stepsOf(String written, Scope numbers) {
        if (written.length() > NumberFormula.LONGEST) {
            throw BadLesson.of("worked is longer than " + NumberFormula.LONGEST + " characters; name parts of it");
        }
        numbers.patience().spend();
        String text = written.strip();
        String name = text.split("\\s+", 2)[0];
        Map<String, String> settings = new LinkedHashMap<>();
        int end = Reference.settings(text, name.length(), settings);
        if (end < text.length()) {
            throw BadLesson.of("'" + text.substring(end) + "' is not knob=value");
        }
        return steps(Figures.named(name), numbers.filled(settings));
    }

    private static <M extends Record> List<String> steps(Figure<M> figure, Map<String, String> settings) {
        return figure.steps(FigureSettings.of(figure, figure.start(), settings));
    }

    /** Everything that is said in words, numbers put in, within a patience that other questions have a share in. */
    public List<String> texts(Deadline patience) {
        Scope numbers = scope.within(patience);
        return Stream.of(
                        List.of(prompt),
                        options(),
                        hints(numbers),
                        steps(numbers),
                        grade.wrong().stream().map(Grade.Wrong::reveals).toList())
                .flatMap(List::stream)
                .toList();
    }

    /** Grades a typed answer. */
    public Verdict grade(String typed) {
        return grade.of(typed);
    }
}
