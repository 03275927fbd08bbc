package dev.nabla.lesson;

import dev.nabla.figure.Spelling;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A YAML mapping of texts, lists and mappings; a wrong or missing value is named with its file and line. */
final class Yaml {
    private final Map<String, YamlNode> entries;
    private final String file;
    private final int line;

    private Yaml(YamlNode.Entries entries, String file, int line) {
        this.entries = entries.entries();
        this.file = file;
        this.line = line;
    }

    /** Reads a mapping that begins behind so many lines of its file; what is missing in it is missed on the last of them. */
    static Yaml of(String text, String file, int linesBefore) {
        int line = Math.max(1, linesBefore);
        YamlNode node = PlainYaml.read(text, linesBefore)
                .or(() -> YamlReader.read(text, file, linesBefore))
                .orElseThrow(() -> BadInput.usage("bad_lesson", file + ":" + line + ": has nothing in it"));
        if (node instanceof YamlNode.Entries entries) {
            return new Yaml(entries, file, line);
        }
        throw BadInput.usage("bad_lesson", file + ":" + line + ": must be lines of 'name: value'");
    }

    String string(String key) {
        return optional(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** A text that has to fit in a line of so many signs. */
    String line(String key, int longest) {
        String text = string(key).strip();
        if (text.isEmpty() || text.length() > longest || text.contains("\n")) {
            throw wrong(key, "must be one line of 1 to " + longest + " signs");
        }
        return text;
    }

    Optional<String> optional(String key) {
        YamlNode value = entries.get(key);
        if (value != null && !(value instanceof YamlNode.Scalar)) {
            throw wrong(key, "must be one value");
        }
        return Optional.ofNullable((YamlNode.Scalar) value).map(YamlNode.Scalar::text);
    }

    long whole(String key) {
        try {
            return Long.parseLong(string(key));
        } catch (NumberFormatException notWhole) {
            throw wrong(key, "must be a whole number");
        }
    }

    int whole(String key, int least, int most) {
        long value = whole(key);
        if (value < least || value > most) {
            throw wrong(key, "must be from " + least + " to " + most);
        }
        return (int) value;
    }

    /** A list of values, at least one. */
    List<String> strings(String key) {
        if (entries.get(key) instanceof YamlNode.Items list && !list.items().isEmpty()) {
            return texts(key);
        }
        throw wrong(key, "must be a list");
    }

    /** One value or a list of them, as a list; empty if the key is missing. */
    List<String> texts(String key) {
        YamlNode value = entries.get(key);
        if (value instanceof YamlNode.Items list && list.areAll(YamlNode.Scalar.class)) {
            List<String> texts = new ArrayList<>();
            for (YamlNode item : list.items()) {
                texts.add(((YamlNode.Scalar) item).text());
            }
            return List.copyOf(texts);
        }
        if (value != null && !(value instanceof YamlNode.Scalar)) {
            throw wrong(key, "must be one value or a list of values; put quotes round one that begins with { or [");
        }
        return value == null ? List.of() : List.of(string(key));
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
        for (String key : entries.keySet()) {
            if (!List.of(known).contains(key)) {
                String name = Signs.shortened(key);
                throw BadInput.usage(
                        "bad_lesson",
                        place(key) + ": nothing here is called '" + name + "'; "
                                + Spelling.suggest(name, List.of(known)));
            }
        }
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    List<Yaml> maps(String key) {
        if (entries.get(key) instanceof YamlNode.Items list && list.areAll(YamlNode.Entries.class)) {
            List<Yaml> maps = new ArrayList<>();
            for (YamlNode item : list.items()) {
                maps.add(new Yaml((YamlNode.Entries) item, file, item.line()));
            }
            return List.copyOf(maps);
        }
        throw wrong(key, "must be a list of mappings");
    }

    /** A mapping of names to values under a key; empty if the key is missing. */
    Map<String, String> settings(String key) {
        Map<String, String> settings = new LinkedHashMap<>();
        YamlNode value = entries.get(key);
        if (value == null) {
            return settings;
        }
        if (!(value instanceof YamlNode.Entries inner)) {
            throw wrong(key, "must be lines of 'knob: value'");
        }
        inner.entries().forEach((name, each) -> {
            if (!(each instanceof YamlNode.Scalar scalar)) {
                throw BadInput.usage(
                        "bad_lesson",
                        file + ":" + each.line() + ": '" + Signs.shortened(name)
                                + "' must be one value; a row is written 1,0.3 and a matrix 1,2;3,4");
            }
            settings.put(name, scalar.text());
        });
        return settings;
    }

    /** What is made of the settings under a key; a complaint that begins with one of them, or quotes it, has its line. */
    <T> T made(String key, Function<Map<String, String>, T> make) {
        Map<String, String> settings = settings(key);
        try {
            return make.apply(settings);
        } catch (BadInput bad) {
            String said = bad.getMessage();
            throw settings.keySet().stream()
                    .filter(name -> said.startsWith(name + " ") || said.contains(" no '" + name + "'"))
                    .findFirst()
                    .map(name -> bad.about(place(key, name) + ":"))
                    .orElse(bad);
        }
    }

    /** What is made of the value of a key; a complaint about it has its line. */
    <T> T at(String key, Supplier<T> make) {
        try {
            return make.get();
        } catch (BadInput bad) {
            throw bad.getMessage().startsWith(file + ":") ? bad : bad.about(place(key) + ":");
        }
    }

    /** File and line of a name under a key. */
    String place(String key, String name) {
        return file + ":"
                + ((YamlNode.Entries) entries.get(key)).entries().get(name).line();
    }

    /** File and line of a key, or of the whole where it is missing. */
    String place(String key) {
        YamlNode value = entries.get(key);
        return file + ":" + (value == null ? line : value.line());
    }

    BadInput wrong(String key, String how) {
        return BadInput.usage("bad_lesson", place(key) + ": '" + Signs.shortened(key) + "' " + how);
    }
}
