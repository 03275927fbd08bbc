package dev.nabla.tui.key;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.tui.input.KeyPress;
import dev.nabla.tui.key.Effect.Choose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where keys are pressed.
 *
 * @param contexts where they are looked up, in this order; from {@link KeyContext#TYPING} on printable ones are characters
 * @param live the figure on the screen
 * @param options how many options there are to choose from
 * @param words what some effects are called here, in place of the table's word
 */
public record KeyPlace(
        List<KeyContext> contexts, Optional<FigureState<?>> live, int options, Map<Navigation, String> words) {
    /** What leads somewhere only where it has a word. */
    private static final Set<Navigation> NAMED = Set.of(
            Navigation.ONWARD,
            Navigation.CLASS,
            Navigation.PUT,
            Navigation.WITH,
            Navigation.VOTE,
            Navigation.LINK,
            Navigation.NAMES);

    /** What a key does here. */
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

    /** The bindings that do something here, in the order of the table. */
    public List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>();
        for (KeyContext context : KeyContext.values()) {
            bindings.addAll(contexts.contains(context) ? bindings(context) : List.of());
        }
        return bindings;
    }

    /** Those of one of the contexts. */
    public List<Binding> bindings(KeyContext context) {
        boolean typing =
                contexts.contains(KeyContext.TYPING) && contexts.indexOf(context) > contexts.indexOf(KeyContext.TYPING);
        return context.bindings().stream()
                .filter(binding -> serves(binding, binding.effects().get(0)))
                .map(binding -> typing ? binding.whileTyping() : binding)
                .filter(binding -> !binding.keys().isEmpty())
                .toList();
    }

    private boolean serves(Binding binding, Effect effect) {
        if (effect instanceof Choose choose) {
            return choose.option() < options;
        }
        if (effect instanceof Navigation go && NAMED.contains(go)) {
            return words.containsKey(go);
        }
        if (effect == Navigation.FOLLOW) {
            return live.flatMap(FigureState::opens).isPresent();
        }
        return !(effect instanceof Effect.Act act) || live.filter(act.serves()).isPresent();
    }

    /** What a binding is called here: an effect's own word, the figure's for a step and its number for many; arrows that move a point choose nothing. */
    String word(Binding binding) {
        Effect effect = binding.effects().get(0);
        if (effect instanceof Navigation go) {
            return words.getOrDefault(go, binding.word());
        }
        if (effect == Effect.Act.STEP) {
            return live.flatMap(figure -> figure.figure().stepper())
                    .map(stepper -> stepper.verb())
                    .orElse(binding.word());
        }
        if (effect == Effect.Act.MANY && live.isPresent()) {
            return "" + live.get().many();
        }
        if (effect == Effect.Act.CODE) {
            return isCode() ? "close" : binding.word();
        }
        return effect == Effect.Act.DOWN && movesUp() ? "nudge" : binding.word();
    }

    private boolean isCode() {
        return live.filter(figure -> figure.cursor().mode() == Mode.CODE).isPresent();
    }

    /**
     * Which bindings the key line drops first. The code's own stay while it is open, all arrows and Tab where a point is moved;
     * steps are worth little once all are taken.
     */
    int rank(Binding binding) {
        Effect effect = binding.effects().get(0);
        if (isCode() && (effect == Effect.Act.CODE || effect == Navigation.COPY)) {
            return 1;
        }
        if ((effect == Effect.Act.DOWN || effect == Effect.Act.NEXT) && movesUp()) {
            return effect == Effect.Act.DOWN ? 2 : 3;
        }
        boolean step = effect == Effect.Act.STEP || effect == Effect.Act.MANY;
        return step && live.filter(FigureState::isOver).isPresent() ? 6 : binding.rank();
    }

    private boolean movesUp() {
        return live.filter(FigureState::movesUp).isPresent();
    }

    /** Printed for a binding here; ASCII has no arrows, so it says where they point. */
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
