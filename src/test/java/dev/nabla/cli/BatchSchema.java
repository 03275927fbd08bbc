package dev.nabla.cli;

import static dev.nabla.cli.SchemaTypes.FLAG;
import static dev.nabla.cli.SchemaTypes.NUMBER;
import static dev.nabla.cli.SchemaTypes.WHOLE;
import static dev.nabla.cli.SchemaTypes.list;
import static dev.nabla.cli.SchemaTypes.ranged;
import static dev.nabla.cli.SchemaTypes.some;
import static dev.nabla.cli.SchemaTypes.type;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nabla.cli.command.CheckLines;
import dev.nabla.cli.command.GradeForm;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A JSON Schema for the lines of {@code nabla solve --batch} and {@code check --batch}, built from the inputs and facts
 * of the figures.
 */
final class BatchSchema {
    /** A real number as answers have it; none where it does not exist. */
    private static final Map<String, Object> REAL =
            Json.members("anyOf", List.of(type("number", "null"), Map.of("enum", List.of("inf", "-inf", "nan"))));

    private static final Map<String, List<List<Fact>>> SAMPLED = new ConcurrentHashMap<>();

    private static final Map<String, Object> STRINGS = list(type("string"));
    /** What was typed: a text, a number, a flag, or texts and numbers in order. */
    private static final Map<String, Object> TYPED = Json.members(
            "anyOf",
            List.of(type("number", "string", "boolean"), some(type("number", "string")), some(some(type("number")))));
    /** What answers to a fact are made of, beside the inputs of its operation. */
    private static final Map<String, Object> OF_FACTS = Json.members(
            "answer",
            TYPED,
            "places",
            ranged(WHOLE, Bounds.atLeast(0L).atMost(9L)),
            "significant",
            ranged(WHOLE, Bounds.atLeast(1L).atMost(17L)),
            "tolerance",
            ranged(NUMBER, Bounds.above(0L)));

    /** Which members its lines may have hangs on no course. */
    private static final BatchTask CHECKS = new CheckLines(
                    new Course("", List.of(), 0, List.of()),
                    AnswerPrecision.USUAL,
                    new GradeForm(true, Optional.empty()),
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
        SchemaTypes.define(defs);
        return Json.members(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:nabla:batch:1",
                "title",
                "nabla solve --batch and nabla check --batch",
                "description",
                "A question a line in, an answer a line out. Fields that are no input go back in the answer as they came,"
                        + " but a name that looks like a misspelt input is refused.",
                "anyOf",
                Stream.of("question", "answer", "check", "verdict")
                        .map(def -> Map.of("$ref", "#/$defs/" + def))
                        .toList(),
                "$defs",
                defs);
    }

    /** @param more members than its inputs, without which it asks for no answer */
    private static <M extends Record> Map<String, Object> question(
            Figure<M> figure, BatchTask task, Map<String, Object> more) {
        Map<String, Object> properties = Json.members("op", Map.of("const", figure.id()));
        List<String> required = new ArrayList<>(List.of("op"));
        for (Knob<M, ?> knob : figure.inputs()) {
            properties.put(knob.name(), InputSchema.of(figure, knob, more.isEmpty()));
            if (knob.info().needed() && Samples.models(figure).stream().allMatch(model -> isAsked(knob, model))) {
                required.add(knob.name());
            }
        }
        Set<String> taken = new TreeSet<>(task.ofAnswers());
        if (more.isEmpty()) {
            figure.factsOnRequest().forEach(fact -> properties.put(fact, FLAG));
            taken.addAll(figure.quantities().names());
        } else {
            properties.put("fact", fact(figure));
            properties.putAll(more);
            required.addAll(List.of("fact", "answer"));
        }
        Map<String, Object> line = line(properties, required, task, taken);
        line.putAll(SchemaConditions.of(figure.id()));
        return line;
    }

    private static <M extends Record> boolean isAsked(Knob<M, ?> knob, M model) {
        return knob.applies().test(model) && !knob.value(model).isAbsent();
    }

