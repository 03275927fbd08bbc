package dev.nabla.lesson;

import dev.nabla.figure.Spelling;
import dev.nabla.math.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A YAML mapping of plain strings, lists and mappings: no types, few aliases; a wrong or missing value is named with its place. */
final class Yaml {
    private final Map<?, ?> map;
    private final String place;

    private Yaml(Map<?, ?> map, String place) {
        this.map = map;
        this.place = place;
    }

    /** Reads a mapping; {@code place} says in complaints where it stands. */
    static Yaml of(String text, String place) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(place)
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(5)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            Object loaded = new Load(settings).loadFromString(text);
            if (loaded instanceof Map<?, ?> map) {
                return new Yaml(map, place);
            }
        } catch (YamlEngineException | StackOverflowError bad) {
            throw BadInput.usage("bad_lesson", place + ": not readable as YAML: " + why(bad));
        } catch (NullPointerException empty) {
            // the library's answer to a document without anything in it
            throw BadInput.usage("bad_lesson", place + ": has nothing in it");
        }
        throw BadInput.usage("bad_lesson", place + ": must be lines of 'name: value'");
    }

    private static String why(Throwable bad) {
        String message = bad.getMessage();
        if (message == null) {
            return "nested too deep";
        }
        return message.contains("tag:yaml.org,2002:null")
                ? "a name has no value behind it"
                : message.lines().findFirst().orElse("");
    }

    String string(String key) {
        return optional(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    Optional<String> optional(String key) {
        Object value = map.get(key);
        if (value != null && !(value instanceof String)) {
            throw wrong(key, "must be one value");
        }
        return Optional.ofNullable((String) value);
    }

    long whole(String key) {
        try {
            return Long.parseLong(string(key));
        } catch (NumberFormatException notWhole) {
            throw wrong(key, "must be a whole number");
        }
    }

    List<String> strings(String key) {
        if (map.get(key) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw wrong(key, "must be a list");
    }

    /** One value or a list of them, as a list; empty if the key is missing. */
    List<String> texts(String key) {
        if (map.get(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        if (map.get(key) instanceof List<?> || map.get(key) instanceof Map<?, ?>) {
            throw wrong(key, "must be one value or a list of values; put quotes round one that begins with { or [");
        }
        return optional(key).stream().toList();
    }

    boolean flag(String key) {
        String word = optional(key).orElse("no");
        if (!List.of("yes", "no").contains(word)) {
            throw wrong(key, "must be yes or no");
        }
        return word.equals("yes");
    }

    /** Refuses keys that mean nothing here, which are mostly misspelt. */
    Yaml only(String... known) {
        for (Object key : map.keySet()) {
            if (!List.of(known).contains(String.valueOf(key))) {
                throw BadInput.usage(
                        "bad_lesson",
                        place + ": nothing here is called '" + key + "'; "
                                + Spelling.suggest(String.valueOf(key), List.of(known)));
            }
        }
        return this;
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    List<Yaml> maps(String key) {
        if (map.get(key) instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            return list.stream()
                    .map(item -> new Yaml((Map<?, ?>) item, place + " " + key))
                    .toList();
        }
        throw wrong(key, "must be a list of mappings");
    }

    /** A mapping of names to values under a key; empty if the key is missing. */
    Map<String, String> settings(String key) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (map.get(key) instanceof Map<?, ?> inner) {
            inner.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
        } else if (map.containsKey(key)) {
            throw wrong(key, "must be lines of 'knob: value'");
        }
        return settings;
    }

    BadInput wrong(String key, String how) {
        return BadInput.usage("bad_lesson", place + ": '" + key + "' " + how);
    }
}
