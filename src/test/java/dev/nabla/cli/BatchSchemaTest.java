package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.figure.Bounds;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.math.BadInput;
import dev.nabla.math.BadInput.ErrorKind;
import dev.nabla.math.Noise;
import dev.nabla.output.Json;
import dev.nabla.output.JsonLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema in the distribution says what lines are. */
@ExtendWith(Draws.class)
@TestsFigures
@Slow
class BatchSchemaTest {
    private static final Map<String, Object> SCHEMA = BatchSchema.schema();
    private static final Map<String, SchemaValidator> VALIDATORS = new ConcurrentHashMap<>();

    /** The longest training for an answer, in microseconds by the figure's estimate. */
    private static final int LONGEST = Draws.count(30_000, 10_000_000);

    static List<String> operations() {
        return Samples.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyQuestionAndAnswerIsValid(String op) {
        for (String question : questions(Figures.operation(op))) {
            String answer = answered(question);
            assertThat(complaints("question", question)).as(question).isEmpty();
            assertThat(complaints("answer", answer)).as(answer).isEmpty();
            assertThat(answer).doesNotContainPattern("(\\w+): \\1:");
            if (!answer.contains("\"error\"")) {
                String in = answer.replaceFirst(".*?\"in\":\\{", "{\"op\":\"" + op + "\",")
                        .replaceFirst("},\"out\":.*", "}");
                assertThat(complaints("question", in)).as(in).isEmpty();
                assertThat(answered(in)).isEqualTo(answer);
            }
        }
    }

    /** Of every kind that an input has what comes out is read again, and refused at most by the maths. */
    @ParameterizedTest
    @MethodSource("operations")
    void whatComesOutCanGoIn(String op) throws IOException {
        fedBack(Figures.operation(op));
    }

    private static <M extends Record> void fedBack(Figure<M> figure) throws IOException {
        List<String> lines = new ArrayList<>();
        for (M model : Draws.some(5, answeredSoon(figure), "fed back" + figure.id())) {
            boolean answers = !answered(question(figure, model)).contains("\"error\"");
            for (Fact fact : answers ? figure.facts(model) : List.<Fact>of()) {
                for (Knob<M, ?> knob : figure.inputs()) {
                    if (knob.value(model).getClass() == fact.value().getClass()
                            && fact.value().word().isEmpty()
                            && !fact.value().isAbsent()
                            && isAnsweredSoon(
                                    figure,
                                    () -> Settings.apply(
                                            figure,
                                            model,
                                            Map.of(knob.name(), fact.value().text())))) {
                        String start = question(figure, model).replaceFirst(",\"" + knob.name() + "\":\"[^\"]*\"", "");
                        lines.add(start.substring(0, start.length() - 1) + ",\"" + knob.name() + "\":"
                                + Json.value(fact).strip() + "}");
                    }
                }
            }
        }
        List<String> drawn = Draws.some(30, lines, "lines fed back" + figure.id());
        for (String answer : answered(String.join("\n", drawn)).lines().toList()) {
            String code = JsonLine.read(answer).settings().getOrDefault("code", "");
            assertThat(code).as(answer).isNotIn("bad_number", "bad_value", "bad_json", "bad_line", "reserved");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"op\":\"sofmax\"}",
                "{\"op\":\"softmax\",\"shift\":1}",
                "{\"op\":\"dot\",\"a\":[1]}",
                "{\"op\":\"softmax\",\"out\":1}",
                "{\"op\":\"softmax\",\"tau\":{}}",
                "{\"op\":\"descent\",\"optimizer\":\"best\"}"
            })
    void whatIsNoQuestionIsNotValidAndGivesAnError(String line) {
        assertThat(complaints("question", line)).isNotEmpty();
        assertThat(answered(line)).contains("\"error\"");
        assertThat(complaints("answer", answered(line))).isEmpty();
    }

    /**
     * A number at an end of a range, beyond it or between the ends.
     *
     * @param within whether it is in the range
     */
    private record Drawn(String number, boolean within) {
        static List<Drawn> whole(Bounds bounds, long seed) {
            BigInteger least =
                    BigInteger.valueOf((Long) bounds.least().orElseThrow().at());
            BigInteger most = bounds.most()
                    .map(end -> BigInteger.valueOf((Long) end.at()))
                    .orElse(least.add(BigInteger.TWO));
            double share = Noise.uniform(seed, 0);
            BigInteger between = new BigDecimal(most.subtract(least))
                    .multiply(new BigDecimal(share))
                    .toBigInteger()
                    .add(least);
            List<Drawn> drawn = new ArrayList<>(List.of(
                    new Drawn(least.subtract(BigInteger.ONE).toString(), false),
                    new Drawn(least.toString(), true),
                    new Drawn(between.toString(), true),
                    new Drawn(most.toString(), true)));
            bounds.most()
                    .ifPresent(
                            end -> drawn.add(new Drawn(most.add(BigInteger.ONE).toString(), false)));
            return drawn;
        }

        static List<Drawn> real(Bounds bounds, long seed) {
            List<Drawn> drawn = new ArrayList<>();
            double least = bounds.least().map(end -> end.at().doubleValue()).orElse(-1e300);
            double most = bounds.most().map(end -> end.at().doubleValue()).orElse(least + 1e300);
            drawn.add(new Drawn(String.valueOf(least + Noise.uniform(seed, 0) * (most - least)), true));
            bounds.least().ifPresent(end -> {
                drawn.add(new Drawn(String.valueOf(least), !end.open()));
                drawn.add(new Drawn(String.valueOf(Math.nextDown(least)), false));
                drawn.add(new Drawn(String.valueOf(Math.nextUp(least)), true));
            });
            bounds.most().ifPresent(end -> {
                drawn.add(new Drawn(String.valueOf(most), !end.open()));
                drawn.add(new Drawn(String.valueOf(Math.nextUp(most)), false));
                drawn.add(new Drawn(String.valueOf(Math.nextDown(most)), true));
            });
            return drawn;
        }
    }

    /** Inputs whose two numbers must sum to 1. */
    private static final Set<String> SHARES = Set.of("target", "p", "q");

    /** Inputs beyond whose range there is no answer: a division by 0. All others are beyond a range by agreement. */
    private static final Set<String> UNDEFINED = Set.of("tau", "eps");

    /** At both ends of each range, beyond them and between them. */
    @ParameterizedTest
    @MethodSource("operations")
    void aRangeIsWhatTheProgramTakes(String op) {
        aRangeIsWhatTheProgramTakes(Figures.operation(op));
    }

    private static <M extends Record> void aRangeIsWhatTheProgramTakes(Figure<M> figure) {
        for (Knob<M, ?> knob : figure.inputs()) {
            Value held = Samples.models(figure).stream()
                    .map(knob::value)
                    .filter(value -> !value.isAbsent())
                    .findFirst()
                    .orElseThrow();
            Bounds bounds = knob.bounds(figure.start());
            long seed = knob.name().hashCode();
            boolean counts = held instanceof Value.Whole || held instanceof Value.Wholes;
            List<Drawn> drawn = counts ? Drawn.whole(bounds, seed) : List.of();
            drawn = held instanceof Value.Reals || held instanceof Value.Real ? Drawn.real(bounds, seed) : drawn;
            for (Drawn each : drawn) {
                if (!each.within() || fits(figure.id(), knob.name(), each.number())) {
                    isTaken(figure, knob.name(), held.dimensions() == 1, each);
                }
            }
        }
    }

    /** Whether a number between the ends is taken: heads share n_embd evenly, and a step of law reads 4 names. */
    private static boolean fits(String op, String knob, String number) {
        boolean fours = op.equals("law") && List.of("n_embd", "names").contains(knob);
        return (!knob.equals("n_head") || 32 % Long.parseLong(number) == 0)
                && (!fours || Long.parseLong(number) % 4 == 0);
    }

    private static <M extends Record> void isTaken(Figure<M> figure, String knob, boolean list, Drawn drawn) {
        M model = Settings.apply(figure, figure.start(), beside(figure, knob));
        Map<String, String> given = new LinkedHashMap<>();
        for (Knob<M, ?> each : figure.inputs()) {
            if (!each.value(model).isAbsent()) {
                given.put(each.name(), "\"" + each.text(model) + "\"");
            }
        }
        String other =
                new BigDecimal(1).subtract(new BigDecimal(drawn.number())).toString();
        given.put(
                knob,
                list
                        ? "[" + drawn.number() + "," + (SHARES.contains(knob) ? other : drawn.number()) + "]"
                        : drawn.number());
        String line = given.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{\"op\":\"" + figure.id() + "\",", "}"));
        assertThat(complaints("question", line).isEmpty())
                .as("by the schema: " + line)
                .isEqualTo(drawn.within());
        Map<String, String> set = Map.of(knob, drawn.number());
        if (!drawn.within()) {
            BadInput refused = catchThrowableOfType(BadInput.class, () -> Settings.apply(figure, model, set));
            boolean undefined = SHARES.contains(knob) || UNDEFINED.contains(knob) && refused.kind() == ErrorKind.MATHS;
            assertThat(refused.kind())
                    .as(figure.id() + " " + set)
                    .isEqualTo(undefined ? ErrorKind.MATHS : ErrorKind.USAGE);
        }
        boolean trains = figure instanceof TrainedFigure<?>
                || !list && !isAnsweredSoon(figure, () -> Settings.apply(figure, model, set));
        if (!drawn.within() || !trains) {
            assertThat(answered(line).contains("\"error\"")).as(line).isEqualTo(!drawn.within());
        } else {
            // A training may be long, and is not needed to read what was given.
            Settings.apply(figure, model, set);
        }
    }

