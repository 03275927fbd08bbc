package dev.nabla.tui.key;

import dev.nabla.figure.Action;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Live;
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
    private static final List<Class<?>> STEPPING =
            List.of(Action.Step.class, Action.Burst.class, Action.Run.class, Action.Scrub.class, Action.Jump.class);

    public Binding {
        keys = List.copyOf(keys);
        effects = List.copyOf(effects);
        if (keys.size() % effects.size() != 0) {
            throw new IllegalArgumentException(keys + " and " + effects);
        }
    }

    /** Whether it does anything in this figure: tricks are for those that have them, steps for those that step, the pin for those that compare, the way out for those that lead on. */
    public boolean serves(Optional<Live<?>> live) {
        if (live.isEmpty() || context != KeyContext.FIGURE) {
            return true;
        }
        if (!(effects.get(0) instanceof Effect.Act act)) {
            return !effects.get(0).equals(Go.FOLLOW) || live.get().opens().isPresent();
        }
        Figure<?> figure = live.get().figure();
        if (act.action() instanceof Action.Play play) {
            return figure.tricks().stream().anyMatch(trick -> trick.name().equals(play.trick()));
        }
        if (act.action() instanceof Action.Pin) {
            return figure.compares();
        }
        return figure.stepper().isPresent() || !STEPPING.contains(act.action().getClass());
    }

    /** The effect of one of the keys; alternatives repeat the effects in order: {@code Left Right h l}. */
    public Effect effectOf(String key) {
        return effects.get(keys.indexOf(key) % effects.size());
    }
}
