package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.NumberSpec;
import dev.nabla.math.BadInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as its lesson states it: numbers to draw, and formulas over them.
 *
 * @param id its name everywhere, like {@code 2.3}
 * @param kind what is asked for
 * @param predicts whether it asks for what a figure will show, before anybody touches it
 * @param ask the text, with {@code $name} and {@code {{formula}}} in it
 * @param numbers what is drawn, by name
 * @param where numbers that follow from those, by name
 * @param answer what is right: a formula, or texts
 * @param places how many places a decimal needs at least
 * @param unit what the answer is counted in
 * @param wrong the wrong answers there is something to say about
 * @param hints the first a question back, the last the worked step
 * @param worked the solution: lines, or the figure that has them with its settings
 * @param place where it stands, for complaints
 */
public record Question(
        String id,
        Kind kind,
        boolean predicts,
        String ask,
        Map<String, NumberSpec> numbers,
        Map<String, NumberFormula> where,
        List<String> answer,
        int places,
        Optional<Unit> unit,
        List<Wrong> wrong,
        List<String> hints,
        Worked worked,
        BadInput.Where place) {

    /**
     * A wrong answer.
     *
     * @param is what it comes to, written like the answer
     * @param misconception the mistake's name, like {@code not-normalised}
     * @param reveals what to tell whoever gives it
     */
    public record Wrong(List<String> is, String misconception, String reveals) {}

    /**
     * The solution of a question.
     *
     * @param steps lines with numbers in them
     * @param figure whose steps are the solution where there are no lines of its own, as {@code dot a=$a b=$b}
     */
    public record Worked(List<String> steps, Optional<String> figure) {}

    public Question {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        answer = List.copyOf(answer);
        wrong = List.copyOf(wrong);
        hints = List.copyOf(hints);
    }

    /**
     * The question with the numbers of a seed: 0 gives its own, any other number draws, the same ones every time.
     *
     * @throws BadInput if its formulas cannot be computed, or no draw keeps its answers apart
     */
    public QuestionInstance draw(long seed) {
        return draw(seed, Deadline.of(Deadline.A_DRAW));
    }

    /** {@link #draw(long)} within a patience that other questions have a share in. */
    public QuestionInstance draw(long seed, Deadline patience) {
        return QuestionInstance.together(List.of(this), seed, patience).get(0);
    }

    /** True if another seed can have other numbers. */
    public boolean varies() {
        return numbers.values().stream().anyMatch(drawn -> !drawn.isFixed());
    }
}
