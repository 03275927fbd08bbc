package dev.nabla.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a script is told that is no answer of an operation: an object of schema 1 with whatever stands under its names. */
public final class JsonObject {
    private JsonObject() {}

    /** A line; the members are texts, whole numbers, truths, and lists and maps of these, null where there is none. */
    public static String of(Map<String, ?> members) {
        return Json.line(json -> {
            json.writeStartObject();
            json.writeNumberField("schema", Json.SCHEMA);
            members(members, json);
            json.writeEndObject();
        });
    }

    private static void members(Map<?, ?> members, JsonGenerator json) throws IOException {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.writeFieldName((String) member.getKey());
            any(member.getValue(), json);
        }
    }

    private static void any(Object any, JsonGenerator json) throws IOException {
        if (any instanceof Map<?, ?> map) {
            json.writeStartObject();
            members(map, json);
            json.writeEndObject();
        } else if (any instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                any(element, json);
            }
            json.writeEndArray();
        } else {
            json.writeObject(any);
        }
    }
}
