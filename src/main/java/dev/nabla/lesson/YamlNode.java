package dev.nabla.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML with the line of its file that it begins on. */
sealed interface YamlNode {
    int line();

    /** One value, always a text. */
    record Scalar(String text, int line) implements YamlNode {}

    /** A list. */
    record Items(List<YamlNode> items, int line) implements YamlNode {
        boolean areAll(Class<? extends YamlNode> kind) {
            for (YamlNode item : items) {
                if (!kind.isInstance(item)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Names and what stands behind them. */
    record Entries(Map<String, YamlNode> entries, int line) implements YamlNode {
        public Entries {
            entries = new LinkedHashMap<>(entries);
        }
    }
}
