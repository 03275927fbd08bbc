package dev.nabla.view;

import java.util.List;
import java.util.Map;

/** What a script is told that is no answer of an operation: an object of schema 1 with whatever stands under its names. */
public final class JsonObject {
    private final JsonText text = new JsonText();

    private JsonObject() {}

    /** A line; the members are texts, whole numbers, truths, and lists and maps of these, null where there is none. */
    public static String of(Map<String, ?> members) {
        JsonObject object = new JsonObject();
        object.text.begin('{').name("schema").whole(Json.SCHEMA);
        object.members(members);
        return object.text.end('}').line().taken();
    }

    private void members(Map<?, ?> members) {
        members.forEach((name, member) -> {
            text.name((String) name);
            any(member);
        });
    }

    private void any(Object any) {
        if (any == null) {
            text.none();
        } else if (any instanceof Number whole) {
            text.whole(whole.longValue());
        } else if (any instanceof Boolean truth) {
            text.truth(truth);
        } else if (any instanceof Map<?, ?> map) {
            text.begin('{');
            members(map);
            text.end('}');
        } else if (any instanceof List<?> list) {
            text.begin('[');
            list.forEach(this::any);
            text.end(']');
        } else {
            text.string((String) any);
        }
    }
}
