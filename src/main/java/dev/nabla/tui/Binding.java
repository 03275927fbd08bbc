package dev.nabla.tui;

import java.util.List;

/**
 * A key and what it does: dispatch, key line, help screen and README are printed from these.
 *
 * @param place where it holds
 * @param keys names of the keys and, in the same order, {@code effects} of each
 * @param cap what is printed for them
 * @param word what it does in a word, for the key line
 * @param help what it does in a few words
 * @param rank the key line drops the highest ranks first; 0 always stays, 9 never stands there
 */
record Binding(Place place, List<String> keys, List<Effect> effects, String cap, String word, String help, int rank) {
    Binding {
        keys = List.copyOf(keys);
        effects = List.copyOf(effects);
        if (keys.size() % effects.size() != 0) {
            throw new IllegalArgumentException(keys + " and " + effects);
        }
    }

    /** The effect of one of the keys; alternatives repeat the effects in order: {@code Left Right h l}. */
    Effect effectOf(String key) {
        return effects.get(keys.indexOf(key) % effects.size());
    }
}
