package dev.nabla.lesson;

import dev.nabla.frame.Steering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plainest YAML: lines of {@code name: value}, lists of values, and lists of such lines, each further in than the name
 * above it.
 *
 * <p>Front matter and indexes are seldom more, and who opens the tutor waits for them: {@link YamlReader} takes as long to
 * begin as a bare JVM. It gets whatever else stands there, and all mistakes, so that both read the same.
 */
final class PlainYaml {
    private static final int DEEPEST = 6;
    private static final int LONGEST = 10_000;
    private static final int LONGEST_VALUE = 1000;
    private static final int LONGEST_NAME = 100;

    private final String[] lines;
    private final int linesBefore;
    private int at;
    private boolean plain = true;

    private PlainYaml(String text, int linesBefore) {
        this.lines = text.split("\n");
        this.linesBefore = linesBefore;
    }

    /** Reads a text that begins behind so many lines of its file; empty if it is not as plain as that. */
    static Optional<YamlNode> read(String text, int linesBefore) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        PlainYaml reader = new PlainYaml(text, linesBefore);
        YamlNode all = reader.block(0, 1);
        return reader.plain && reader.at == reader.lines.length ? Optional.of(all) : Optional.empty();
    }

    /** What begins on this line, so far in; what it is does not matter once something is not plain. */
    private YamlNode block(int indent, int depth) {
        int line = line();
        require(depth <= DEEPEST && at < lines.length);
        if (plain && lines[at].startsWith("- ", indent)) {
            return new YamlNode.Items(items(indent, depth), line);
        }
        return new YamlNode.Entries(entries(indent, depth), line);
    }

    private List<YamlNode> items(int indent, int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (goesOn(indent)) {
            require(lines[at].startsWith("- ", indent));
            String item = lines[at].substring(Math.min(lines[at].length(), indent + 2));
            if (item.contains(": ") || item.endsWith(":")) {
                lines[at] = " ".repeat(indent + 2) + item;
                items.add(block(indent + 2, depth + 1));
            } else {
                items.add(scalar(item));
            }
        }
        return items;
    }

    private Map<String, YamlNode> entries(int indent, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (goesOn(indent)) {
            String entry = lines[at].substring(indent);
            int colon = Math.max(0, entry.indexOf(':'));
            String name = entry.substring(0, colon);
            require(isWord(name) && !entries.containsKey(name));
            if (colon + 1 == entry.length()) {
                at++;
                int further = at < lines.length ? indentOf(lines[at]) : 0;
                require(further > indent);
                entries.put(name, block(further, depth + 1));
            } else {
                require(entry.startsWith(": ", colon));
                entries.put(name, scalar(entry.substring(Math.min(entry.length(), colon + 2))));
            }
        }
        return entries;
    }

    /** Whether this line belongs to what stands so far in; one that stands further in would go on with the last value. */
    private boolean goesOn(int indent) {
        if (!plain || at == lines.length) {
            return false;
        }
        int here = indentOf(lines[at]);
        require(here <= indent && here < lines[at].length());
        return plain && here == indent;
    }

    private YamlNode scalar(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String value = quoted ? text.substring(1, text.length() - 1) : text;
        require(
                quoted
                        ? value.indexOf('"') < 0 && value.indexOf('\\') < 0
                        : !text.isEmpty()
                                && Character.isLetterOrDigit(text.charAt(0))
                                && !text.contains(": ")
                                && !text.contains(" #")
                                && !text.endsWith(":")
                                && !text.endsWith(" "));
        require(value.length() <= LONGEST_VALUE && isOrdinary(value));
        YamlNode scalar = new YamlNode.Scalar(value, line());
        at++;
        return scalar;
    }

    private void require(boolean asPlain) {
        plain &= asPlain;
    }

    private int line() {
        return linesBefore + 1 + at;
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private static boolean isWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && (c >= '0' && c <= '9' || c == '_'))) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    private static boolean isOrdinary(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7f && (c >= Character.MIN_SURROGATE || Steering.is(c))) {
                return false;
            }
        }
        return true;
    }
}
