package dev.nabla.tui.key;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A key and what it does: dispatch, key line, help screen and README are printed from these.
 *
 * @param keys names of the keys and, in the same order, {@code effects} of each
 * @param word what it does in a word, for the key line
 * @param help what it does in a few words
 * @param rank the key line drops the highest ranks first; 0 always stays, 9 never stands there
 */
public record Binding(List<String> keys, List<Effect> effects, String word, String help, int rank) {
    private static final Map<String, String> CAPS = Map.of(
            "Down", "↓",
            "Left Right", "←→",
            "Down Up", "↑↓",
            "Shift+Down Shift+Up", "Shift ↑↓",
            "PageDown PageUp", "PgDn PgUp",
            "Tab Shift+Tab", "Tab",
            "Space", "space");

    /** The effect of one of the keys; alternatives repeat the effects in order: {@code Left Right h l}. */
    public Effect effectOf(String key) {
        return effects.get(keys.indexOf(key) % effects.size());
    }

    /** As it is while something is typed: where its key writes a character, the one held with Ctrl is left, if there is one. */
    Binding whileTyping() {
        List<String> held = keys.stream().filter(key -> key.startsWith("Ctrl+")).toList();
        return KeyContext.isPrintable(keys.get(0)) ? new Binding(held, effects, word, help, rank) : this;
    }

    /** Printed for the keys; of alternatives the first. */
    public String cap() {
        String names = String.join(" ", keys.subList(0, effects.size()));
        return names.startsWith("Ctrl+")
                ? names.toUpperCase(Locale.ROOT).replace("CTRL+", "Ctrl-")
                : CAPS.getOrDefault(names, names);
    }
}
