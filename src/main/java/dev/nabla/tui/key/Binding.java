package dev.nabla.tui.key;

import dev.nabla.tui.input.KeyPress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A key and what it does: dispatch, key line, help screen and README are printed from these.
 *
 * @param keys the keys and, in the same order, {@code effects} of each
 * @param word what it does in a word, for the key line
 * @param help what it does in a few words
 * @param rank the key line drops the highest ranks first; 0 always stays, 9 never stands there
 */
public record Binding(List<KeyPress> keys, List<Effect> effects, String word, String help, int rank) {
    private static final Map<String, String> CAPS = Map.of(
            "Down", "↓",
            "Left Right", "←→",
            "Down Up", "↑↓",
            "Shift+Down Shift+Up", "Shift ↑↓",
            "PageDown PageUp", "PgDn PgUp",
            "Tab Shift+Tab", "Tab",
            "Space", "space");

    /** The effect of one of the keys; alternatives repeat the effects in order: {@code Left Right h l}. */
    public Effect effectOf(KeyPress key) {
        return effects.get(keys.indexOf(key) % effects.size());
    }

    /** As it is while something is typed: where its key writes a character, the one held with Ctrl is left, if there is one. */
    Binding whileTyping() {
        List<KeyPress> held = keys.stream().filter(KeyPress::ctrl).toList();
        return keys.get(0).isPrintable() ? new Binding(held, effects, word, help, rank) : this;
    }

    /** Printed for the keys; of alternatives the first. */
    public String cap() {
        StringJoiner names = new StringJoiner(" ");
        for (KeyPress key : keys.subList(0, effects.size())) {
            names.add(key.ctrl() ? "Ctrl-" + key.text().toUpperCase(Locale.ROOT) : key.name());
        }
        return CAPS.getOrDefault(names.toString(), names.toString());
    }
}
