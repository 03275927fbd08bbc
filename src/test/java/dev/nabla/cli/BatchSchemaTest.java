package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.output.Json;
import dev.nabla.progress.JsonLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema in the distribution says what lines are. */
class BatchSchemaTest {
    private static final Map<String, Object> SCHEMA = BatchSchema.schema();

    static List<String> operations() {
        return Figures.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyQuestionAndAnswerIsValid(String op) {
        for (String question : questions(Figures.operation(op))) {
            String answer = answered(question);
            assertThat(complaints("question", question)).as(question).isEmpty();
            assertThat(complaints("answer", answer)).as(answer).isEmpty();
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
        for (M model : Samples.models(figure)) {
            boolean answers = !answered(question(figure, model)).contains("\"error\"");
            for (Fact fact : answers ? figure.facts(model) : List.<Fact>of()) {
                for (Knob<M, ?> knob : Knob.asked(figure)) {
                    if (knob.value(model).getClass() == fact.value().getClass()
                            && !(fact.value() instanceof Value.Word || fact.value() instanceof Value.Absent)) {
                        String start = question(figure, model).replaceFirst(",\"" + knob.name() + "\":\"[^\"]*\"", "");
                        lines.add(start.substring(0, start.length() - 1) + ",\"" + knob.name() + "\":"
                                + Json.value(fact).strip() + "}");
                    }
                }
            }
        }
        for (String answer : answered(String.join("\n", lines)).lines().toList()) {
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
                "{\"op\":\"softmax\",\"draws\":1}",
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

    @Test
    void fieldsThatGoBackAreAllowedOnBothSides() {
        String line = "{\"op\":\"softmax\",\"logits\":[1],\"id\":{\"n\":[1]},\"student\":\"ada\"}";
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
                "{\"op\":\"dot\",\"a\":[1,2],\"b\":[3,4],\"fact\":\"cosine\",\"answer\":\"0.98\",\"places\":2}",
                "{\"op\":\"graph\",\"w\":4,\"a_is\":\"log\",\"b_is\":\"relu\",\"fact\":\"grad\",\"answer\":1}"
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
        Samples.models(figure).forEach(model -> questions.add(question(figure, model)));
        return questions;
    }

    private static <M extends Record> String question(Figure<M> figure, M model) {
        StringBuilder line = new StringBuilder("{\"op\":\"" + figure.id() + "\"");
        for (Knob<M, ?> knob : Knob.asked(figure)) {
            if (!(knob.value(model) instanceof Value.Absent)) {
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
        List<String> complaints = new ArrayList<>();
        Object value = new Load(LoadSettings.builder().build()).loadFromString(json);
        check(Map.of("$ref", "#/$defs/" + def), value, def, complaints);
        return complaints;
    }

    /** As much of a validator as the schema needs. */
    private static void check(Map<?, ?> schema, Object value, String at, List<String> complaints) {
        schema.forEach((keyword, says) -> {
            boolean good =
                    switch ((String) keyword) {
                        case "$ref" -> isValid(definition((String) says), value, at, complaints);
                        case "const" -> says.equals(value);
                        case "enum" -> ((Iterable<?>) says).iterator().hasNext() && contains((Iterable<?>) says, value);
                        case "type" -> types(says).stream().anyMatch(type -> is(type, value));
                        case "minimum" -> ((Number) value).doubleValue() >= ((Number) says).doubleValue();
                        case "anyOf", "oneOf" ->
                            branches(says, value) > 0 && (keyword.equals("anyOf") || branches(says, value) == 1);
                        case "not" -> !isValid((Map<?, ?>) says, value, at, new ArrayList<>());
                        case "items" ->
                            !(value instanceof List<?> list)
                                    || list.stream()
                                            .allMatch(item -> isValid((Map<?, ?>) says, item, at + "[]", complaints));
                        case "required" ->
                            !(value instanceof Map<?, ?> map) || map.keySet().containsAll((List<?>) says);
                        case "propertyNames" ->
                            !(value instanceof Map<?, ?> map)
                                    || map.keySet().stream()
                                            .allMatch(name -> isValid((Map<?, ?>) says, name, at, complaints));
                        case "properties" ->
                            !(value instanceof Map<?, ?> map) || members((Map<?, ?>) says, map, at, complaints);
                        case "additionalProperties" ->
                            !(value instanceof Map<?, ?> map)
                                    || ((Map<?, ?>) schema.get("properties"))
                                            .keySet()
                                            .containsAll(map.keySet());
                        case "description" -> true;
                        default -> throw new IllegalArgumentException((String) keyword);
                    };
            if (!good) {
                complaints.add(at + ": " + keyword + " " + says);
            }
        });
    }

    private static boolean isValid(Map<?, ?> schema, Object value, String at, List<String> complaints) {
        List<String> found = new ArrayList<>();
        check(schema, value, at, found);
        complaints.addAll(found);
        return found.isEmpty();
    }

    private static boolean members(Map<?, ?> properties, Map<?, ?> map, String at, List<String> complaints) {
        return properties.entrySet().stream()
                .allMatch(property -> !map.containsKey(property.getKey())
                        || isValid(
                                (Map<?, ?>) property.getValue(),
                                map.get(property.getKey()),
                                at + "." + property.getKey(),
                                complaints));
    }

    private static long branches(Object schemas, Object value) {
        return ((List<?>) schemas)
                .stream()
                        .filter(branch -> isValid((Map<?, ?>) branch, value, "", new ArrayList<>()))
                        .count();
    }

    private static Map<?, ?> definition(String ref) {
        return (Map<?, ?>) ((Map<?, ?>) SCHEMA.get("$defs")).get(ref.substring("#/$defs/".length()));
    }

    private static boolean contains(Iterable<?> all, Object value) {
        for (Object each : all) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static List<?> types(Object says) {
        return says instanceof List<?> list ? list : List.of(says);
    }

    private static boolean is(Object type, Object value) {
        return switch ((String) type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "null" -> value == null;
            case "number" -> value instanceof Number;
            case "integer" ->
                value instanceof Integer || value instanceof Long || value instanceof java.math.BigInteger;
            default -> throw new IllegalArgumentException((String) type);
        };
    }
}
