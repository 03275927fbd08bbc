package dev.nabla.cli;

import dev.nabla.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which inputs of an operation need or exclude each other, as keywords of its schema. */
final class SchemaConditions {
    private SchemaConditions() {}

    static Map<String, Object> of(String op) {
        return switch (op) {
            case "chain" ->
                Map.of(
                        "oneOf",
                        List.of(
                                both(given("slopes"), without(anyOf("f", "x"))),
                                both(given("f", "x"), without(given("slopes")))));
            case "loss" -> Map.of("oneOf", List.of(given("truth"), given("target")));
            case "graph" -> Map.of("anyOf", List.of(given("f"), given("inputs")));
            case "descent" -> Map.of("oneOf", List.of(given("curvature"), given("f")));
            case "optimizer_step" -> Map.of("allOf", List.of(only("m", "adam"), only("v", "momentum", "adam")));
            case "induce" -> headsOfOneLayer();
            default -> Map.of();
        };
    }

    /** Allows only the heads of layer 1 to be off where there is one layer. */
    private static Map<String, Object> headsOfOneLayer() {
        Map<String, Object> text = Json.members("type", "string", "pattern", "^\\s*[+]?0*1\\s*$");
        Map<String, Object> one = Map.of("anyOf", List.of(Map.of("const", 1), text));
        Map<String, Object> heads = Map.of("enum", List.of("none", "1.1", "1.2", "1.3", "1.4"));
        return Json.members(
                "if",
                both(given("layers"), Map.of("properties", Map.of("layers", one))),
                "then",
                Map.of("properties", Map.of("off", heads)));
    }

    private static Map<String, Object> anyOf(String... names) {
        return Map.of("anyOf", Stream.of(names).map(SchemaConditions::given).toList());
    }

    private static Map<String, Object> given(String... names) {
        return Map.of("required", List.of(names));
    }

    private static Map<String, Object> without(Map<String, Object> condition) {
        return Map.of("not", condition);
    }

    private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    /** Allows a state only beside an optimizer that keeps it, which must be given since the default keeps none. */
    private static Map<String, Object> only(String state, String... optimizers) {
        Map<String, Object> named = given("optimizer");
        named = both(named, Map.of("properties", Map.of("optimizer", Map.of("enum", List.of(optimizers)))));
        return Json.members("if", given(state), "then", named);
    }
}
