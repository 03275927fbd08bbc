package dev.nabla.tui.key;

import dev.nabla.figure.FigureState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keys do, by the table in {@link KeyContext}. */
public final class Keymap {
    public static final String SPACE = "Space";

    private Keymap() {}

    /** What a key does in the first of the contexts where it does anything; where something is typed, a printable one is a character. */
    public static Optional<Effect> effect(String key, List<KeyContext> contexts, Optional<FigureState<?>> live) {
        for (KeyContext context : contexts) {
            if (context == KeyContext.TYPING && isPrintable(key)) {
                return Optional.of(Effect.type(key.equals(SPACE) ? " " : key));
            }
            for (Binding binding : context.bindings()) {
                if (binding.keys().contains(key) && binding.serves(live)) {
                    return Optional.of(binding.effectOf(key));
                }
            }
        }
        return Optional.empty();
    }

    /** The names of all keys that do anything somewhere. */
    public static Stream<String> names() {
        Stream<Binding> bindings = Stream.of(KeyContext.values()).flatMap(context -> context.bindings().stream());
        return bindings.flatMap(binding -> binding.keys().stream()).distinct();
    }

    /** A key of such a name writes a character. */
    public static boolean isPrintable(String key) {
        return key.codePointCount(0, key.length()) == 1 || key.equals(SPACE);
    }
}
