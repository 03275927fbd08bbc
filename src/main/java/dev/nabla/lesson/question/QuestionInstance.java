package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.Reference;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A question with its numbers filled in, ready to ask and to grade.
 *
 * <p>Numbers are drawn again if two of the answers could be confused at the places asked for. They are also drawn again
 * if a worked line does not give its answer with the rounded numbers that it shows.
 *
 * @param question the question as its lesson states it
 * @param seed seed of its numbers
 * @param scope its numbers
 * @param form form that an answer must have
 * @param prompt text of the question
 * @param grade rules for the right answer and the known wrong ones
 */
public record QuestionInstance(
        Question question, long seed, Scope scope, AnswerFormat form, String prompt, Grade grade) {
    private static final int MOST_DRAWS = 500;

    private static QuestionInstance of(Question question, long seed, Scope scope) {
        AnswerFormat form = new AnswerFormat(
                question.places(),
                question.unit(),
                question.counts(),
                question.options(seed, scope),
                question.within(),
                question.enough(),
                0,
                false);
        Answer right = question.kind().answer(question.answer(), scope, form);
        List<Grade.KnownWrong> wrong = question.wrong().stream()
                .map(each -> new Grade.KnownWrong(
                        each.when().isEmpty()
                                ? question.kind().answer(each.is(), scope, form.withAllDigits())
                                : new RegionAnswer(each.when(), scope, right),
                        each.misconception(),
                        Template.fill(each.reveals(), scope)))
                .toList();
        Optional<String> hint = question.hints().stream().findFirst().map(text -> Template.fill(text, scope));
        // Judges once now, so that a mistake in a condition is reported here and not to a learner.
        wrong.stream()
                .map(Grade.KnownWrong::answer)
                .filter(RegionAnswer.class::isInstance)
                .forEach(each -> each.judge(right.text()));
        String prompt = Template.fill(question.ask(), scope);
        // The value computed from the numbers as shown may differ from the answer in further digits.
        Optional<NumberAnswer> reached = question.arithmetic().map(sum -> new NumberAnswer(sum.value(scope), form));
        Grade grade = new Grade(right, reached, wrong, () -> atStart(question, scope, form, right), hint);
        return new QuestionInstance(question, seed, scope, form, prompt, grade);
    }

    /**
     * Returns what the answer would be for the numbers that its figure opens with. Returns empty if the answer is not a
     * fact of a figure, or these numbers give the right answer or one of a single digit, which may be a coincidence.
     */
    private static Optional<Answer> atStart(Question question, Scope scope, AnswerFormat form, Answer right) {
        if (!question.kind().isNumeric() || question.predicts()) {
            return Optional.empty();
        }
        return NumberFormula.atFigureStart(String.join(",", question.answer()))
                .flatMap(formula -> values(formula, scope))
                .filter(values -> form.places() > 0 || values.norm() >= 10)
                .map(values -> numeric(question.kind(), values, form.withAllDigits()))
                .filter(answer -> size(answer) == size(right) && right.isApartFrom(answer));
    }

    /** Returns the values of a formula; empty if they do not exist, such as the cosine of a zero vector. */
    private static Optional<Vector> values(NumberFormula formula, Scope scope) {
        try {
            return Optional.of(formula.values(scope.within(Deadline.of(Deadline.A_LESSON))));
        } catch (BadInput none) {
            return Optional.empty();
        }
    }

    private static Answer numeric(AnswerType kind, Vector values, AnswerFormat form) {
        return kind == AnswerType.VECTOR ? new VectorAnswer(values, form) : new NumberAnswer(values.get(0), form);
    }

    /** Draws several questions over the numbers of the first. */
    static List<QuestionInstance> drawTogether(List<Question> questions, long seed, Deadline patience) {
        Question first = questions.get(0);
        boolean varies = seed != 0 && first.varies();
        for (int attempt = 0; attempt < MOST_DRAWS; attempt++) {
            try {
                List<QuestionInstance> drawn = drawn(questions, seed, attempt, patience);
                if (!varies) {
                    drawn.forEach(QuestionInstance::requireApart);
                }
                if (!varies || drawn.stream().allMatch(QuestionInstance::isFair)) {
                    return drawn;
                }
            } catch (BadInput bad) {
                if (!varies || bad.kind() == BadInput.ErrorKind.USAGE) {
                    throw bad;
                } // else these numbers have no answer: draw again
            }
        }
        throw first.named(BadLesson.of("no numbers of seed " + seed + " keep its answers apart; draw from more"));
    }

    private static List<QuestionInstance> drawn(List<Question> questions, long seed, int attempt, Deadline patience) {
        Question first = questions.get(0);
        Scope scope = at(first, () -> first.drawn(seed, attempt, patience));
        return questions.stream()
                .map(question -> at(question, () -> of(question, seed, scope)))
                .toList();
    }

    private static <T> T at(Question question, Supplier<T> made) {
        try {
            return made.get();
        } catch (BadInput bad) {
            throw question.named(bad);
        }
    }

    private void requireApart() {
        confused().ifPresent(answers -> {
            throw question.named(BadLesson.of(answers));
        });
    }

    /** Returns whether its answers can be told apart, and the rounded numbers that it shows give the right answer. */
    private boolean isFair() {
        boolean reached = grade.shown().map(Answer::text).orElse(answer()).equals(answer());
        return reached && confused().isEmpty();
    }

    /**
     * Returns an error message if its answers do not fit together; empty if they do. Two answers may be confused,
     * differ in size, or have too many digits for a comparison.
     */
    private Optional<String> confused() {
        List<Answer> all = answers();
        if (all.stream().map(QuestionInstance::size).distinct().count() > 1) {
            return Optional.of("an answer and a wrong one have different numbers of entries");
        }
        if (all.stream().anyMatch(each -> each instanceof NumberAnswer number && number.isTooLong())) {
            return Optional.of("an answer has more digits than a comparison counts");
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (!all.get(i).isApartFrom(all.get(j))) {
                    return Optional.of(name(i) + " and " + name(j) + " cannot be told apart");
                }
            }
        }
        return Optional.empty();
    }

    private static int size(Answer answer) {
        return answer instanceof VectorAnswer row ? row.numbers().size() : 1;
    }

    private String name(int i) {
        return (i == 0 ? "the answer" : "wrong answer " + i) + " ("
                + answers().get(i).text() + ")";
    }

    /** Returns the right answer, then the wrong ones that are a single answer each. */
    public List<Answer> answers() {
        return Stream.concat(Stream.of(grade.right()), grade.wrong().stream().map(Grade.KnownWrong::answer))
                .filter(each -> !(each instanceof RegionAnswer))
                .toList();
    }

    /** Returns the numbers of the right answer; empty for texts and functions. */
    public List<NumberAnswer> numbers() {
        return grade.right() instanceof VectorAnswer row
                ? row.numbers()
                : grade.right() instanceof NumberAnswer number ? List.of(number) : List.of();
    }

    /**
     * Returns the numbers of a typed answer. Call it only if the question asks for numbers.
     *
     * @throws BadInput if the text cannot be parsed
     */
    public Vector typed(String text) {
        return grade.right() instanceof VectorAnswer row
                ? row.typed(text)
                : Vector.of(((NumberAnswer) grade.right()).typed(text));
    }

    /** Returns how many numbers of a guess are near enough, each on its own. Call it only if several are asked for. */
    public int near(Vector guess) {
        return ((VectorAnswer) grade.right()).near(guess);
    }

    public String id() {
        return question.id();
    }

    /** Returns the options to choose from or to put in order, lettered a, b, c in this order; empty for other types. */
    public List<String> options() {
        return form.options();
    }

    /** Returns in a few words what to type: {@code a number, two places are enough}. */
    public String wanted() {
        return question.kind().wanted(form);
    }

    /** Returns the right answer as a learner would type it. */
    public String answer() {
        return grade.right().text();
    }

    /** Returns the right answer for display; numbers have a typographic minus. */
    public String shownAnswer() {
        return question.kind().isNumeric() ? Decimal.typeset(answer()) : answer();
    }

    /**
     * Returns the hints: the first is a question back, the last is the worked step. For a line with a gap, the whole
     * line is the last hint.
     */
    public List<String> hints() {
        return hints(now());
    }

    private List<String> hints(Scope numbers) {
        List<String> hints = new ArrayList<>(filled(question.hints(), numbers));
        if (prompt.contains(WorkedExample.GAP)) {
            hints.add(prompt.replace(WorkedExample.GAP, Decimal.typeset(answer())));
        }
        return hints;
    }

    /** Returns the solution with its numbers, one step per line. */
    public List<String> steps() {
        return steps(now());
    }

    private List<String> steps(Scope numbers) {
        return question.worked()
                .map(figure -> Reference.steps(figure, numbers))
                .orElseGet(() -> filled(question.steps(), numbers));
    }

    private static List<String> filled(List<String> written, Scope numbers) {
        return written.stream().map(text -> Template.fill(text, numbers)).toList();
    }

    /** Returns the numbers with a new limit, since a caller may ask long after the draw. */
    private Scope now() {
        return scope.within(Deadline.of(Deadline.A_LESSON));
    }

    /** Returns all texts of the question with numbers filled in, within the limit of the draw. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(prompt));
        texts.addAll(options());
        texts.addAll(hints(scope));
        texts.addAll(steps(scope));
        grade.wrong().forEach(wrong -> texts.add(wrong.reveals()));
        return texts;
    }

    /** Returns the settings of a figure with the numbers of this question in them. */
    public Map<String, String> filled(Map<String, String> settings) {
        return now().filled(settings);
    }

    /** Grades a typed answer. */
    public Verdict grade(String typed) {
        return grade.of(typed);
    }
}
