package dev.nabla.lesson.read;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping of texts, lists and mappings; a wrong or missing value is named with its file and line. */
public final class Yaml {
    /** Characters of a line that is shown in one row. */
    static final int WIDEST = 78;

    static final int LONGEST_ID = 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][\\w.-]{0," + (LONGEST_ID - 1) + "}");

    private final Map<String, Node> entries;
    private final String file;
    private final int linesBefore;
    private final int line;

    private Yaml(Map<String, Node> entries, String file, int linesBefore, int line) {
        this.entries = entries;
        this.file = file;
        this.linesBefore = linesBefore;
        this.line = line;
    }

    /** Reads a mapping that begins behind so many lines of its file; what is missing in it is missed on the last of them. */
    public static Yaml of(String text, String file, int linesBefore) {
        Yaml none = new Yaml(Map.of(), file, linesBefore, Math.max(1, linesBefore));
        Node node = YamlReader.read(text, file, linesBefore)
                .orElseThrow(() -> BadLesson.of("has nothing in it").in(none.where()));
        if (node instanceof MappingNode mapping) {
            return new Yaml(none.entries(mapping), file, linesBefore, none.line);
        }
        throw BadLesson.of("must be lines of 'name: value'").in(none.where());
    }

    private Map<String, Node> entries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node name = tuple.getKeyNode();
            if (!(name instanceof ScalarNode key)) {
                throw BadLesson.of("a name must be one word; put quotes round a value that begins with { or [")
                        .in(where(name));
            }
            Node first = entries.putIfAbsent(key.getValue(), tuple.getValueNode());
            if (first != null) {
                throw BadLesson.of("'" + UnsafeText.shortened(key.getValue()) + "' is given twice, first on line "
                                + where(first).line())
                        .in(where(name));
            }
        }
        return entries;
    }

    /** The id of a section or block: typed on command lines and kept in journals, so it is short and plain. */
    String id() {
        String id = string("id");
        require(ID.matcher(id).matches(), "id", "must be 1 to 20 letters, digits, dots and dashes, like 2.3");
        return id;
    }

    String string(String key) {
        return optional(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** A text that has to fit in a line. */
    String line(String key) {
        String text = string(key).strip();
        boolean fits = !text.isEmpty() && text.length() <= WIDEST && !text.contains("\n");
        require(fits, key, "must be one line of 1 to " + WIDEST + " characters");
        return text;
    }

    Optional<String> optional(String key) {
        Node value = entries.get(key);
        require(value == null || value instanceof ScalarNode, key, "must be one value");
        return Optional.ofNullable((ScalarNode) value).map(ScalarNode::getValue);
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

    /** A list of values, at least one. */
    List<String> strings(String key) {
        boolean list = entries.get(key) instanceof SequenceNode node
                && !node.getValue().isEmpty();
        require(list, key, "must be a list");
        return texts(key);
    }

    /** One value or a list of them, as a list; empty if the key is missing. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : entries.get(key) instanceof SequenceNode list ? list.getValue() : List.of(entries.get(key))) {
            if (!(item instanceof ScalarNode scalar)) {
                throw wrong(key, "must be one value or a list of values; put quotes round one that begins with { or [");
            }
            texts.add(scalar.getValue());
        }
        return List.copyOf(texts);
    }

    boolean flag(String key) {
        String word = optional(key).orElse("no");
        require(List.of("yes", "no").contains(word), key, "must be yes or no");
        return word.equals("yes");
    }

    /** Refuses keys that mean nothing here, which are mostly misspelt. */
    Yaml only(String... known) {
        for (String key : entries.keySet()) {
            if (!List.of(known).contains(key)) {
                String name = UnsafeText.shortened(key);
                throw BadLesson.of("nothing here is called '" + name + "'; " + Spelling.suggest(name, List.of(known)))
                        .in(where(key));
            }
        }
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** A list of mappings. */
    List<Yaml> maps(String key) {
        List<Yaml> maps = new ArrayList<>();
        require(entries.get(key) instanceof SequenceNode, key, "must be a list of mappings");
        for (Node item : ((SequenceNode) entries.get(key)).getValue()) {
            require(item instanceof MappingNode, key, "must be a list of mappings");
            maps.add(new Yaml(
                    entries((MappingNode) item), file, linesBefore, where(item).line()));
        }
        return List.copyOf(maps);
    }

    /** A mapping of names to values under a key; empty if the key is missing. */
    Map<String, String> settings(String key) {
        Map<String, String> settings = new LinkedHashMap<>();
        inner(key).forEach((name, each) -> {
            if (!(each instanceof ScalarNode scalar)) {
                throw BadLesson.of("'" + UnsafeText.shortened(name)
                                + "' must be one value; a row is written 1,0.3 and a matrix 1,2;3,4")
                        .in(where(each));
            }
            settings.put(name, scalar.getValue());
        });
        return settings;
    }

    private Map<String, Node> inner(String key) {
        if (!has(key)) {
            return Map.of();
        }
        if (entries.get(key) instanceof MappingNode mapping) {
            return entries(mapping);
        }
        throw wrong(key, "must be lines of 'knob: value'");
    }

    /** Everything made of the settings under a key; a complaint about one of them has its line. */
    <T> T made(String key, Function<Map<String, String>, T> make) {
        try {
            return make.apply(settings(key));
        } catch (BadInput bad) {
            throw inner(key).keySet().stream()
                    .filter(bad.problem()::isAbout)
                    .findFirst()
                    .map(name -> bad.in(where(key, name)))
                    .orElse(bad);
        }
    }

    /** Something made of the value of a key; a complaint about it has its line. */
    <T> T at(String key, Supplier<T> make) {
        return where(key).reading(make);
    }

    private BadInput.Where where() {
        return new BadInput.Where(file, line);
    }

    private BadInput.Where where(Node node) {
        return new BadInput.Where(
                file, linesBefore + 1 + node.getStartMark().orElseThrow().getLine());
    }

    /** File and line of a name under a key. */
    BadInput.Where where(String key, String name) {
        return where(inner(key).get(name));
    }

    /** File and line of a key, or of the whole where it is missing. */
    BadInput.Where where(String key) {
        return has(key) ? where(entries.get(key)) : where();
    }

    /** Refuses the value of a key, or the mapping that lacks it, unless something holds. */
    void require(boolean holds, String key, String how) {
        if (!holds) {
            throw wrong(key, how);
        }
    }

    private BadInput wrong(String key, String how) {
        return BadLesson.of("'" + UnsafeText.shortened(key) + "' " + how).in(where(key));
    }
}
