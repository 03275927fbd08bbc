package dev.nabla.cli;

import static dev.nabla.cli.SchemaTypes.FLAG;
import static dev.nabla.cli.SchemaTypes.NUMBER;
import static dev.nabla.cli.SchemaTypes.WHOLE;
import static dev.nabla.cli.SchemaTypes.matrix;
import static dev.nabla.cli.SchemaTypes.ranged;
import static dev.nabla.cli.SchemaTypes.some;
import static dev.nabla.cli.SchemaTypes.type;
import static dev.nabla.cli.SchemaTypes.vector;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of an input, by what it can hold. */
final class InputSchema {
    /** All names, where a number of them is asked for. */
    private static final String ALL = "all";

    private InputSchema() {}

    /** @param table whether an input that takes a row may be a table of several */
    static <M extends Record> Map<String, Object> of(Figure<M> figure, Knob<M, ?> knob, boolean table) {
        Map<String, Object> described = Json.members("description", knob.info().help());
        described.putAll(asked(figure, knob, table));
        return described;
    }

    private static <M extends Record> Map<String, Object> asked(Figure<M> figure, Knob<M, ?> knob, boolean table) {
        Value value = held(figure, knob);
        List<String> words = knob.choices(figure.start());
        if (!words.isEmpty()) {
            return Json.members("enum", words);
        }
        Bounds bounds = knob.bounds(figure.start());
        return value.accept(new Value.Visitor<Map<String, Object>, RuntimeException>() {
            @Override
            public Map<String, Object> real(double x) {
                return ranged(NUMBER, bounds);
            }

            @Override
            public Map<String, Object> whole(long n) {
                Map<String, Object> whole = ranged(WHOLE, bounds);
                return reads(figure, knob, ALL) ? Json.members("anyOf", List.of(Map.of("const", ALL), whole)) : whole;
            }

            /** A name or a function of x, which may also be a constant. */
            @Override
            public Map<String, Object> word(String text) {
                Map<String, Object> word = reads(figure, knob, "1") ? type("number", "string") : type("string");
                word.put("examples", word.get("type") instanceof List<?> ? List.of(text, 2) : List.of(text));
                return word;
            }

            @Override
            public Map<String, Object> flag(boolean yes) {
                return FLAG;
            }

            @Override
            public Map<String, Object> absent(String why) {
                throw new IllegalStateException(knob.name() + " holds nothing in any sample");
            }

            @Override
            public Map<String, Object> list(Value.Listed list) {
                if (list.dimensions() == 0) {
                    Map<String, Object> function = type("number", "string");
                    function.put("examples", List.of(list.text(), 2));
                    return Json.members("anyOf", List.of(function, some(function)));
                }
                boolean many = list.dimensions() == 2 || table && knob.info().byRow();
                Map<String, Object> number = ranged(NUMBER, bounds);
                if (number.equals(NUMBER)) {
                    return Map.of("$ref", many ? "#/$defs/matrix" : "#/$defs/vector");
                }
                return many ? matrix(number) : vector(number);
            }

            @Override
            public Map<String, Object> named(Value.NamedReals named) {
                Map<String, Object> numbers = type("object");
                numbers.put("additionalProperties", NUMBER);
                numbers.put("minProperties", 1);
                Map<String, Object> example = new LinkedHashMap<>();
                for (int i = 0; i < named.size(); i++) {
                    example.put(named.names().get(i), named.values().get(i));
                }
                numbers.put("examples", List.of(example));
                return Json.members("anyOf", List.of(reals(new Value.Reals(named.values())), numbers));
            }

            @Override
            public Map<String, Object> wholes(Value.Wholes wholes) {
                Map<String, Object> text = type("string");
                text.put("pattern", "^\\s*[-+]?[0-9]+(?:\\s*[,;]\\s*[-+]?[0-9]+)*\\s*$");
                text.put("examples", List.of(wholes.text()));
                return Json.members("anyOf", List.of(text, vector(ranged(WHOLE, bounds))));
            }

            @Override
            public Map<String, Object> pairs(Value.Pairs pairs) {
                Map<String, Object> step = type("integer");
                step.put("minimum", 1);
                Map<String, Object> rate = type("number");
                rate.put("exclusiveMinimum", 0);
                Map<String, Object> pair =
                        Json.members("type", "array", "prefixItems", List.of(step, rate), "minItems", 2, "maxItems", 2);
                Map<String, Object> text = type("string");
                text.put("examples", List.of(pairs.text()));
                return Json.members("anyOf", List.of(text, pair, some(pair)));
            }
        });
    }

    private static <M extends Record> boolean reads(Figure<M> figure, Knob<M, ?> knob, String text) {
        try {
            knob.codec().apply(figure.start()).read(new Value.Word(text));
            return true;
        } catch (BadInput unreadable) {
            return false;
        }
    }

    /** What it holds, also where that does not count now; of several models the first that holds anything. */
    static <M extends Record, V> Value held(Figure<M> figure, Knob<M, V> knob) {
        return BatchSchema.first(Samples.models(figure).stream().map(knob::held));
    }
}
