package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.cli.SchemaAgreementTest.Command;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code solve OP --json} and {@code check --json} say of a question what a batch says of its line, but for the number
 * of the line; so the schema of lines holds for them too. The questions are drawn from the schema.
 */
@ExtendWith(Draws.class)
@Slow
class SingleCommandTest {
    private static final Map<String, Object> SCHEMA = BatchSchema.schema();
    private static final int MOST = 600;
    private static final int USUAL = 60;
    /** Members that name the question; every other one is an option. */
    private static final Set<String> NAMES = Set.of("op", "item");

    @ParameterizedTest
    @EnumSource
    void aCommandAnswersAsALineOfABatchDoes(Command command) {
        SchemaLines draw = new SchemaLines(SCHEMA, Draws.seed());
        List<Map<String, Object>> kinds = draw.kinds(command.in());
        int answered = 0;
        int count = Draws.count(USUAL, MOST);
        for (int i = 0; i < count; i++) {
            Map<String, Object> question = SchemaAgreementTest.line(draw, kinds.get(i % kinds.size()));
            question.computeIfPresent("answer", SingleCommandTest::text);
            String line = SchemaValidator.json(question);
            if (!command.allows(line)) {
                continue;
            }
            List<String> batch = batch(command, line);
            List<String> single = single(words(command, question));
            if (batch.get(0).contains("\"error\":")) {
                assertThat(codes(single)).as(line).isEqualTo(codes(batch));
            } else {
                assertThat(single).as(line).isEqualTo(batch);
                answered++;
            }
        }
        assertThat(answered).isGreaterThan(count / 3);
    }

    /** An answer of a command is an answer of the schema, once it has the number of a line. */
    @Test
    void theSchemaHoldsForTheAnswersOfCommands() {
        SchemaValidator answers = new SchemaValidator(SCHEMA, "answer");
        SchemaValidator verdicts = new SchemaValidator(SCHEMA, "verdict");
        for (String words : List.of(
                "solve softmax --logits 1,2 --json",
                "solve softmax --logits [1,2] --tau 0 --json",
                "solve kl --p 1,0 --q 0,1 --json",
                "solve cross_entropy --logits 1,2;3,4 --truth 1,2 --gradient --json",
                "solve optimizer_step --weights 1 --gradient 2 --eta 0.1 --json")) {
            assertThat(answers.complaints(numbered(single(words.split(" ")).get(0))))
                    .as(words)
                    .isEmpty();
        }
        for (String words : List.of(
                "check 2.1 --answer 7 --json",
                "check 2.1 --answer ?? --json",
                "check --op kl --p 1,0 --q 0.5,0.5 --fact kl_bits --answer 1 --json",
                "check --op softmax --logits 1,2 --fact p[1] --answer 0.27 --json")) {
            assertThat(verdicts.complaints(numbered(single(words.split(" ")).get(0))))
                    .as(words)
                    .isEmpty();
        }
    }

    private static String numbered(String answer) {
        return answer.replaceFirst("\\}$", ",\"line\":1}");
    }

    private static List<String> batch(Command command, String line) {
        List<String> words = new ArrayList<>(List.of(command.word(), "--batch"));
        words.addAll(command == Command.SOLVE ? List.of("--explain") : List.of());
        Ran ran = Ran.of(Consoles.NOBODY, Ran.typed(line), words.toArray(String[]::new));
        return ran.out()
                .lines()
                .map(answer -> answer.replace("\"line\":1,", ""))
                .toList();
    }

    private static List<String> single(String... words) {
        return single(List.of(words));
    }

    private static List<String> single(List<String> words) {
        Ran ran = Ran.of(Consoles.NOBODY, Ran.typed(""), words.toArray(String[]::new));
        return (ran.out() + ran.reply().out()).lines().toList();
    }

    private static List<String> codes(List<String> answers) {
        return answers.stream().map(SchemaAgreementTest::code).toList();
    }

    /** Returns the command that asks the question of a line. */
    private static List<String> words(Command command, Map<String, Object> question) {
        List<String> words = new ArrayList<>(List.of(command.word()));
        Map<String, Object> options = new LinkedHashMap<>(question);
        options.keySet().removeAll(NAMES);
        boolean ofItem = question.containsKey("item");
        String op = String.valueOf(question.get(ofItem ? "item" : "op"));
        words.addAll(command == Command.CHECK && !ofItem ? List.of("--op", op) : List.of(op));
        options.forEach((name, value) -> {
            boolean flag = command == Command.SOLVE
                    && Figures.operation(op).factsOnRequest().contains(name);
            if (!flag) {
                words.add("--" + name + "=" + text(name, value));
            } else if (text(name, value).equals("true")) {
                words.add("--" + name);
            }
        });
        words.addAll(command == Command.SOLVE ? List.of("--explain", "--json") : List.of("--json"));
        return words;
    }

    /** Returns a value as it is typed: commas between numbers, semicolons between rows, 400:0.001 for a pair, w=2. */
    private static String text(String name, Object value) {
        if (value instanceof Map<?, ?> named) {
            return joined(
                    ",",
                    List.copyOf(named.entrySet()),
                    each -> ((Map.Entry<?, ?>) each).getKey() + "=" + text(name, ((Map.Entry<?, ?>) each).getValue()));
        }
        if (!(value instanceof List<?> list)) {
            return value instanceof Double x ? Decimal.shortest(x) : String.valueOf(value);
        }
        if (name.equals("eta_from")) {
            return list.get(0) instanceof List<?>
                    ? joined(",", list, pair -> joined(":", (List<?>) pair, part -> text("", part)))
                    : joined(":", list, part -> text("", part));
        }
        boolean rows = list.stream().anyMatch(row -> row instanceof List<?> several && several.size() > 1);
        return joined(rows ? ";" : ",", list, part -> text(name, part));
    }

    private static String joined(String between, List<?> list, Function<Object, String> text) {
        return list.stream().map(text).collect(Collectors.joining(between));
    }
}
