package dev.nabla.tui;

import dev.nabla.figure.Live;
import java.util.List;
import java.util.Optional;

/** What keys do, by the {@link KeyTable}. */
final class Keymap {
    static final String SPACE = "Space";

    private Keymap() {}

    /** What a key does in the first of the places where it does anything; once something is typed there, a printable one is a sign. */
    static Optional<Effect> effect(String key, List<Place> places, Optional<Live<?>> live) {
        for (Place place : places) {
            if (place == Place.TYPING && isPrintable(key)) {
                return Optional.of(new Effect.Type(key.equals(SPACE) ? " " : key));
            }
            for (Binding binding : KeyTable.ALL) {
                if (binding.place() == place && binding.keys().contains(key) && binding.serves(live)) {
                    return Optional.of(binding.effectOf(key));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a key of this name writes a sign. */
    static boolean isPrintable(String key) {
        return key.codePointCount(0, key.length()) == 1 || key.equals(SPACE);
    }
}
