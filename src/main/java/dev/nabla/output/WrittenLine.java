package dev.nabla.output;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Collects the {@link Fields} of a record for a line of a file.
 *
 * @param members the fields written so far, in their order
 */
public record WrittenLine(Map<String, Object> members) implements Fields {
    public WrittenLine() {
        this(new LinkedHashMap<>());
    }

    /** Returns the line of JSON, without a line feed. */
    @Override
    public String toString() {
        return JsonLine.of(members);
    }

    @Override
    public String text(String name, String value) {
        members.put(name, value);
        return value;
    }

    @Override
    public Optional<String> optional(String name, Optional<String> value) {
        if (value.isPresent()) {
            members.put(name, value.get());
        }
        return value;
    }

    @Override
    public long whole(String name, long value) {
        members.put(name, value);
        return value;
    }

    @Override
    public OptionalInt count(String name, OptionalInt value) {
        if (value.isPresent()) {
            members.put(name, value.getAsInt());
        }
        return value;
    }

    @Override
    public boolean truth(String name, boolean value) {
        members.put(name, value);
        return value;
    }

    @Override
    public Instant time(String name, Instant value) {
        members.put(name, value.toString());
        return value;
    }

    @Override
    public <E extends Enum<E>> E constant(String name, E value) {
        members.put(name, value.name());
        return value;
    }

    @Override
    public Map<String, String> texts(String name, Map<String, String> value) {
        members.put(name, value);
        return value;
    }
}
