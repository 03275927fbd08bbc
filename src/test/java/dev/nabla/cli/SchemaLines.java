package dev.nabla.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws lines that a schema allows, and knows no more of nabla than the schema says. */
final class SchemaLines {
    /** How far above the lower end of a range whole numbers are drawn, since steps take time. */
    private static final long REACH = 12;

    private static final double SOMETIMES = 0.4;

    private final Map<?, ?> definitions;
    private final Random random;
    /** The length of the lists of the present line. Lists of equal lengths mostly fit together. */
    private int length = 1;

    SchemaLines(Map<String, Object> schema, long seed) {
        definitions = (Map<?, ?>) schema.get("$defs");
        random = new Random(seed);
    }

    <T> T one(List<? extends T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns the kinds of lines that a definition allows, each an object with properties. */
    List<Map<String, Object>> kinds(String definition) {
        return branches(((Map<?, ?>) definitions.get(definition)).get("oneOf"));
    }

    /** Returns a line of a kind: all that is required, and some of the rest. */
    Map<String, Object> line(Map<String, Object> kind) {
        length = 1 + random.nextInt(3);
        Map<String, Object> line = new LinkedHashMap<>();
        properties(kind).forEach((name, schema) -> {
            // Without its steps a figure may train for a thousand.
            boolean always = required(kind).contains(name) || name.equals("steps");
            if (always || random.nextDouble() < SOMETIMES) {
                line.put(name, value(schema));
            }
        });
        return line;
    }

    static List<String> required(Map<String, Object> kind) {
        return ((List<?>) kind.get("required")).stream().map(String.class::cast).toList();
    }

    static Map<String, Map<String, Object>> properties(Map<String, Object> kind) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        ((Map<?, ?>) kind.get("properties")).forEach((name, schema) -> properties.put((String) name, object(schema)));
        return properties;
    }

    /** Returns a schema in which its reference is replaced by what it refers to. */
    Map<String, Object> resolved(Map<String, Object> schema) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (schema.get("$ref") instanceof String ref) {
            all.putAll(object(definitions.get(ref.substring("#/$defs/".length()))));
        }
        all.putAll(schema);
        all.remove("$ref");
        return all;
    }

    private Object value(Map<String, Object> written) {
        Map<String, Object> schema = resolved(written);
        if (schema.containsKey("const")) {
            return schema.get("const");
        }
        if (schema.get("enum") instanceof List<?> values) {
            return one(values);
        }
        if (schema.containsKey("anyOf")) {
            Map<String, Object> branch = new LinkedHashMap<>(one(branches(schema.get("anyOf"))));
            schema.forEach((key, says) -> {
                if (key.equals("examples")) {
                    branch.putIfAbsent(key, says);
                }
            });
            return value(branch);
        }
        Object type = schema.get("type");
        String drawn = type instanceof List<?> types ? one(types, schema) : (String) type;
        return switch (drawn) {
            case "boolean" -> random.nextBoolean();
            case "integer" -> whole(schema);
            case "number" -> real(schema);
            case "string" -> text(schema);
            case "array" -> array(schema);
            case "object" -> example(schema, Map.class);
            default -> throw new IllegalArgumentException(drawn);
        };
    }

    /**
     * Returns one of the types: no text where a range counts, since the schema does not compare texts, and nothing else
     * where all examples are texts.
     */
    private String one(List<?> types, Map<String, Object> schema) {
        if (schema.keySet().stream().anyMatch(key -> key.endsWith("inimum") || key.endsWith("aximum"))) {
            return (String) types.get(0);
        }
        boolean texts =
                schema.get("examples") instanceof List<?> all && all.stream().allMatch(String.class::isInstance);
        return texts ? "string" : (String) one(types);
    }

    private List<Object> array(Map<String, Object> schema) {
        int least = schema.get("minItems") instanceof Integer n ? n : 0;
        int most = schema.get("maxItems") instanceof Integer n ? n : Integer.MAX_VALUE;
        List<Object> array = new ArrayList<>();
        if (schema.get("prefixItems") instanceof List<?> places) {
            places.forEach(place -> array.add(value(object(place))));
        }
        while (array.size() < Math.min(Math.max(length, least), most)) {
            array.add(value(object(schema.get("items"))));
        }
        return array;
    }

    /** Returns one of the examples of a type; null if there is none. */
    private Object example(Map<String, Object> schema, Class<?> type) {
        List<?> examples = schema.get("examples") instanceof List<?> all
                ? all.stream().filter(type::isInstance).toList()
                : List.of();
        return examples.isEmpty() ? null : one(examples);
    }

    private Object whole(Map<String, Object> schema) {
        long least = schema.get("minimum") instanceof Number n ? Math.max(n.longValue(), -REACH) : -REACH;
        long most = schema.get("maximum") instanceof Number n ? Math.min(n.longValue(), least + REACH) : least + REACH;
        return least + random.nextInt((int) (most - least + 1));
    }

    private Object real(Map<String, Object> schema) {
        double least = end(schema, "inimum", -4);
        double most = Math.min(end(schema, "aximum", least + 4), least + 1e6);
        double drawn = least + (0.001 + 0.998 * random.nextDouble()) * (most - least);
        return random.nextInt(4) == 0 && Math.ceil(least + 0.001) < most ? Math.ceil(least + 0.001) : drawn;
    }

    private static double end(Map<String, Object> schema, String end, double otherwise) {
        for (String key : List.of("m" + end, "exclusiveM" + end)) {
            if (schema.get(key) instanceof Number at) {
                return at.doubleValue();
            }
        }
        return otherwise;
    }

    private Object text(Map<String, Object> schema) {
        Object example = example(schema, String.class);
        return example == null ? one(List.of("ab", "xyz")) : example;
    }

    private static List<Map<String, Object>> branches(Object of) {
        return ((List<?>) of).stream().map(SchemaLines::object).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object schema) {
        return (Map<String, Object>) schema;
    }
}
