package dev.nabla.key;

import dev.nabla.key.press.KeyPress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A row of the key table, for one key or a few with related effects. Lookup, key line, help screen and README use these
 * rows.
 *
 * @param keys the keys; alternatives repeat the effects in order, like {@code Left Right h l}
 * @param effects the effects of the first keys, in the same order
 * @param word the effect in a word, for the key line
 * @param help the effect in a few words, for the help screen
 * @param rank the key line drops the highest ranks first; 0 always stays, 9 is never in the key line
 */
public record Binding(List<KeyPress> keys, List<Effect> effects, String word, String help, int rank) {
    private static final Map<String, String> CAPS = Map.of(
            "Down", "↓",
            "? F1", "?",
            "0 1 2 3 4 5 6 7 8 9 -", "0-9 -",
            "a b c d e f g h i j k l m n o p q r s t u v w x y z", "a-z",
            "Left Right", "←→",
            "Down Up", "↑↓",
            "Shift+Down Shift+Up", "Shift ↑↓",
            "PageDown PageUp", "PgDn PgUp",
            "Tab Shift+Tab", "Tab",
            "Space", "space");

    /** Returns the effect of one of the keys. */
    public Effect effectOf(KeyPress key) {
        return effects.get(keys.indexOf(key) % effects.size());
    }

    /** Returns the name of the first key. */
    public String name() {
        return keys.get(0).name();
    }

    /** Returns the effect that is meant by the name of a key, or by the word of a binding with a single effect. */
    public Optional<Effect> named(String typed) {
        return keys.stream()
                .filter(key -> key.name().length() == 1
                        ? key.name().equals(typed)
                        : key.name().equalsIgnoreCase(typed))
                .findFirst()
                .map(this::effectOf)
                .or(() -> Optional.of(effects.get(0))
                        .filter(only -> effects.size() == 1 && word.equalsIgnoreCase(typed)));
    }

    /**
     * Returns the binding as it works while text is typed. A key that writes a character then has no effect, so only
     * its alternative with Ctrl remains, if there is one.
     */
    Binding whileTyping() {
        List<KeyPress> held = keys.stream().filter(KeyPress::ctrl).toList();
        return keys.get(0).isPrintable() ? new Binding(held, effects, word, help, rank) : this;
    }

    /** Returns the printed names of the keys, without alternatives. */
    public String cap() {
        StringJoiner names = new StringJoiner(" ");
        for (KeyPress key : keys.subList(0, effects.size())) {
            names.add(key.ctrl() ? "Ctrl-" + key.text().toUpperCase(Locale.ROOT) : key.name());
        }
        return CAPS.getOrDefault(names.toString(), names.toString());
    }
}
