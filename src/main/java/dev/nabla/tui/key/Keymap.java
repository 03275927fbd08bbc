package dev.nabla.tui.key;

import dev.nabla.figure.FigureState;
import java.util.List;
import java.util.Optional;

/** What keys do, by the {@link KeyTable}. */
public final class Keymap {
    public static final String SPACE = "Space";

    private Keymap() {}

    /** What a key does in the first of the contexts where it does anything; once something is typed there, a printable one is a sign. */
    public static Optional<Effect> effect(String key, List<KeyContext> contexts, Optional<FigureState<?>> live) {
        for (KeyContext context : contexts) {
            if (context == KeyContext.TYPING && isPrintable(key)) {
                return Optional.of(new Effect.Type(key.equals(SPACE) ? " " : key));
            }
            for (Binding binding : KeyTable.ALL) {
                if (binding.context() == context && binding.keys().contains(key) && binding.serves(live)) {
                    return Optional.of(binding.effectOf(key));
                }
            }
        }
        return Optional.empty();
    }

    /** A key of such a name writes a character. */
    public static boolean isPrintable(String key) {
        return key.codePointCount(0, key.length()) == 1 || key.equals(SPACE);
    }
}
