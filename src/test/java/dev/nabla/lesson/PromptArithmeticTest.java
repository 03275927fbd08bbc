package dev.nabla.lesson;

import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.log;
import static java.lang.Math.max;
import static java.lang.Math.pow;
import static java.lang.Math.sqrt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.TestsFigures;
import dev.nabla.lesson.formula.Template;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Unit;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.Decimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers each question that asks for numbers from what a student sees: the numbers in its prompt, n[0], n[1] and so on
 * from left to right, and where those are not enough the numbers that its figure prints. The formulas are written from
 * the prompts and independent of those in the lessons.
 */
@TestsFigures
class PromptArithmeticTest {
    private static final int SEEDS = Draws.count(50, 50);
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w₀₁₂₃₄.])−?(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)(?!\\d)");

    /** What a student works out of the numbers that are seen. */
    private interface Arithmetic {
        double of(double[] n);
    }

    private static final Map<String, List<Arithmetic>> FORMULAS = new LinkedHashMap<>();
    /** What is read off a figure, by question. */
    private static final Map<String, String> FIGURES = Map.of(
            "16.11", "{{train.held_out steps=100}} {{train.held_out steps=300}} {{train.held_out steps=1000}}",
            "17.9", "{{babble.known tau=0.1}}",
            "22.1", "{{wish.reward steps=100}}",
            "18.6", "{{train.parameters}}",
            "20.1", "{{law.came n_embd=24 names=8000 runs=21}}");

    private static void of(String id, Arithmetic... numbers) {
        assertThat(FORMULAS.put(id, List.of(numbers))).isNull();
    }

    static {
        of("0.1", n -> pow(n[1], n[0]));
        of("1.3", n -> n[0] * n[1], n -> 0);
        of("2.1", n -> n[0] * n[2] + n[1] * n[3]);
        of("2.2", n -> hypot(n[0], n[1]));
        of("2.3", n -> cosine(n, 2));
        of("2.4", n -> Math.acos(cosine(n, 2)) * 180 / Math.PI);
        of("2.5", n -> -n[2] * n[0] / n[1]);
        of("2.12", n -> n[1] * n[2] + n[3]);
        of("2.13", n -> cosine(n, 2));
        of("3.2", n -> n[3] * n[6] + n[4] * n[8] + n[5] * n[10]);
        of("3.4", n -> n[0] * n[1] * n[3]);
        of("3.5", n -> n[0] * n[4] + n[1] * n[5] + n[6], n -> n[2] * n[4] + n[3] * n[5] + n[7]);
        of("3.7", n -> n[2] * n[3]);
        of("3.9", n -> n[1], n -> n[0]);
        of("4.2", n -> n[1] / 2);
        of("4.3", n -> n[1] * n[1] / 4 + (n[2] - n[1]) * n[1] / 2);
        of("4.4", n -> (pow(n[1] + n[2], 2) / 4 - pow(n[1], 2) / 4) / n[2]);
        of("4.6", n -> n[0] * pow(n[1], n[0] - 1));
        of("4.7", n -> sigmoid(n[2]) * (1 - sigmoid(n[2])));
        of("4.8", n -> n[0] * sigmoid(n[1]) * (1 - sigmoid(n[1])));
        of("4.9", n -> n[0] * n[1] * n[2]);
        of("4.10", n -> exp(n[0]));
        of("4.15", n -> n[0] * n[2] + (n[0] + n[1]) * n[2]);
        of("4.17", n -> n[0] + n[0]);
        of("4.28", n -> 2 * (n[1] * n[2] + n[2] - n[0]) * n[1]);
        of("4.18", n -> pow(2, n[0]));
        of("4.24", n -> n[3]);
        of("5.1", n -> 2 * n[0] * n[1]);
        of("5.2", n -> n[1] - n[2] * 2 * n[0] * n[1]);
        of("5.3", n -> 1 - n[1] * 2 * n[0]);
        of("5.4", n -> 2 / n[1]);
        of("5.6", n -> n[2] - n[1] * 2 * n[0] * n[2]);
        of("5.7", n -> 2 / max(n[0], n[1]));
        of("5.8", n -> 1 / n[1]);
        of("5.9", n -> n[3] * pow(-n[2], n[4]));
        of("5.11", n -> n[3] / n[2] * n[4]);
        of("5.14", n -> n[1] * (1 - n[1]));
        of("5.15", n -> n[0] - n[4] * n[2], n -> n[1] - n[4] * n[3]);
        of("6.1", n -> softmax(n, 4, 1)[0]);
        of("6.2", n -> 1 - softmax(n, 4, 1)[0]);
        of("6.3", n -> softmax(n, 4, 1)[0]);
        of("6.4", n -> softmax(n, 4, 1 / n[5])[0]);
        of("6.5", n -> softmax(n, 4, n[4])[0]);
        of("6.6", n -> log(n[0]) / log(2));
        of("6.7", n -> sum(softmax(n, 4, 1), p -> -p * log(p) / log(2)));
        of("6.8", n -> exp(n[0] - n[1]));
        of("6.11", n -> sum(Arrays.copyOf(n, 3), z -> exp(z - max(n[0], max(n[1], n[2])))));
        of("6.13", n -> softmax(softmax(n, 4, 1), 4, 1)[0]);
        of("6.17", n -> sigmoid(n[1] * n[3] + n[2] * n[4] - n[1] * n[5] - n[2] * n[6]));
        of("6.18", n -> softmax(new double[] {n[0], n[4], n[2], n[3]}, 4, 1)[0]);
        of("7.1", n -> -log(softmax(n, 4, 1)[(int) n[5] - 1]));
        of(
                "7.2",
                n -> softmax(n, 4, 1)[0] - 1,
                n -> softmax(n, 4, 1)[1],
                n -> softmax(n, 4, 1)[2],
                n -> softmax(n, 4, 1)[3]);
        of("7.4", n -> softmax(n, 4, 1)[2] - 1);
        of("7.5", n -> n[0] - n[4] * (softmax(n, 4, 1)[0] - 1));
        of("7.6", n -> (softmax(n, 4, n[4])[0] - 1) / n[4]);
        of("7.7", n -> log(n[0]));
        of("7.11", n -> -log(n[0]));
        of("7.13", n -> n[0] + 2 * 0.5 + 2 * n[1]);
        of("7.22", n -> exp(n[1]));
        of("10.3", n -> (n[0] + n[2]) / (n[1] + n[2] * n[3]));
        of("10.5", n -> log(n[0]));
        of("10.6", n -> n[0] * n[1] * n[2]);
        of("10.7", n -> exp(n[0]));
        of("11.5", n -> n[0] / hypot(n[0], n[1]) * sqrt(2), n -> n[1] / hypot(n[0], n[1]) * sqrt(2));
        of("12.1", n -> n[0] / sqrt(4));
        of("12.3", n -> n[1] > n[0] ? 0 : Double.NaN);
        of("12.4", n -> 1);
        of("12.5", n -> n[0] / n[1]);
        of("12.7", n -> n[0] * n[3] + n[1] * n[4] + n[2] * n[5]);
        of("12.12", n -> softmax(new double[] {n[1], n[2]}, 2, 1)[0]);
        of("12.14", n -> sqrt(n[0]));
        of("13.1", n -> 2 * n[0] * 4 * n[0]);
        of("13.4", n -> 1 + n[0]);
        of("13.5", n -> pow(1 + n[1], n[0]));
        of("13.6", n -> n[0] < 0 ? 0 : n[1]);
        of("13.7", n -> n[0] * exp(n[1]) / exp(n[2]));
        of("14.1", n -> -log(n[0]));
        of("14.3", n -> exp(n[1]) / exp(n[0]));
        of("14.6", n -> n[0] - 1);
        of("14.9", n -> (n[1] - 1) / n[0]);
        of("14.11", n -> log(27));
        of("15.3", n -> n[2] * n[0]);
        of("15.4", n -> n[0] + n[1]);
        of("15.13", n -> 4 * n[0]);
        of("16.1", n -> n[0] * (n[2] - n[3]) / n[2]);
        of("16.2", n -> n[0]);
        of("16.11", n -> n[4], n -> n[5], n -> n[6]);
        of("17.2", n -> n[0] * n[0] / (n[0] * n[0] + n[1] * n[1]));
        of("17.9", n -> n[3]);
        of("17.11", n -> n[0] * n[0]);
        of("18.6", n -> n[4]);
        of("20.1", n -> n[2]);
        of("20.5", n -> pow(2, 1 / n[0]));
        of("20.6", n -> n[0] * n[1] / n[2]);
        of("22.1", n -> n[3]);
        of("22.5", n -> -log(n[0]));
        of("22.6", n -> 1 - n[2] * log(n[1]));
    }

    private static double cosine(double[] n, int size) {
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < size; i++) {
            dot += n[i] * n[size + i];
            a += n[i] * n[i];
            b += n[size + i] * n[size + i];
        }
        return dot / sqrt(a * b);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    /** Of the first numbers. */
    private static double[] softmax(double[] n, int size, double tau) {
        double[] z = Arrays.copyOf(n, size);
        double largest = DoubleStream.of(z).max().orElseThrow();
        double[] e = DoubleStream.of(z).map(x -> exp((x - largest) / tau)).toArray();
        double all = DoubleStream.of(e).sum();
        return DoubleStream.of(e).map(x -> x / all).toArray();
    }

    private static double sum(double[] n, DoubleFunction<Double> term) {
        return DoubleStream.of(n).mapToObj(term).mapToDouble(x -> x).sum();
    }

    private static List<Question> asked() {
        return QuestionsTest.questions().stream()
                .filter(question -> question.kind().isNumeric())
                .toList();
    }

    @Test
    void everyQuestionThatAsksForNumbersIsInTheTable() {
        Set<String> untold = asked().stream().map(Question::id).collect(Collectors.toCollection(TreeSet::new));
        untold.removeAll(FORMULAS.keySet());
        assertThat(untold)
                .withFailMessage("add of(ID, FORMULA) to PromptArithmeticTest for the questions %s", untold)
                .isEmpty();
        assertThat(asked()).extracting(Question::id).containsExactlyInAnyOrderElementsOf(FORMULAS.keySet());
    }

    private static double[] numbers(QuestionInstance question) {
        String figure = Template.fill(FIGURES.getOrDefault(question.id(), ""), question.scope());
        return NUMBER.matcher(question.prompt() + " " + figure)
                .results()
                .mapToDouble(found ->
                        Double.parseDouble(found.group().replace("−", "-").replace(",", "")))
                .toArray();
    }

    private static String typed(QuestionInstance question, int places) {
        double[] numbers = numbers(question);
        return FORMULAS.get(question.id()).stream()
                .map(formula -> Decimal.fixed(formula.of(numbers), places))
                .collect(Collectors.joining("; "));
    }

    private static List<String> units(Question question) {
        return question.unit().equals(Optional.of(Unit.PERCENT)) ? List.of("", "%", " percent") : List.of("");
    }

    @ParameterizedTest
    @MethodSource("asked")
    void whatFollowsFromThePromptIsRight(Question question) {
        for (int seed = 0; seed < (question.varies() ? SEEDS : 1); seed++) {
            QuestionInstance drawn = question.draw(seed);
            for (int more : List.of(0, 1, 5)) {
                String typed = typed(drawn, question.places() + more);
                for (String unit : units(question)) {
                    assertThat(drawn.grade(typed + unit).kind())
                            .as("%s, seed %d: '%s' to '%s'", question.id(), seed, typed + unit, drawn.prompt())
                            .isEqualTo(Verdict.VerdictKind.RIGHT);
                }
            }
        }
    }
}
