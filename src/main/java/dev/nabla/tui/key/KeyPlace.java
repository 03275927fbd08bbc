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
            Navigation.CLASS,
            Navigation.PUT,
            Navigation.WITH,
            Navigation.VOTE,
            Navigation.LINK,
            Navigation.NAMES);

    /** Effects that go back and forth among the steps of a training. */
    private static final Set<Effect> SCRUBBING =
            Set.of(Effect.Act.STEP_BACK, Effect.Act.FAR_LEFT, Effect.Act.FIRST_STEP);

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

    /** Returns the bindings that have an effect here, in the order of the table. */
    public List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>();
        for (KeyContext context : KeyContext.values()) {
            bindings.addAll(contexts.contains(context) ? bindings(context) : List.of());
        }
        return bindings;
    }

    /** Returns the bindings of a context that have an effect here. */
    public List<Binding> bindings(KeyContext context) {
        boolean typing =
                contexts.contains(KeyContext.TYPING) && contexts.indexOf(context) > contexts.indexOf(KeyContext.TYPING);
        return context.bindings().stream()
                .filter(binding -> serves(binding, binding.effects().get(0)))
                .filter(binding -> context == KeyContext.NUMBER || !isDigit(binding))
                .map(binding -> typing ? binding.whileTyping() : binding)
                .filter(binding -> !binding.keys().isEmpty())
                .toList();
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

    /**
     * Returns the label of a binding here. A step has the figure's verb, many steps their number and noun. Arrows that
     * move a point are called "nudge", those that move the ghost of a guess "ghost", those that choose a cell "cell".
     * At rings, arrows choose a "ring" and "move it". On the steps of a training, keys that go back and forth say how
     * far.
     */
    String word(Binding binding) {
        Effect effect = binding.effects().get(0);
        if (effect instanceof Navigation go) {
            return words.getOrDefault(go, binding.word());
        }
        if (effect == Effect.Act.STEP) {
            return live.flatMap(figure -> figure.stepper())
                    .map(stepper -> stepper.verb())
                    .orElse(binding.word());
        }
        if (effect == Effect.Act.MANY && live.isPresent()) {
            return live.get().burstSize();
        }
        if (effect == Effect.Act.CODE) {
            return isCode() ? "close" : binding.word();
        }
        if (effect == Effect.Act.STEP_BACK && isOnLongRun()) {
            return "a step";
        }
        if (effect == Effect.Act.FAR_LEFT && isOnLongRun()) {
            return "a fiftieth";
        }
        if (effect == Effect.Act.LEFT && live.filter(FigureState::isOnRings).isPresent()) {
            return "ring";
        }
        if (effect == Effect.Act.DOWN && live.filter(FigureState::isOnRings).isPresent()) {
            return "move it";
        }
        if ((effect == Effect.Act.LEFT || effect == Effect.Act.DOWN && movesUp())
                && live.filter(FigureState::isOnGhost).isPresent()) {
            return "ghost";
        }
        if ((effect == Effect.Act.LEFT || effect == Effect.Act.DOWN)
                && live.filter(FigureState::isOnCell).isPresent()) {
            return "cell";
        }
        List<String> arrows = live.map(FigureState::arrows).orElse(List.of());
        if (!arrows.isEmpty() && (effect == Effect.Act.LEFT || effect == Effect.Act.DOWN)) {
            return arrows.get(effect == Effect.Act.LEFT ? 0 : 1);
        }
        return effect == Effect.Act.DOWN && movesUp() ? "nudge" : binding.word();
    }

    private boolean isOnLongRun() {
        return live.filter(FigureState::isOnLongRun).isPresent();
    }

    private boolean isCode() {
        return live.filter(figure -> figure.cursor().mode() == Mode.CODE).isPresent();
    }

    /**
     * Returns the rank of a binding here, by which the key line drops it. Open code raises its own keys, a point that
     * moves raises all arrows and Tab, a table raises the arrows that choose another of its numbers, a text raises the
     * key that types it, the steps of a training raise the keys that go back and forth, and an open part that another
     * figure has taught raises the key to it. A way back is raised where the screen says where it leads. Keys for steps
     * go early once all steps are taken.
     */
    int rank(Binding binding) {
        Effect effect = binding.effects().get(0);
        if (isCode() && (effect == Effect.Act.CODE || effect == Navigation.COPY)) {
            return 1;
        }
        if ((effect == Effect.Act.DOWN || effect == Effect.Act.NEXT) && movesUp()) {
            return effect == Effect.Act.DOWN ? 2 : 3;
        }
        if (effect == Navigation.BACK && isNamedBack()) {
            return Math.min(binding.rank(), 2);
        }
        if (effect == Navigation.TYPE && live.filter(FigureState::isOnText).isPresent()) {
            return 1;
        }
        if (effect == Navigation.TURN
                && live.flatMap(FigureState::referredFigure).isPresent()) {
            return 1;
        }
        if (effect == Effect.Act.DOWN && live.filter(FigureState::isInTable).isPresent()) {
            return 2;
        }
        if (isOnLongRun() && SCRUBBING.contains(effect)) {
            return effect == Effect.Act.FIRST_STEP ? 2 : 1;
        }
        if (isOnLongRun() && (effect == Effect.Act.LEFT || effect == Effect.Act.STEP)) {
            return 6;
        }
        boolean step = effect == Effect.Act.STEP || effect == Effect.Act.MANY;
        return step && live.filter(FigureState::isOver).isPresent() ? 6 : binding.rank();
    }

    /** Returns whether the screen says where Esc leads, and Enter does not lead there too. */
    private boolean isNamedBack() {
        String back = words.get(Navigation.BACK);
        return back != null && !back.equals(words.get(Navigation.ONWARD));
    }

    /**
     * Returns the label of a binding where its own is too wide; the same label if there is no shorter one. Only a way
     * back has one, which then does not say where it leads.
     */
    String shortWord(Binding binding) {
        boolean back = binding.effects().get(0) == Navigation.BACK;
        return back && binding.word().length() < word(binding).length() ? binding.word() : word(binding);
    }

    /**
     * Returns the bindings for the key line: up and down are left out where all four arrows do the same, and at a ghost
     * that moves to the left and right only.
     */
    List<Binding> lineBindings() {
        boolean level = live.filter(FigureState::isOnGhost).isPresent() && !movesUp();
        return bindings().stream()
                .filter(binding -> !isArrows(binding, Effect.Act.DOWN))
                .filter(binding -> !level || binding.effects().get(0) != Effect.Act.DOWN)
                .toList();
    }

    /** Returns whether a binding has an effect of the arrows, and all four do the same here. */
    private boolean isArrows(Binding binding, Effect of) {
        return binding.effects().get(0) == of
                && live.isPresent()
                && word(onFigure(Effect.Act.LEFT)).equals(word(onFigure(Effect.Act.DOWN)));
    }

    private static Binding onFigure(Effect effect) {
        return KeyContext.FIGURE.bindings().stream()
                .filter(binding -> binding.effects().get(0) == effect)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the printed keys of a binding in the key line. */
    String lineCap(Binding binding, boolean ascii) {
        if (isArrows(binding, Effect.Act.LEFT)) {
            return ascii ? "arrows" : "←↑↓→";
        }
        return cap(binding, ascii);
    }

    private boolean movesUp() {
        return live.filter(FigureState::movesUp).isPresent();
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
