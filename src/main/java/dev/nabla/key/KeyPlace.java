package dev.nabla.key;

import dev.nabla.figure.FigureState;
import dev.nabla.key.Effect.Choose;
import dev.nabla.key.press.KeyPress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The situation in which keys are looked up.
 *
 * @param contexts the contexts in lookup order; from {@link KeyContext#TYPING} on, printable keys are typed as text
 * @param live the figure on the screen
 * @param options number of options to choose from
 * @param words labels that replace those of the table
 */
public record KeyPlace(
        List<KeyContext> contexts, Optional<FigureState<?>> live, int options, Map<Navigation, String> words) {
    /** Effects that work only on screens that give them a label. */
    private static final Set<Navigation> NAMED = Set.of(
            Navigation.ONWARD,
            Navigation.EXPLAIN,
            Navigation.LOOK,
            Navigation.CLASS,
            Navigation.PUT,
            Navigation.WITH,
            Navigation.VOTE,
            Navigation.LINK,
            Navigation.NAMES);

    /** Returns the effect of a key here; empty if it has none. */
    public Optional<Effect> effect(KeyPress key) {
        for (KeyContext context : contexts) {
            if (context == KeyContext.TYPING && key.isPrintable()) {
                return Optional.of(Effect.type(key.text()));
            }
            for (Binding binding : context.bindings()) {
                if (binding.keys().contains(key) && serves(binding, binding.effectOf(key))) {
                    return Optional.of(binding.effectOf(key));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the effect here of a key that is called by its name or by its word; empty if it has none. */
    public Optional<Effect> named(String typed) {
        return bindings().stream()
                .flatMap(binding -> binding.named(typed).stream())
                .findFirst();
    }

    /** Returns whether a name or word is that of a key in any place. */
    public static boolean isKnown(String typed) {
        return Stream.of(KeyContext.values())
                .flatMap(context -> context.bindings().stream())
                .anyMatch(binding -> binding.named(typed).isPresent());
    }

    /** Returns the bindings that have an effect here, in the order of the table. */
    public List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>();
        for (KeyContext context : KeyContext.values()) {
            if (contexts.contains(context)) {
                bindings.addAll(bindings(context));
            }
        }
        return bindings;
    }

    /** Returns the bindings of a context that have an effect here. */
    public List<Binding> bindings(KeyContext context) {
        boolean typing =
                contexts.contains(KeyContext.TYPING) && contexts.indexOf(context) > contexts.indexOf(KeyContext.TYPING);
        List<Binding> bindings = new ArrayList<>();
        for (Binding binding : context.bindings()) {
            Binding now = typing ? binding.whileTyping() : binding;
            boolean typed = context != KeyContext.NUMBER && isDigit(binding);
            if (serves(binding, binding.effects().get(0))
                    && !typed
                    && !now.keys().isEmpty()) {
                bindings.add(now);
            }
        }
        return bindings;
    }

    /** Returns whether a binding is on a key that types a number here instead. */
    private boolean isDigit(Binding binding) {
        return contexts.contains(KeyContext.NUMBER)
                && KeyContext.NUMBER.bindings().get(0).keys().containsAll(binding.keys());
    }

    private boolean serves(Binding binding, Effect effect) {
        if (effect instanceof Choose choose) {
            return choose.option() < options;
        }
        if (effect instanceof Navigation go && NAMED.contains(go)) {
            return words.containsKey(go);
        }
        if (effect == Navigation.COPY) {
            return live.filter(FigureState::hidesKnobs).isEmpty();
        }
        if (effect == Navigation.FOLLOW) { // the same key; the page that explains a wrong answer comes first
            return !words.containsKey(Navigation.EXPLAIN)
                    && live.flatMap(FigureState::opens).isPresent();
        }
        return !(effect instanceof Effect.Act act) || live.filter(act.serves()).isPresent();
    }

    /** Returns the printed keys of a binding. ASCII has no arrows, so they are spelled out. */
    public String cap(Binding binding, boolean ascii) {
        if (binding.effects().get(0) instanceof Choose) {
            return options == 1 ? "1" : "1-" + Math.min(options, KeyContext.MOST_OPTIONS);
        }
        return ascii
                ? binding.cap()
                        .replace("←→", "left/right")
                        .replace("↑↓", "up/down")
                        .replace("↓", "down")
                : binding.cap();
    }
}
