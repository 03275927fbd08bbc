package dev.nabla.lesson.question;

import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.NumberSpec;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.Noise;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The chance in a question: its numbers and the order of its options; equal seeds, equal draws, on every machine.
 *
 * @param question whose numbers are drawn
 * @param seed 0 for the question's own numbers
 * @param patience with its formulas
 */
record NumberDraw(Question question, long seed, Deadline patience) {
    /** Random numbers that one attempt may use. */
    private static final int STRIDE = 256;

    /** True if another attempt can come to other numbers. */
    boolean varies() {
        return seed != 0 && question.varies();
    }

    /** So that questions with the same seed draw different numbers. */
    private long mixed() {
        return seed ^ (long) question.id().hashCode() << 32;
    }

    /** The numbers of an attempt, and those that follow from them. */
    Scope numbers(int attempt) {
        patience.spend();
        Scope scope = new Scope(Map.of(), patience);
        long next = (long) attempt * STRIDE;
        for (Map.Entry<String, NumberSpec> number : question.numbers().entrySet()) {
            NumberSpec drawn = number.getValue();
            scope = scope.with(number.getKey(), seed == 0 ? drawn.own() : drawn.value(mixed(), next));
            next += drawn.entries();
        }
        for (Map.Entry<String, NumberFormula> derived : question.where().entrySet()) {
            Vector values = derived.getValue().values(scope);
            Value value = values.size() == 1 ? new Value.Real(values.get(0)) : new Value.Reals(values);
            scope = scope.with(derived.getKey(), value);
        }
        return scope;
    }

    /** The options, shuffled; those to put in order never come in the right one. */
    List<String> options(Scope scope) {
        List<String> inOrder = written().map(text -> Template.fill(text, scope)).toList();
        List<String> options = new ArrayList<>(inOrder);
        for (int i = options.size() - 1; i > 0; i--) {
            Collections.swap(options, i, (int) (Noise.uniform(mixed(), -1 - i) * (i + 1)));
        }
        if (question.kind() == Kind.ORDER && options.equals(inOrder)) {
            Collections.rotate(options, 1);
        }
        return options;
    }

    private Stream<String> written() {
        return switch (question.kind()) {
            case ORDER -> question.answer().stream();
            case CHOICE ->
                Stream.concat(
                                Stream.of(question.answer()),
                                question.wrong().stream().map(Question.Wrong::is))
                        .map(words -> String.join(" ", words));
            case NUMBER, VECTOR, EXPRESSION -> Stream.empty();
        };
    }
}
