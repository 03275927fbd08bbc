package dev.nabla.tui.key;

import dev.nabla.figure.FigureState;
import java.util.List;
import java.util.Optional;

/**
 * A key and what it does: dispatch, key line, help screen and README are printed from these.
 *
 * @param context where it holds
 * @param keys names of the keys and, in the same order, {@code effects} of each
 * @param cap what is printed for them
 * @param word what it does in a word, for the key line
 * @param help what it does in a few words
 * @param rank the key line drops the highest ranks first; 0 always stays, 9 never stands there
 */
public record Binding(
        KeyContext context, List<String> keys, List<Effect> effects, String cap, String word, String help, int rank) {
    public Binding {
        keys = List.copyOf(keys);
        effects = List.copyOf(effects);
        if (keys.size() % effects.size() != 0) {
            throw new IllegalArgumentException(keys + " and " + effects);
        }
    }

    /** Whether it does anything in this figure. */
    public boolean serves(Optional<FigureState<?>> live) {
        if (live.isEmpty() || context != KeyContext.FIGURE) {
            return true;
        }
        FigureState<?> figure = live.get();
        return effects.get(0) instanceof Effect.Act act
                ? act.action().isAvailable(figure)
                : !effects.get(0).equals(Go.FOLLOW) || figure.opens().isPresent();
    }

    /** The effect of one of the keys; alternatives repeat the effects in order: {@code Left Right h l}. */
    public Effect effectOf(String key) {
        return effects.get(keys.indexOf(key) % effects.size());
    }
}
