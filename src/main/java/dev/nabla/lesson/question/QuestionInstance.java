package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Reference;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A question with numbers in it: what is asked, and how an answer is graded.
 *
 * <p>Numbers are drawn again until no wrong answer could be taken for the right one or for another wrong one at the places
 * that are asked for, and a line of an example comes to its answer also with the rounded numbers that it shows.
 *
 * @param question as its lesson states it
 * @param seed of its numbers
 * @param scope its numbers
 * @param form that an answer must have
 * @param prompt the question in words
 * @param grade the right answer and the wrong ones
 */
public record QuestionInstance(
        Question question, long seed, Scope scope, AnswerFormat form, String prompt, Grade grade) {
    private static final int MOST_DRAWS = 500;

    private static QuestionInstance of(Question question, long seed, Scope scope) {
        AnswerFormat form = new AnswerFormat(
                question.places(), question.unit(), question.options(seed, scope), question.within(), 0, false);
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
        // What cannot be read in it is said now, and not to a learner.
        wrong.stream()
                .map(Grade.KnownWrong::answer)
                .filter(RegionAnswer.class::isInstance)
                .forEach(each -> each.judge(right.text()));
        String prompt = Template.fill(question.ask(), scope);
        // The value with the numbers as they are shown may differ from the answer in further digits.
        Optional<NumberAnswer> reached = question.arithmetic().map(sum -> new NumberAnswer(sum.value(scope), form));
        return new QuestionInstance(question, seed, scope, form, prompt, new Grade(right, reached, wrong, hint));
    }

    /** Questions with the same numbers, which are those of the first. */
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

    /** True if its answers are kept apart and the numbers that are shown, rounded as they are, come to the right one. */
    private boolean isFair() {
        boolean reached = grade.shown().map(Answer::text).orElse(answer()).equals(answer());
        return reached && confused().isEmpty();
    }

    /** Two answers that a typed text could be meant for, if there are any. */
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

    /** The right answer, then the wrong ones that are one answer each. */
    public List<Answer> answers() {
        return Stream.concat(Stream.of(grade.right()), grade.wrong().stream().map(Grade.KnownWrong::answer))
                .filter(each -> !(each instanceof RegionAnswer))
                .toList();
    }

    /** The numbers of the right answer; empty for texts and functions. */
    public List<NumberAnswer> numbers() {
        return grade.right() instanceof VectorAnswer row
                ? row.numbers()
                : grade.right() instanceof NumberAnswer number ? List.of(number) : List.of();
    }

    /**
     * The numbers that a typed answer says, where numbers are asked for.
     *
     * @throws BadInput if it cannot be read
     */
    public Vector typed(String text) {
        return grade.right() instanceof VectorAnswer row
                ? row.typed(text)
                : Vector.of(((NumberAnswer) grade.right()).typed(text));
    }

    public String id() {
        return question.id();
    }

    /** The options to choose from or to put in order, as the letters a, b, c go; empty for other kinds. */
    public List<String> options() {
        return form.options();
    }

    /** The kind of text to type, in a few words: {@code a number, two places are enough}. */
    public String wanted() {
        return question.kind().wanted(form);
    }

    /** The right answer as somebody who knew it would type it. */
    public String answer() {
        return grade.right().text();
    }

    /** The right answer as it is told: numbers with a true minus. */
    public String toldAnswer() {
        return question.kind().isNumeric() ? Decimal.typeset(answer()) : answer();
    }

    /** The first a question back, the last the worked step: of a line with a gap the whole of it. */
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

    /** The solution with its numbers, a line a step. */
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

    /** The numbers, and patience anew: whoever asks later has waited for nothing yet. */
    private Scope now() {
        return scope.within(Deadline.of(Deadline.A_LESSON));
    }

    /** Everything that is said in words, numbers put in, within the patience that it was drawn with. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(prompt));
        texts.addAll(options());
        texts.addAll(hints(scope));
        texts.addAll(steps(scope));
        grade.wrong().forEach(wrong -> texts.add(wrong.reveals()));
        return texts;
    }

    /** Grades a typed answer. */
    public Verdict grade(String typed) {
        return grade.of(typed);
    }
}