    /** What must be given beside an input so that it may be all that it ever may. */
    private static Map<String, String> beside(Figure<?> figure, String knob) {
        boolean schedule = figure.knobs().stream().anyMatch(each -> each.name().equals("of"));
        return switch (knob) {
            case "position" -> Map.of("name", "abcdefghijklmno");
            case "steps" -> schedule ? Map.of("of", "100000") : Map.of();
            case "row" -> Map.of("matrix", "mlp_fc1");
            case "column" -> Map.of("matrix", "mlp_fc2");
            case "n_head" -> Map.of("n_embd", "32");
            case "target" -> Map.of("logits", "1,2", "target", "0.5,0.5");
            case "m" -> Map.of("optimizer", "adam");
            case "v" -> Map.of("optimizer", "momentum"); // Adam's is a mean of squares, which is not negative
            case "logits", "upstream" ->
                figure.id().equals("softmax_backward") ? Map.of("logits", "1,2", "upstream", "1,0") : Map.of();
            case "inputs" -> Map.of("f", "L = w*x");
            case "x" -> figure.id().equals("chain") ? Map.of("f", "x^2", "x", "1") : Map.of();
            default -> Map.of();
        };
    }

    @Test
    void fieldsThatGoBackAreAllowedOnBothSides() {
        String line = "{\"op\":\"softmax\",\"logits\":[1],\"id\":{\"n\":[1]},\"student\":\"ada\",\"data\":{\"row\":1}}";
        assertThat(complaints("question", line)).isEmpty();
        assertThat(complaints("answer", answered(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"item\":\"2.3\",\"answer\":\"0.47\"}",
                "{\"id\":7,\"item\":\"2.3\",\"seed\":7,\"answer\":0.5}",
                "{\"item\":\"2.3\",\"answer\":\"what\"}",
                "{\"item\":\"none\",\"answer\":\"1\"}",
                "{\"item\":\"5.6\",\"answer\":[5.5,0]}",
                "{\"item\":\"3.2\",\"answer\":true,\"data\":{\"row\":[1]}}",
                "{\"op\":\"dot\",\"a\":[1,2],\"b\":[3,4],\"fact\":\"cosine\",\"answer\":\"0.98\",\"places\":2}",
                "{\"op\":\"graph\",\"inputs\":{\"w\":4,\"c\":\"1/3\",\"x\":1},\"fact\":\"w_grad\",\"answer\":1}",
                "{\"op\":\"graph\",\"f\":\"n1 = 3; L = n1^2\",\"fact\":\"n1_grad\",\"answer\":6}"
            })
    void everyCheckAndVerdictIsValid(String line) {
        assertThat(complaints("check", line)).isEmpty();
        assertThat(complaints("verdict", graded(line))).as(graded(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"item\":\"2.3\"}",
                "{\"item\":\"2.3\",\"answer\":1,\"fact\":\"p\"}",
                "{\"item\":\"2.3\",\"answer\":1,\"verdict\":\"right\"}",
                "{\"op\":\"dot\",\"a\":[1],\"fact\":\"dot\",\"answer\":1}",
                "{\"op\":\"dot\",\"a\":[1],\"b\":[1],\"answer\":1}"
            })
    void whatIsNoCheckIsNotValidAndGivesAnError(String line) {
        assertThat(complaints("check", line)).isNotEmpty();
        assertThat(graded(line)).contains("\"error\"");
        assertThat(complaints("verdict", graded(line))).isEmpty();
    }

    private static <M extends Record> List<String> questions(Figure<M> figure) {
        List<String> questions = new ArrayList<>();
        Draws.some(8, answeredSoon(figure), "questions" + figure.id())
                .forEach(model -> questions.add(question(figure, model)));
        return questions;
    }

    /** Returns the models whose answers need no long training; the quickest one if all of them do. */
    private static <M extends Record> List<M> answeredSoon(Figure<M> figure) {
        List<M> soon = Samples.models(figure).stream()
                .filter(model -> isAnsweredSoon(figure, () -> model))
                .toList();
        return soon.isEmpty()
                ? Samples.models(figure).stream().min(Comparator.comparing(figure::effort)).stream()
                        .toList()
                : soon;
    }

    /** Whether the answer needs no long training; a model that cannot be is refused soon. */
    private static <M extends Record> boolean isAnsweredSoon(Figure<M> figure, Supplier<M> model) {
        try {
            return figure.effort(model.get()) <= LONGEST;
        } catch (BadInput refused) {
            return true;
        }
    }

    private static <M extends Record> String question(Figure<M> figure, M model) {
        StringBuilder line = new StringBuilder("{\"op\":\"" + figure.id() + "\"");
        for (Knob<M, ?> knob : figure.inputs()) {
            if (!knob.value(model).isAbsent()) {
                line.append(",\"" + knob.name() + "\":\"" + knob.text(model) + "\"");
            }
        }
        return line + "}";
    }

    private static String answered(String line) {
        return ran(line, "solve");
    }

    private static String graded(String line) {
        return ran(line, "check");
    }

    private static String ran(String line, String command) {
        return Ran.of(Consoles.NOBODY, Ran.typed(line), command, "--batch")
                .out()
                .strip();
    }

    private static List<String> complaints(String def, String json) {
        return VALIDATORS
                .computeIfAbsent(def, each -> new SchemaValidator(SCHEMA, each))
                .complaints(json);
    }
}
