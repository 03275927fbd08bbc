package dev.nabla.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nabla.cli.command.CheckLines;
import dev.nabla.cli.command.ReportForm;
import dev.nabla.cli.command.SolveLines;
import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.figure.Bounds;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.AnswerPrecision;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Json;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A JSON Schema for the lines of {@code nabla solve --batch} and {@code check --batch}, built from the inputs and facts
 * of the figures.
 */
final class BatchSchema {
    private static final Map<String, Object> NUMBER = Map.of("$ref", "#/$defs/number");
    /** A real number as answers have it; none where it does not exist. */
    private static final Map<String, Object> REAL =
            Json.members("anyOf", List.of(type("number", "null"), Map.of("enum", List.of("inf", "-inf", "nan"))));

    private static final Map<String, Object> STRINGS = list(type("string"));
    /** What was typed: a text, a number, a flag, or numbers in order. */
    private static final Map<String, Object> TYPED =
            Json.members("anyOf", List.of(NUMBER, type("boolean"), Map.of("$ref", "#/$defs/list")));
    /** What answers to a fact are made of, beside the inputs of its operation. */
    private static final Map<String, Object> OF_FACTS = Json.members(
            "fact", type("string"), "answer", TYPED, "places", NUMBER, "significant", NUMBER, "tolerance", NUMBER);

    /** Which members its lines may have hangs on no course. */
    private static final BatchTask CHECKS = new CheckLines(
                    new Course("", List.of(), 0, List.of()),
                    AnswerPrecision.USUAL,
                    new ReportForm(true, Optional.empty()),
                    ResourceLimit.WHOLE)
            .task();

    private BatchSchema() {}

    static void write(File file) throws IOException {
        try (JsonGenerator json =
                Json.FACTORY.createGenerator(file, JsonEncoding.UTF8).useDefaultPrettyPrinter()) {
            Json.any(schema(), json);
        }
    }

    static Map<String, Object> schema() {
        List<Object> questions = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        List<Object> checks = new ArrayList<>(List.of(item()));
        for (String op : Figures.operations()) {
            questions.add(question(
                    Figures.operation(op),
                    new SolveLines(false, false, List.of(), ResourceLimit.WHOLE).task(),
                    Map.of()));
            answers.add(answer(Figures.operation(op)));
            checks.add(question(Figures.operation(op), CHECKS, OF_FACTS));
        }
        answers.add(Map.of("$ref", "#/$defs/error"));
        Map<String, Object> defs = new LinkedHashMap<>();
        defs.put("question", Json.members("description", "a line into solve", "oneOf", questions));
        defs.put("answer", Json.members("description", "a line out of solve", "oneOf", answers));
        defs.put("check", Json.members("description", "a line into check", "oneOf", checks));
        defs.put("verdict", Json.members("description", "a line out of check", "oneOf", verdicts()));
        defs.put("error", error());
        defs.put(
                "number",
                Json.members(
                        "description", "a number, or a text like 1/3 or -inf", "type", List.of("number", "string")));
        defs.put("list", listOf(NUMBER));
        return Json.members(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:nabla:batch:1",
                "title",
                "nabla solve --batch and nabla check --batch",
                "description",
                "A question a line in, an answer a line out. Fields that are no input go back in the answer as they came.",
                "anyOf",
                Stream.of("question", "answer", "check", "verdict")
                        .map(def -> Map.of("$ref", "#/$defs/" + def))
                        .toList(),
                "$defs",
                defs);
    }

    private static Map<String, Object> type(String... types) {
        return Map.of("type", types.length == 1 ? types[0] : List.of(types));
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return Json.members("type", "array", "items", items);
    }

    /** @param more members than its inputs, without which it asks for no answer */
    private static <M extends Record> Map<String, Object> question(
            Figure<M> figure, BatchTask task, Map<String, Object> more) {
        Map<String, Object> properties = Json.members("op", Map.of("const", figure.id()));
        List<String> required = new ArrayList<>(List.of("op"));
        for (Knob<M, ?> knob : Knob.inputs(figure)) {
            properties.put(knob.name(), described(knob, asked(figure, knob)));
            if (knob.info().needed() && Samples.models(figure).stream().allMatch(knob.applies()::test)) {
                required.add(knob.name());
            }
        }
        if (!more.isEmpty()) {
            properties.putAll(more);
            required.addAll(List.of("fact", "answer"));
            return line(properties, required, task);
        }
        figure.factsOnRequest().forEach(fact -> properties.put(fact, type("boolean")));
        return line(properties, required, task);
    }

    private static Map<String, Object> item() {
        Map<String, Object> properties = Json.members("item", NUMBER, "seed", NUMBER, "answer", TYPED);
        return line(properties, List.of("item", "answer"), CHECKS);
    }

    private static Map<String, Object> line(Map<String, Object> properties, List<String> required, BatchTask task) {
        Set<String> others = new TreeSet<>(task.names());
        others.addAll(task.ofAnswers());
        others.removeAll(properties.keySet());
        Map<String, Object> line = object(properties, required);
        line.put("propertyNames", Map.of("not", Map.of("enum", List.copyOf(others))));
        return line;
    }

