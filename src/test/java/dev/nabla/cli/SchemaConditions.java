package dev.nabla.cli;

import dev.nabla.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which inputs of an operation need or exclude each other, as keywords of its schema. */
final class SchemaConditions {
    private SchemaConditions() {}

    static Map<String, Object> of(String op) {
        return switch (op) {
            case "chain" ->
                Map.of(
                        "oneOf",
                        List.of(
                                both(given("slopes"), without(Map.of("anyOf", List.of(given("f"), given("x"))))),
                                both(given("f", "x"), without(given("slopes")))));
            case "loss" -> Map.of("oneOf", List.of(given("truth"), given("target")));
            case "graph" -> Map.of("allOf", List.of(counts("c", "a_is", "plus"), counts("x", "b_is", "times")));
            case "descent" -> Map.of("oneOf", List.of(given("curvature"), given("f")));
            default -> Map.of();
        };
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

    /** Asks for an input where another, by default too, is this word. */
    private static Map<String, Object> counts(String input, String other, String word) {
        return Json.members("if", Map.of("properties", Map.of(other, Map.of("const", word))), "then", given(input));
    }
}
