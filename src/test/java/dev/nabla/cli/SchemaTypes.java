package dev.nabla.cli;

import dev.nabla.figure.Bounds;
import dev.nabla.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of a schema of lines: numbers, which a text may stand for, and lists of them. */
final class SchemaTypes {
    static final Map<String, Object> NUMBER = Map.of("$ref", "#/$defs/number");
    static final Map<String, Object> WHOLE = Map.of("$ref", "#/$defs/whole");
    static final Map<String, Object> FLAG = Json.members("enum", List.of(true, false, "true", "false"));

    private SchemaTypes() {}

    /** Adds the definitions that these types refer to. */
    static void define(Map<String, Object> defs) {
        defs.put(
                "number",
                Json.members(
                        "description",
                        "a number, or a text like 1/3 or -inf; what the text comes to is not checked here",
                        "type",
                        List.of("number", "string"),
                        "pattern",
                        "[0-9]|\\b(?:inf|infinity|pi|e)\\b",
                        "examples",
                        List.of(0.5, "1/3", "sqrt(2)")));
        defs.put(
                "whole",
                Json.members(
                        "description",
                        "a whole number, or its digits as text; those of a text are not compared with a range here",
                        "type",
                        List.of("integer", "string"),
                        "pattern",
                        "^\\s*[-+]?[0-9]+\\s*$",
                        "examples",
                        List.of(1, "2")));
        defs.put("vector", vector(NUMBER));
        defs.put("matrix", matrix(NUMBER));
    }

    static Map<String, Object> type(String... types) {
        return Json.members("type", types.length == 1 ? types[0] : List.of(types));
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return Json.members("type", "array", "items", items);
    }

    /** A number within bounds; those of a text are not checked here. */
    static Map<String, Object> ranged(Map<String, Object> number, Bounds bounds) {
        Map<String, Object> ranged = new LinkedHashMap<>(number);
        bounds.least().ifPresent(end -> ranged.put(end.open() ? "exclusiveMinimum" : "minimum", end.at()));
        bounds.most().ifPresent(end -> ranged.put(end.open() ? "exclusiveMaximum" : "maximum", end.at()));
        return ranged;
    }

    /** A row or a column of numbers, or a single one. */
    static Map<String, Object> vector(Map<String, Object> number) {
        Map<String, Object> row = some(some(number));
        row.put("maxItems", 1);
        Map<String, Object> single = some(number);
        single.put("maxItems", 1);
        return Json.members("anyOf", List.of(number, some(number), row, some(single)));
    }

    /** Rows of equally many numbers, or a single row. */
    static Map<String, Object> matrix(Map<String, Object> number) {
        return Json.members("anyOf", List.of(number, some(number), some(some(number))));
    }

    /** A list that is not empty. */
    static Map<String, Object> some(Map<String, Object> items) {
        Map<String, Object> some = list(items);
        some.put("minItems", 1);
        return some;
    }
}
