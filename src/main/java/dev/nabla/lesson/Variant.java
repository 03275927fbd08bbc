package dev.nabla.lesson;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Figures;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Noise;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question with numbers in it: what is asked, and how an answer is graded.
 *
 * <p>Numbers are drawn again until no wrong answer could be taken for the right one or for another wrong one at the places
 * that are asked for.
 */
public final class Variant {
    private static final int MOST_DRAWS = 500;
    /** Random numbers that one attempt may use. */
    private static final int STRIDE = 256;

    private final Question question;
    private final long seed;
    private final Scope scope;
    private final Form form;
    private final Grade grade;

    private Variant(Question question, long seed, Scope scope) {
        this.question = question;
        this.seed = seed;
        this.scope = scope;
        this.form = new Form(question.places(), question.unit(), options(question, scope, mixed(question, seed)));
        List<Grade.Wrong> wrong = question.wrong().stream()
                .map(each -> new Grade.Wrong(
                        question.kind().answer(each.is(), scope, form),
                        each.misconception(),
                        Computed.fill(each.reveals(), scope)))
                .toList();
        Optional<String> hint = question.hints().stream().findFirst().map(text -> Computed.fill(text, scope));
        this.grade = new Grade(question.kind().answer(question.answer(), scope, form), wrong, hint);
    }

    static Variant of(Question question, long seed) {
        boolean draws = seed != 0 && question.varies();
        for (int attempt = 0; attempt < (draws ? MOST_DRAWS : 1); attempt++) {
            try {
                Variant variant = new Variant(question, seed, drawn(question, seed, attempt));
                if (variant.confused().isEmpty()) {
                    return variant;
                }
                if (!draws) {
                    throw BadInput.usage("bad_lesson", variant.confused().get());
                }
            } catch (BadInput bad) {
                if (!draws || bad.kind() == BadInput.Kind.USAGE) {
                    throw bad.about(question.place() + ": question " + question.id() + ":");
                }
            }
        }
        throw BadInput.usage(
                "bad_lesson",
                question.place() + ": question " + question.id() + ": no numbers of seed " + seed
                        + " keep its answers apart; draw from more");
    }

    /** Two answers that a typed text could be meant for, if there are any. */
    private Optional<String> confused() {
        List<Answer> all = answers();
        if (all.stream().map(Variant::size).distinct().count() > 1) {
            return Optional.of("an answer and a wrong one have different numbers of entries");
        }
        if (all.stream().anyMatch(Variant::isTooLong)) {
            return Optional.of("an answer has more digits than a comparison counts");
        }
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, all.size())
                        .filter(j -> !all.get(i).isApartFrom(all.get(j)))
                        .mapToObj(j -> name(i) + " (" + all.get(i).text() + ") and " + name(j) + " ("
                                + all.get(j).text() + ") cannot be told apart"))
                .findFirst();
    }

    private static boolean isTooLong(Answer answer) {
        return answer instanceof Amount amount && amount.isTooLong();
    }

    private static int size(Answer answer) {
        return answer instanceof Row row ? row.values().size() : 1;
    }

    private static String name(int i) {
        return i == 0 ? "the answer" : "wrong answer " + i;
    }

    /** The right answer, then the wrong ones. */
    List<Answer> answers() {
        return Stream.concat(Stream.of(grade.right()), grade.wrong().stream().map(Grade.Wrong::answer))
                .toList();
    }

    private static Scope drawn(Question question, long seed, int attempt) {
        Scope scope = Scope.NONE;
        long next = (long) attempt * STRIDE;
        for (Map.Entry<String, Drawn> number : question.numbers().entrySet()) {
            Drawn drawn = number.getValue();
            scope = scope.with(number.getKey(), seed == 0 ? drawn.own() : drawn.value(mixed(question, seed), next));
            next += drawn.entries();
        }
        for (Map.Entry<String, Formula> derived : question.where().entrySet()) {
            Vector values = derived.getValue().values(scope);
            scope = scope.with(
                    derived.getKey(), values.size() == 1 ? new Value.Real(values.get(0)) : new Value.Reals(values));
        }
        return scope;
    }

    /** So that questions with the same seed draw different numbers. */
    private static long mixed(Question question, long seed) {
        return seed ^ (long) question.id().hashCode() << 32;
    }

    /** What there is to choose from or to order, shuffled by the seed; never in the right order. */
    private static List<String> options(Question question, Scope scope, long mixed) {
        if (!question.kind().hasOptions()) {
            return List.of();
        }
        List<String> right = question.answer();
        List<String> texts = question.kind() == Kind.ORDER
                ? right
                : Stream.concat(Stream.of(right), question.wrong().stream().map(Question.Wrong::is))
                        .map(written -> String.join(" ", written))
                        .toList();
        List<String> inOrder =
                texts.stream().map(text -> Computed.fill(text, scope)).toList();
        List<String> options = new ArrayList<>(inOrder);
        for (int i = options.size() - 1; i > 0; i--) {
            Collections.swap(options, i, (int) (Noise.uniform(mixed, -1 - i) * (i + 1)));
        }
        if (question.kind() == Kind.ORDER && options.equals(inOrder)) {
            Collections.rotate(options, 1);
        }
        return options;
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

    /** The question in words. */
    public String prompt() {
        return Computed.fill(question.ask(), scope);
    }

    /** What to choose from or to put in order, in the order of the letters a, b, c; empty for other kinds. */
    public List<String> options() {
        return form.options();
    }

    /** What to type, in a few words: {@code a number with two places or more, or an expression}. */
    public String wanted() {
        return question.kind().wanted(form);
    }

    /** The right answer as somebody who knew it would type it. */
    public String answer() {
        return grade.right().text();
    }

    /** The first a question back, the last the worked step. */
    public List<String> hints() {
        return question.hints().stream().map(hint -> Computed.fill(hint, scope)).toList();
    }

    /** The solution with its numbers, a line a step. */
    public List<String> steps() {
        Question.Worked worked = question.worked();
        return worked.figure().map(this::stepsOf).orElseGet(() -> worked.steps().stream()
                .map(step -> Computed.fill(step, scope))
                .toList());
    }

    /** The steps of a figure and its settings, written {@code dot a=$a b=$b}. */
    private List<String> stepsOf(String written) {
        String name = written.strip().split("\\s+", 2)[0];
        return steps(Figures.named(name), Formula.settings(written.strip().substring(name.length()), scope));
    }

    private static <M extends Record> List<String> steps(Figure<M> figure, Map<String, String> settings) {
        return figure.steps(Settings.apply(figure, figure.start(), settings));
    }

    /** Everything that is said in words, numbers put in. */
    List<String> texts() {
        return Stream.of(
                        List.of(prompt()),
                        options(),
                        hints(),
                        steps(),
                        grade.wrong().stream().map(Grade.Wrong::reveals).toList())
                .flatMap(List::stream)
                .toList();
    }

    /** What a typed answer is worth. */
    public Verdict grade(String typed) {
        return grade.of(typed);
    }
}
