package dev.nabla.lesson.read;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.read.YamlReader.Items;
import dev.nabla.lesson.read.YamlReader.YamlNode;
import dev.nabla.lesson.read.YamlReader.YamlText;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.math.expression.Numerals;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A YAML mapping of texts, lists and mappings. An error about a wrong or missing value names file and line.
 *
 * @param entries values by name, in the order of the file
 * @param where file and line to report for a missing key
 */
public record Yaml(Map<String, YamlNode> entries, BadInput.Where where) implements YamlNode {
    /** Most characters of a text that is shown in one row. */
    static final int WIDEST = 78;

    static final int LONGEST_ID = 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][\\w.-]{0," + (LONGEST_ID - 1) + "}");

    /**
     * Parses a mapping. A missing key is reported on the last line before it.
     *
     * @param linesBefore number of lines of the file before the text
     * @throws BadInput if the text is not a mapping
     */
    public static Yaml of(String text, String file, int linesBefore) {
        BadInput.Where above = new BadInput.Where(file, Math.max(1, linesBefore));
        if (above.reading(() -> YamlReader.read(text, file, linesBefore)) instanceof Yaml mapping) {
            return new Yaml(mapping.entries, above);
        }
        throw BadLesson.at(above, "must be lines of 'name: value'");
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(MAPPING);
        out.writeInt(where.line());
        ListCodec.writeAll(
                entries.entrySet(),
                entry -> {
                    out.writeUTF(entry.getKey());
                    entry.getValue().write(out);
                },
                out);
    }

    /**
     * Returns the id of a section or block. It is typed on command lines and stored in journals, so it must be short
     * and plain.
     */
    String id() {
        String id = string("id");
        require(ID.matcher(id).matches(), "id", "must be 1 to 20 letters, digits, dots and dashes, like 2.3");
        return id;
    }

    /** Returns ids between commas, or a list of them; empty if the key is missing. */
    Set<String> ids(String key) {
        Set<String> ids = new LinkedHashSet<>();
        for (String text : texts(key)) {
            for (String id : text.strip().split("\\s*,\\s*")) {
                require(ID.matcher(id).matches(), key, "must be ids between commas, like 2.3, 2.7");
                require(ids.add(id), key, "names " + id + " twice");
            }
        }
        return Set.copyOf(ids);
    }

    String string(String key) {
        return optional(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** Returns a stripped text that fits in one row. */
    String line(String key) {
        String text = string(key).strip();
        boolean fits = !text.isEmpty() && text.length() <= WIDEST && !text.contains("\n");
        require(fits, key, "must be one line of 1 to " + WIDEST + " characters");
        return text;
    }

    Optional<String> optional(String key) {
        require(!has(key) || entries.get(key) instanceof YamlText, key, "must be one value");
        return texts(key).stream().findFirst();
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
        require(value >= least && value <= most, key, "must be from " + least + " to " + most);
        return (int) value;
    }

    /** Returns one value or a list of values as a list; empty if the key is missing. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<YamlNode> items = entries.get(key) instanceof Items list ? list.items() : List.of(entries.get(key));
        require(
                items.stream().allMatch(YamlText.class::isInstance),
                key,
                "must be one value or a list of values; put quotes round one that begins with { or [");
        return items.stream().map(item -> ((YamlText) item).text()).toList();
    }

    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean unsaid) {
        String word = optional(key).orElse(unsaid ? "yes" : "no");
        require(List.of("yes", "no").contains(word), key, "must be yes or no");
        return word.equals("yes");
    }

    /** Rejects unknown keys, which are mostly misspelt. */
    Yaml only(String... known) {
        for (String key : entries.keySet()) {
            if (!List.of(known).contains(key)) {
                throw BadLesson.at(
                        where(key),
                        "nothing here is called " + Numerals.quoted(key) + "; "
                                + Spelling.suggest(key, List.of(known)));
            }
        }
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Returns a list of mappings. */
    List<Yaml> maps(String key) {
        require(has(key), key, "is missing");
        boolean mappings =
                entries.get(key) instanceof Items list && list.items().stream().allMatch(Yaml.class::isInstance);
        require(mappings, key, "must be a list of mappings");
        return ((Items) entries.get(key)).items().stream().map(Yaml.class::cast).toList();
    }

    /** Returns the names and values of the mapping under a key; empty if the key is missing. */
    Map<String, String> settings(String key) {
        return inner(key).settings();
    }

    /** Returns the names and values of this mapping, all of which must be texts. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        entries.forEach((name, each) -> {
            if (!(each instanceof YamlText text)) {
                throw BadLesson.at(
                        each.where(),
                        Numerals.quoted(name) + " must be one value; a row is written 1,0.3 and a matrix 1,2;3,4");
            }
            settings.put(name, text.text());
        });
        return settings;
    }

    private Yaml inner(String key) {
        require(!has(key) || entries.get(key) instanceof Yaml, key, "must be lines of 'knob: value'");
        return has(key) ? (Yaml) entries.get(key) : new Yaml(Map.of(), where);
    }

    /**
     * Returns what {@code make} makes of the settings under a key. An error about one of the settings gets its line.
     */
    <T> T made(String key, Function<Map<String, String>, T> make) {
        try {
            return make.apply(settings(key));
        } catch (BadInput bad) {
            throw inner(key).entries.keySet().stream()
                    .filter(bad.problem()::isAbout)
                    .findFirst()
                    .map(name -> bad.inFile(where(key, name)))
                    .orElse(bad);
        }
    }

    /** Returns what {@code make} makes. An error gets the line of the key. */
    <T> T at(String key, Supplier<T> make) {
        return where(key).reading(make);
    }

    /** Returns the file and line of a name under a key. */
    BadInput.Where where(String key, String name) {
        return inner(key).where(name);
    }

    /** Returns the file and line of a key, or those for a missing key. */
    BadInput.Where where(String key) {
        return has(key) ? entries.get(key).where() : where;
    }

    /**
     * Reports an error about a key unless {@code holds}.
     *
     * @throws BadInput with the line of the key, or that for a missing key
     */
    void require(boolean holds, String key, String how) {
        if (!holds) {
            throw wrong(key, how);
        }
    }

    private BadInput wrong(String key, String how) {
        return BadLesson.at(where(key), Numerals.quoted(key) + " " + how);
    }
}
