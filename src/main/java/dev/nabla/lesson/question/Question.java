package dev.nabla.lesson.question;

import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Comparison;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.KnownFacts;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.NumberSpec;
import dev.nabla.lesson.formula.Reference;
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
import java.util.stream.Stream;

/**
 * A question as its lesson states it, with numbers to draw and formulas over them.
 *
 * @param id id in commands and journals, like {@code 2.3}
 * @param kind type of answer that it asks for
 * @param predicts whether it asks what a figure will show, before the learner plays with the figure
 * @param deeper whether it needs more than school arithmetic: it is asked last, and mastery does not depend on it
 * @param onRoad whether the road through the section asks it; otherwise only practice does
 * @param told whether the lesson marks that a page or a figure before it tells its answer on purpose
 * @param ask text, with {@code $name} and {@code {{formula}}} in it
 * @param arithmetic arithmetic before the gap of a worked line, if the lesson marks it
 * @param numbers numbers to draw, by name
 * @param where numbers computed from those, by name
 * @param answer the right answer: a formula, or texts
 * @param holds conditions that the numbers must meet for this answer to be right
 * @param places least number of digits after the point of a typed decimal
 * @param unit unit of the answer, if it has one
 * @param counts what the answer counts, if it may be typed after the number
 * @param within largest distance of a guess about a figure; 0 if the last place decides
 * @param enough number of numbers that must be within that distance; 0 if the distance is that of the whole vector
 * @param wrong wrong answers that have an explanation
 * @param hints hints in order: the first is a question back, the last is the worked step
 * @param steps lines of the solution, with numbers in them
 * @param worked figure whose steps are the solution instead, with its settings: {@code dot a=$a b=$b}
 * @param play what its figure does after the answer, if the lesson says so
 * @param explained page that explains it, as section and heading: {@code 03/Shapes must line up}
 * @param place file and line, for error messages
 * @param known facts of figures that need not be computed
 */
public record Question(
        String id,
        AnswerType kind,
        boolean predicts,
        boolean deeper,
        boolean onRoad,
        boolean told,
        String ask,
        Optional<WorkedLineArithmetic> arithmetic,
        Map<String, NumberSpec> numbers,
        Map<String, NumberFormula> where,
        List<String> answer,
        List<Comparison> holds,
        int places,
        Optional<Unit> unit,
        Optional<CountedNoun> counts,
        double within,
        int enough,
        List<WrongSpec> wrong,
        List<String> hints,
        List<String> steps,
        Optional<String> worked,
        Optional<Play> play,
        Optional<String> explained,
        BadInput.Where place,
        KnownFacts known) {
    /** Random numbers reserved for one attempt to draw. */
    private static final int STRIDE = 256;

    /**
     * A known wrong answer.
     *
     * @param is its value, written like the right answer
     * @param when conditions on {@code x}, the typed answer, instead of a value; empty for a single answer
     * @param misconception name of the mistake, like {@code not-normalised}
     * @param reveals explanation for the learner who gives it
     */
    public record WrongSpec(List<String> is, List<Comparison> when, String misconception, String reveals) {
        /** Returns the name of a mistake for people to read: {@code not normalised}. */
        public static String label(String misconception) {
            return misconception.replace('-', ' ');
        }
    }

    /**
     * What a figure does after a prediction is answered.
     *
     * @param figure id of a figure that the lesson shows
     * @param plays settings that the figure takes one after the other
     * @param hides names of its facts and knobs that are hidden before the answer, since they would give it away
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
     * Returns the question with the numbers of a seed. Seed 0 gives the numbers of the lesson. Every other seed draws
     * numbers, always the same ones.
     *
     * @throws BadInput if its formulas cannot be computed, or no draw keeps its answers apart
     */
    public QuestionInstance draw(long seed) {
        return draw(seed, Deadline.of(Deadline.A_LESSON));
    }

    /** Does the same as {@link #draw(long)} within a limit that the caller shares among several questions. */
    public QuestionInstance draw(long seed, Deadline patience) {
        return QuestionInstance.drawTogether(List.of(this), seed, patience).get(0);
    }

    /** Returns whether different seeds can give different numbers. */
    public boolean varies() {
        return numbers.values().stream().anyMatch(drawn -> !drawn.isFixed());
    }

    /** Returns the facts of figures that it is computed from: those in its answer, then those in its numbers. */
    public List<Reference> facts() {
        return Stream.concat(answer.stream(), where.values().stream().map(NumberFormula::text))
                .flatMap(text -> Reference.in(text).stream())
                .filter(reference -> !reference.figure().isEmpty())
                .toList();
    }

    /**
     * Returns eight hexadecimal digits that change when the question does: the first 4 bytes of a SHA-256. They cover
     * id, type, text, answer, options and numbers, but not hints and explanations.
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

    /** Returns an error message with the question's id, file and line added. */
    BadInput named(BadInput bad) {
        return bad.forInput("question " + id + ":").inFile(place);
    }

    /** Mixes the id into a seed, so that questions with the same seed draw different numbers. */
    private long mixed(long seed) {
        return seed ^ (long) id.hashCode() << 32;
    }

    /**
     * Returns the numbers of an attempt and those computed from them. The same seed and attempt give the same numbers
     * on every machine.
     */
    Scope drawn(long seed, int attempt, Deadline patience) {
        patience.spend();
        Scope scope = new Scope(Map.of(), patience, known);
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

    /**
     * Returns the options, shuffled by the seed; empty for other types than choice and order. The items of an order are
     * never in the right order.
     */
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
