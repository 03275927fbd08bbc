package dev.nabla.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A JSON object in a line of an append-only file. It holds texts, numbers and booleans by name, and one nested object
 * of such values.
 *
 * @param texts values of the object, as text by name
 * @param settings values of the first nested object that is not empty; other nested values are ignored
 */
public record JsonLine(Map<String, String> texts, Map<String, String> settings) implements Fields {
    /** Writes only ASCII, so that no character of an answer can control the terminal that shows the journal. */
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Returns the line of these members, in their order: texts, numbers, booleans, and maps of them. */
    public static String of(Map<String, ?> members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(members, json);
        } catch (IOException never) {
            throw new IllegalStateException(never); // a string writer accepts everything
        }
        return line.toString();
    }

    private static void write(Map<?, ?> members, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.writeFieldName((String) member.getKey());
            if (member.getValue() instanceof Map<?, ?> inner) {
                write(inner, json);
            } else {
                json.writePOJO(member.getValue());
            }
        }
        json.writeEndObject();
    }

    /**
     * Parses the object of a line.
     *
     * @throws BadInput with the reason, if the line is not a JSON object
     */
    public static JsonLine read(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw BadInput.usage("bad_line", "it is no JSON object");
            }
            JsonLine read = members(json);
            if (json.nextToken() != null) {
                throw BadInput.usage("bad_line", "there is more after the object");
            }
            return read;
        } catch (IOException torn) {
            throw BadInput.usage("bad_line", "it is no JSON, or was not written to its end");
        }
    }

    /** Reads the members after the start of an object, up to its end. */
    private static JsonLine members(JsonParser json) throws IOException {
        JsonLine read = new JsonLine(new HashMap<>(), new HashMap<>());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && read.settings.isEmpty()) {
                read.settings.putAll(members(json).texts);
            } else if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                read.texts.put(name, json.getText());
            }
        }
        return read;
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /**
     * Returns a member.
     *
     * @throws BadInput if it is missing
     */
    public String text(String name) {
        return optional(name).orElseThrow(() -> BadInput.usage("bad_line", name + " is missing"));
    }

    public long whole(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException word) {
            throw BadInput.usage("bad_line", name + " '" + text(name) + "' is not a whole number");
        }
    }

    private boolean truth(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BadInput.usage("bad_line", name + " '" + text(name) + "' is neither true nor false");
        };
    }

    @Override
    public String text(String name, String empty) {
        return text(name);
    }

    @Override
    public Optional<String> optional(String name, Optional<String> empty) {
        return optional(name);
    }

    @Override
    public long whole(String name, long empty) {
        return whole(name);
    }

    @Override
    public OptionalInt count(String name, OptionalInt empty) {
        return texts.containsKey(name)
                ? OptionalInt.of((int) Math.max(0, Math.min(whole(name), Integer.MAX_VALUE)))
                : OptionalInt.empty();
    }

    @Override
    public boolean truth(String name, boolean empty) {
        return truth(name);
    }

    @Override
    public Instant time(String name, Instant empty) {
        return Instant.parse(text(name));
    }

    @Override
    public <E extends Enum<E>> E constant(String name, E empty) {
        return Enum.valueOf(empty.getDeclaringClass(), text(name));
    }

    /** Returns the nested object of the line, whatever its name; empty without one. */
    @Override
    public Map<String, String> texts(String name, Map<String, String> empty) {
        return settings;
    }
}
