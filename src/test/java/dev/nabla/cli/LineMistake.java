package dev.nabla.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mistake in a line of a batch, with the codes of the errors that it may give. */
enum LineMistake {
    UNKNOWN_OPERATION("unknown_op") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return line.containsKey("op") ? Optional.of(with(line, "op", "banana")) : Optional.empty();
        }
    },
    MISSING("missing", "no_op") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            Map<String, Object> less = new LinkedHashMap<>(line);
            less.remove(draw.one(SchemaLines.required(kind)));
            return Optional.of(less);
        }
    },
    NOTHING("bad_value") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return Optional.of(with(line, member(kind, draw), null));
        }
    },
    AN_OBJECT("bad_value") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return Optional.of(with(line, member(kind, draw), Map.of("a", 1)));
        }
    },
    TOO_DEEP("bad_value") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return Optional.of(with(line, member(kind, draw), List.of(List.of(List.of(1)))));
        }
    },
    EMPTY("empty") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return Optional.of(with(line, member(kind, draw), List.of()));
        }
    },
    A_LIST(
            "bad_value",
            "bad_number",
            "unknown_word",
            "unknown_character",
            "bad_pair",
            "bad_expression",
            "no_name",
            "excluded",
            "shape_mismatch", // one number where others are as many as the logits
            "out_of_range") { // of an input that begins at 4, as n_embd
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return Optional.of(with(line, member(kind, draw), List.of(draw.one(List.of(1, "1")))));
        }
    },
    A_FLAG(
            "bad_value",
            "bad_number",
            "unknown_word",
            "bad_expression",
            "no_name",
            "unknown_character",
            "bad_pair",
            "unknown_fact",
            "unknown_question") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return Optional.of(with(line, member(kind, draw), true));
        }
    },
    NO_NUMBER("nan", "bad_number", "unknown_word", "bad_expression", "bad_pair", "unknown_fact") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            String name = member(kind, draw);
            boolean number =
                    draw.resolved(SchemaLines.properties(kind).get(name)).containsKey("pattern");
            return number && !name.equals("item") ? Optional.of(with(line, name, "NaN")) : Optional.empty();
        }
    },
    OUT_OF_RANGE("out_of_range", "not_positive", "bad_range") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            String name = member(kind, draw);
            Map<String, Object> schema = SchemaLines.properties(kind).get(name);
            return draw.one(List.of(true, false))
                    ? end(schema, "aximum").map(most -> with(line, name, most.longValue() + 1))
                    : end(schema, "inimum").map(least -> with(line, name, least.longValue() - 1));
        }
    },
    RESERVED("reserved", "unknown_knob", "unknown_field") {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            Map<?, ?> not = (Map<?, ?>) ((Map<?, ?>) kind.get("propertyNames")).get("not");
            return Optional.of(with(line, (String) draw.one((List<?>) not.get("enum")), 1));
        }
    },
    /** None: what has no meaning goes back as it came. */
    UNHEARD_OF() {
        @Override
        Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw) {
            return Optional.of(with(line, "qqqqqqqq", draw.one(List.of(1, true, "NaN", List.of(), Map.of()))));
        }
    };

    private final Set<String> codes;

    LineMistake(String... codes) {
        this.codes = Set.of(codes);
    }

    Set<String> codes() {
        return codes;
    }

    /** Returns a copy of a line with this mistake; empty if it can have none like this. */
    abstract Optional<Map<String, Object>> in(Map<String, Object> line, Map<String, Object> kind, SchemaLines draw);

    private static String member(Map<String, Object> kind, SchemaLines draw) {
        List<String> names = SchemaLines.properties(kind).keySet().stream()
                .filter(name -> !name.equals("op"))
                .toList();
        return draw.one(names);
    }

    private static Map<String, Object> with(Map<String, Object> line, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(line);
        more.put(name, value);
        return more;
    }

    private static Optional<Number> end(Map<String, Object> schema, String end) {
        Object at = schema.getOrDefault("m" + end, schema.get("exclusiveM" + end));
        return Optional.ofNullable((Number) at);
    }
}