    private static <M extends Record> Map<String, Object> fact(Figure<M> figure) {
        List<String> names =
                figure.facts(figure.start()).stream().map(Fact::name).toList();
        String any = namesItsResults(figure) ? "[A-Za-zβεηθλστ][A-Za-z0-9_βεηθλστ]*" : String.join("|", names);
        Map<String, Object> fact = type("string");
        fact.put("pattern", "^(?:" + any + ")(?:\\[[0-9]+(?:(?:,|\\]\\[)[0-9]+)?\\])?$");
        fact.put("examples", names);
        return fact;
    }

    private static Map<String, Object> item() {
        Map<String, Object> properties = Json.members(
                "item",
                Json.members(
                        "description",
                        "id of a question, as text; a number is refused where it may have lost a 0 at its end",
                        "type",
                        List.of("number", "string"),
                        "examples",
                        List.of("2.3", "7.1"),
                        "pattern",
                        "^[A-Za-z0-9][A-Za-z0-9_.-]{0,19}$"),
                "seed",
                ranged(WHOLE, Bounds.atLeast(Long.MIN_VALUE).atMost(Long.MAX_VALUE)),
                "answer",
                TYPED);
        return line(properties, List.of("item", "answer"), CHECKS, CHECKS.ofAnswers());
    }

    /** @param taken names that answers have themselves */
    private static Map<String, Object> line(
            Map<String, Object> properties, List<String> required, BatchTask task, Set<String> taken) {
        Set<String> others = new TreeSet<>(task.names());
        others.addAll(taken);
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

    static Value first(Stream<Value> values) {
        return values.filter(value -> !value.isAbsent()).findFirst().orElseThrow();
    }

    private static <M extends Record> Map<String, Object> answer(Figure<M> figure) {
        Map<String, Object> in = new LinkedHashMap<>();
        for (Knob<M, ?> knob : figure.inputs()) {
            in.put(knob.name(), told(InputSchema.held(figure, knob)));
        }
        Map<String, Object> properties = begin(Map.of("const", figure.id()));
        properties.put("in", closed(in, List.of()));
        properties.put("out", results(figure));
        properties.put("steps", STRINGS);
        properties.put("warnings", STRINGS);
        return object(properties, List.copyOf(properties.keySet()));
    }

    /** Whether the names of a figure's results follow from the question, as those of a typed graph do. */
    private static <M extends Record> boolean namesItsResults(Figure<M> figure) {
        List<String> names = names(figure.facts(figure.start()));
        return sampled(figure).stream().anyMatch(facts -> !names(facts).equals(names));
    }

    /** The facts of the models to try a figure with, computed once, since some of them need a training. */
    private static <M extends Record> List<List<Fact>> sampled(Figure<M> figure) {
        return SAMPLED.computeIfAbsent(
                figure.id(),
                id -> Samples.models(figure).stream().map(figure::facts).toList());
    }

    private static List<String> names(List<Fact> facts) {
        return facts.stream().map(Fact::name).toList();
    }

    /** The results of a figure; where their names follow from a question, any name may stand beside the usual ones. */
    private static <M extends Record> Map<String, Object> results(Figure<M> figure) {
        Map<String, Object> out = new LinkedHashMap<>();
        List<String> always = new ArrayList<>();
        List<Fact> usual = figure.facts(figure.start());
        List<List<Fact>> sampled = sampled(figure);
        for (Fact fact : usual) {
            Stream<Value> values = sampled.stream()
                    .flatMap(List::stream)
                    .filter(other -> other.name().equals(fact.name()))
                    .map(Fact::value);
            out.put(fact.name(), told(first(values)));
            boolean everywhere = sampled.stream().allMatch(facts -> facts.stream()
                    .anyMatch(other -> other.name().equals(fact.name())));
            boolean printed =
                    !fact.onRequest() && !figure.quantities().withSteps().contains(fact.name());
            if (printed && everywhere) {
                always.add(fact.name());
            }
        }
        Map<String, Object> results = closed(out, always);
        if (!figure.aboutResults().isEmpty()) {
            results.put("description", String.join(" ", figure.aboutResults()));
        }
        if (namesItsResults(figure)) {
            results.put("additionalProperties", REAL);
        }
        return results;
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
