package dev.nabla.progress;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a JSON object says: the words, numbers and truths by name, and those of the object in it.
 *
 * @param all of this object, as text
 * @param inner of the object in it; others are passed over
 */
record Fields(Map<String, String> all, Map<String, String> inner) {
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Reads on from the beginning of an object to its end. */
    static Fields read(JsonParser json) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        Map<String, String> inner = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && inner.isEmpty()) {
                inner.putAll(read(json).all);
            } else if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                all.put(name, json.getText());
            }
        }
        return new Fields(all, inner);
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(all.get(name));
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> BadInput.usage("bad_line", name + " is missing"));
    }

    long whole(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException word) {
            throw BadInput.usage("bad_line", name + " '" + text(name) + "' is not a whole number");
        }
    }

    boolean truth(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BadInput.usage("bad_line", name + " '" + text(name) + "' is neither true nor false");
        };
    }

    /** The time; the first nabla wrote none. */
    Instant at() {
        String at = optional("at").orElse("1970-01-01T00:00:00Z");
        try {
            Instant time = Instant.parse(at);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(END)) {
                return time;
            }
        } catch (DateTimeException word) {
            // It is said with the times that no clock shows.
        }
        throw BadInput.usage("bad_line", "at '" + at + "' is not a time like 2026-03-02T17:04:05Z");
    }
}
