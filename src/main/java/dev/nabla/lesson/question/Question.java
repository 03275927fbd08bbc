package dev.nabla.lesson.question;

import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Comparison;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.NumberSpec;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.BadInput;
import dev.nabla.math.Noise;
import dev.nabla.math.Vector;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as its lesson states it: numbers to draw, and formulas over them.
 *
 * @param id its name everywhere, like {@code 2.3}
 * @param kind what is asked for
 * @param predicts whether it asks for what a figure will show, beside it and before it is played
 * @param ask the text, with {@code $name} and {@code {{formula}}} in it
 * @param arithmetic of a line of an example, in front of its gap, if the lesson marks it
 * @param numbers what is drawn, by name
 * @param where numbers that follow from those, by name
 * @param answer what is right: a formula, or texts
 * @param holds what the numbers must fulfil for that
 * @param places how many places a decimal needs at least
 * @param unit what the answer is counted in
 * @param within how far a guess on a figure may be away; 0 where the last place decides
 * @param wrong the wrong answers there is something to say about
 * @param hints the first a question back, the last the worked step
 * @param steps the solution, lines with numbers in them
 * @param worked the figure whose steps are the solution instead, with its settings: {@code dot a=$a b=$b}
 * @param play what its figure does once it is answered, if that is said
 * @param place where it stands, for complaints
 */
public record Question(
        String id,
        AnswerType kind,
        boolean predicts,
        String ask,
        Optional<WorkedLineArithmetic> arithmetic,
        Map<String, NumberSpec> numbers,
        Map<String, NumberFormula> where,
        List<String> answer,
        List<Comparison> holds,
        int places,
        Optional<Unit> unit,
        double within,
        List<WrongSpec> wrong,
        List<String> hints,
        List<String> steps,
        Optional<String> worked,
        Optional<Play> play,
        BadInput.Where place) {
    /** Random numbers that one attempt may use. */
    private static final int STRIDE = 256;

    /**
     * A wrong answer.
     *
     * @param is what it comes to, written like the answer
     * @param when what holds of {@code x}, the answer, instead; empty for one answer alone
     * @param misconception the mistake's name, like {@code not-normalised}
     * @param reveals what to tell whoever gives it
     */
    public record WrongSpec(List<String> is, List<Comparison> when, String misconception, String reveals) {
        /** What a mistake is called where people read: {@code not normalised}. */
        public static String label(String misconception) {
            return misconception.replace('-', ' ');
        }
    }

    /**
     * How a figure answers a prediction.
     *
     * @param figure id of one that the lesson shows
     * @param plays settings of it, taken one after the other once the question is answered
     * @param hides names of its facts that would give the answer away
     */
    public record Play(String figure, List<Map<String, String>> plays, List<String> hides) {}

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
        return draw(seed, Deadline.of(Deadline.A_LESSON));
    }

    /** {@link #draw(long)} within a patience that other questions have a share in. */
    public QuestionInstance draw(long seed, Deadline patience) {
        return QuestionInstance.drawTogether(List.of(this), seed, patience).get(0);
    }

    /** True if another seed can have other numbers. */
    public boolean varies() {
        return numbers.values().stream().anyMatch(drawn -> !drawn.isFixed());
    }

    /**
     * Eight hexadecimal digits that change when the question does: its id, kind, text, options or formula, and numbers, not its
     * hints and replies.
     */
    public String digest() {
        List<String> parts = new ArrayList<>(List.of(id, kind.text(), ask));
        parts.addAll(answer);
        wrong.stream().filter(each -> kind == AnswerType.CHOICE).forEach(each -> parts.addAll(each.is()));
        where.forEach((name, formula) -> parts.add(name + " = " + formula.text()));
        numbers.forEach((name, drawn) -> parts.add(name + ": " + drawn.text()));
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 4);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }

    /** A complaint about it, with its name and place. */
    BadInput named(BadInput bad) {
        return bad.forInput("question " + id + ":").inFile(place);
    }

    /** So that questions with the same seed draw different numbers. */
    private long mixed(long seed) {
        return seed ^ (long) id.hashCode() << 32;
    }

    /** The numbers of an attempt, and those that follow from them; equal seeds, equal draws, on every machine. */
    Scope drawn(long seed, int attempt, Deadline patience) {
        patience.spend();
        Scope scope = new Scope(Map.of(), patience);
        long next = (long) attempt * STRIDE;
        for (Map.Entry<String, NumberSpec> number : numbers.entrySet()) {
            NumberSpec drawn = number.getValue();
            scope = scope.with(number.getKey(), seed == 0 ? drawn.own() : drawn.value(mixed(seed), next));
            next += drawn.entries();
        }
        for (Map.Entry<String, NumberFormula> derived : where.entrySet()) {
            Vector values = derived.getValue().values(scope);
            Value value = values.size() == 1 ? new Value.Real(values.get(0)) : new Value.Reals(values);
            scope = scope.with(derived.getKey(), value);
        }
        return scope;
    }

    /** The options, shuffled; those to put in order never come in the right one. */
    List<String> options(long seed, Scope scope) {
        List<String> inOrder = new ArrayList<>();
        if (kind == AnswerType.ORDER) {
            answer.forEach(item -> inOrder.add(Template.fill(item, scope)));
        } else if (kind == AnswerType.CHOICE) {
            inOrder.add(Template.fill(String.join(" ", answer), scope));
            wrong.forEach(each -> inOrder.add(Template.fill(String.join(" ", each.is()), scope)));
        }
        List<String> options = new ArrayList<>(inOrder);
        for (int i = options.size() - 1; i > 0; i--) {
            Collections.swap(options, i, (int) (Noise.uniform(mixed(seed), -1 - i) * (i + 1)));
        }
        if (kind == AnswerType.ORDER && options.equals(inOrder)) {
            Collections.rotate(options, 1);
        }
        return List.copyOf(options);
    }
}