    /** Of an item, of a fact, or none. */
    private static List<Object> verdicts() {
        Map<String, Object> said = Json.members(
                "verdict",
                Map.of(
                        "enum",
                        Arrays.stream(Verdict.VerdictKind.values())
                                .map(Verdict.VerdictKind::text)
                                .toList()));
        for (String name : List.of("misconception", "understood", "message", "hint")) {
            said.put(name, type("string", "null"));
        }
        Map<String, Object> points = Json.members("points", type("number"));
        Map<String, Object> ofItem = begin(type("null"));
        ofItem.putAll(Json.members("item", type("string"), "seed", type("integer")));
        ofItem.putAll(said);
        Map<String, Object> ofFact = begin(Map.of("enum", Figures.operations()));
        ofFact.putAll(Json.members("fact", type("string")));
        ofFact.putAll(said);
        return List.of(withOptional(ofItem, points), withOptional(ofFact, points), Map.of("$ref", "#/$defs/error"));
    }

    private static Map<String, Object> withOptional(Map<String, Object> required, Map<String, Object> optional) {
        Map<String, Object> all = new LinkedHashMap<>(required);
        all.putAll(optional);
        return object(all, List.copyOf(required.keySet()));
    }

    private static Map<String, Object> described(Knob<?, ?> knob, Map<String, Object> type) {
        Map<String, Object> described = Json.members("description", knob.info().help());
        described.putAll(type);
        return described;
    }

    private static <M extends Record> Map<String, Object> asked(Figure<M> figure, Knob<M, ?> knob) {
        Value value = held(figure, knob);
        List<String> words = knob.choices(figure.start());
        if (!words.isEmpty()) {
            return Json.members("enum", words);
        }
        if (value instanceof Value.Flag) {
            return Json.members("enum", List.of(true, false, "true", "false"));
        }
        if (value instanceof Value.Words) {
            return Json.members("anyOf", List.of(NUMBER, list(NUMBER)));
        }
        Map<String, Object> number = ranged(knob.bounds(figure.start()));
        boolean isList = value.dimensions() > 0;
        return isList && !number.equals(NUMBER) ? listOf(number) : isList ? Map.of("$ref", "#/$defs/list") : number;
    }

    /** A number within bounds; those of a text are not checked here. */
    private static Map<String, Object> ranged(Bounds bounds) {
        Map<String, Object> ranged = new LinkedHashMap<>(NUMBER);
        bounds.least().ifPresent(end -> ranged.put(end.open() ? "exclusiveMinimum" : "minimum", end.at()));
        bounds.most().ifPresent(end -> ranged.put(end.open() ? "exclusiveMaximum" : "maximum", end.at()));
        return ranged;
    }

    private static Map<String, Object> listOf(Map<String, Object> number) {
        return Json.members("anyOf", List.of(number, list(number), list(list(number))));
    }

    /** What it holds, also where that does not count now; of several models the first that holds anything. */
    private static <M extends Record, V> Value held(Figure<M> figure, Knob<M, V> knob) {
        return first(Samples.models(figure).stream()
                .map(model -> knob.codec().apply(model).value(knob.get().apply(model))));
    }

    private static <M extends Record> Value said(Figure<M> figure, int fact) {
        return first(Samples.models(figure).stream()
                .map(model -> figure.facts(model).get(fact).value()));
    }

    private static Value first(Stream<Value> values) {
        return values.filter(value -> !value.isAbsent()).findFirst().orElseThrow();
    }

    private static <M extends Record> Map<String, Object> answer(Figure<M> figure) {
        Map<String, Object> in = new LinkedHashMap<>();
        for (Knob<M, ?> knob : Knob.inputs(figure)) {
            in.put(knob.name(), told(held(figure, knob)));
        }
        Map<String, Object> out = new LinkedHashMap<>();
        List<String> always = new ArrayList<>();
        for (Fact fact : figure.facts(figure.start())) {
            out.put(fact.name(), told(said(figure, out.size())));
            if (!fact.onRequest()) {
                always.add(fact.name());
            }
        }
        Map<String, Object> properties = begin(Map.of("const", figure.id()));
        properties.put("in", closed(in, List.of()));
        properties.put("out", closed(out, always));
        properties.put("steps", STRINGS);
        properties.put("warnings", STRINGS);
        return object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> error() {
        Map<String, Object> properties = begin(type("string", "null"));
        Map<String, Object> said =
                Json.members("code", type("string"), "message", type("string"), "position", positive());
        properties.put("error", closed(said, List.of("code", "message")));
        return object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> begin(Map<String, Object> op) {
        return Json.members("schema", Map.of("const", 1), "op", op, "line", positive());
    }

    private static Map<String, Object> positive() {
        return Json.members("type", "integer", "minimum", 1);
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return Json.members("type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
        Map<String, Object> closed = object(properties, required);
        closed.put("additionalProperties", false);
        return closed;
    }

    /** A value as answers have it; null where it does not exist. */
    private static Map<String, Object> told(Value value) {
        return value.accept(new Value.Visitor<Map<String, Object>, RuntimeException>() {
            @Override
            public Map<String, Object> real(double x) {
                return REAL;
            }

            @Override
            public Map<String, Object> whole(long n) {
                return type("integer", "null");
            }

            @Override
            public Map<String, Object> word(String text) {
                return type("string", "null");
            }

            @Override
            public Map<String, Object> flag(boolean yes) {
                return type("boolean", "null");
            }

            @Override
            public Map<String, Object> absent(String why) {
                return REAL;
            }

            @Override
            public Map<String, Object> list(Value.Listed list) {
                return list.dimensions() == 0
                        ? items(type("string"))
                        : list.dimensions() == 1 ? items(REAL) : items(items(REAL));
            }

            private Map<String, Object> items(Map<String, Object> each) {
                return Json.members("type", List.of("array", "null"), "items", each);
            }
        });
    }
}
