package dev.nabla.key;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of a place as the key line shows them: which ones, their printed names, their labels and their ranks. */
final class LineKeys {
    /** Effects that go back and forth among the steps of a training. */
    private static final Set<Effect> SCRUBBING =
            Set.of(Effect.Act.STEP_BACK, Effect.Act.FAR_LEFT, Effect.Act.FIRST_STEP);

    private static final Set<Effect> SHORTENED = Set.of(Navigation.BACK, Navigation.LOOK);

    private static final Binding LEFT = onFigure(Effect.Act.LEFT);
    private static final Binding DOWN = onFigure(Effect.Act.DOWN);

    private final KeyPlace place;
    private final Optional<FigureState<?>> live;
    private final boolean isCode;
    private final boolean isOnGhost;
    private final boolean isOnLongRun;
    private final boolean movesUp;
    /** The label of the arrows to the left and right. */
    private final String leftRight;
    /** The label of the arrows down and up. */
    private final String downUp;

    LineKeys(KeyPlace place) {
        this.place = place;
        live = place.live();
        isCode = live.filter(figure -> figure.cursor().mode() == Mode.CODE).isPresent();
        isOnGhost = live.filter(FigureState::isOnGhost).isPresent();
        isOnLongRun = live.filter(FigureState::isOnLongRun).isPresent();
        movesUp = live.filter(FigureState::movesUp).isPresent();
        leftRight = live.flatMap(figure -> arrows(figure, true)).orElse(LEFT.word());
        downUp = live.flatMap(figure -> arrows(figure, false)).orElse(DOWN.word());
    }

    private static Binding onFigure(Effect effect) {
        return KeyContext.FIGURE.bindings().stream()
                .filter(binding -> binding.effects().get(0) == effect)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns whether the key line shows a binding. It leaves out the arrows down and up where all four do the same,
     * and at a ghost that moves to the left and right only.
     */
    boolean shows(Binding binding) {
        return binding.effects().get(0) != Effect.Act.DOWN || !isOneKey() && (!isOnGhost || movesUp);
    }

    /**
     * Returns the label of a binding. A step has the figure's verb unless a run is paused, many steps their number and
     * noun. Arrows that move a point are called "nudge", those that move the ghost of a guess "ghost", those that
     * choose a cell "cell". At rings, arrows choose a "ring" and "move it". On the steps of a training, keys that go
     * back and forth say how far.
     */
    String word(Binding binding) {
        Effect effect = binding.effects().get(0);
        if (effect instanceof Navigation go) {
            return place.words().getOrDefault(go, binding.word());
        }
        if (effect == Effect.Act.STEP
                && live.filter(figure -> figure.cursor().isPaused()).isPresent()) {
            return "run on";
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
            return isCode ? "close" : binding.word();
        }
        if (effect == Effect.Act.STEP_BACK && isOnLongRun) {
            return "a step";
        }
        if (effect == Effect.Act.FAR_LEFT && isOnLongRun) {
            return "a fiftieth";
        }
        return effect == Effect.Act.LEFT ? leftRight : effect == Effect.Act.DOWN ? downUp : binding.word();
    }

    /** Returns whether all four arrows do the same here. */
    private boolean isOneKey() {
        return live.isPresent() && leftRight.equals(downUp);
    }

    /** Returns the label of the arrows to the left and right, or of those down and up; empty for the table's own. */
    private Optional<String> arrows(FigureState<?> figure, boolean sideways) {
        if (figure.isOnRings()) {
            return Optional.of(sideways ? "ring" : "move it");
        }
        if (isOnGhost && (sideways || movesUp)) {
            return Optional.of("ghost");
        }
        if (figure.isOnCell()) {
            return Optional.of("cell");
        }
        List<String> own = figure.arrows();
        if (!own.isEmpty()) {
            return Optional.of(own.get(sideways ? 0 : 1));
        }
        return Optional.of("nudge").filter(word -> !sideways && movesUp);
    }

    /**
     * Returns the rank of a binding here, by which the key line drops it. Open code raises its own keys, a point that
     * moves raises all arrows and Tab, a table raises the arrows that choose another of its numbers, a text raises the
     * key that types it, the steps of a training raise the keys that go back and forth, and an open part that another
     * figure has taught raises the key to it. After an answer its page comes before its figure. A way back is raised
     * where the screen says where it leads. Keys for steps go early once all steps are taken.
     */
    int rank(Binding binding) {
        Effect effect = binding.effects().get(0);
        if (isCode && (effect == Effect.Act.CODE || effect == Navigation.COPY)) {
            return 1;
        }
        if ((effect == Effect.Act.DOWN || effect == Effect.Act.NEXT) && movesUp) {
            return effect == Effect.Act.DOWN ? 2 : 3;
        }
        if (effect == Navigation.LOOK && place.words().containsKey(Navigation.EXPLAIN)) {
            return 3;
        }
        if (effect == Navigation.BACK && isNamedBack()) {
            return Math.min(binding.rank(), 2);
        }
        if (effect == Navigation.TYPE && live.filter(FigureState::isOnText).isPresent()) {
            return place.words().containsKey(Navigation.LOOK) ? 2 : 1;
        }
        if (effect == Navigation.TURN
                && live.flatMap(FigureState::referredFigure).isPresent()) {
            return 1;
        }
        if (effect == Effect.Act.DOWN && live.filter(FigureState::isInTable).isPresent()) {
            return 2;
        }
        if (isOnLongRun && SCRUBBING.contains(effect)) {
            return effect == Effect.Act.FIRST_STEP ? 2 : 1;
        }
        if (isOnLongRun && (effect == Effect.Act.LEFT || effect == Effect.Act.STEP)) {
            return 6;
        }
        boolean step = effect == Effect.Act.STEP || effect == Effect.Act.MANY;
        return step && live.filter(FigureState::isOver).isPresent() ? 6 : binding.rank();
    }

    /** Returns whether the screen says where Esc leads, and Enter does not lead there too. */
    private boolean isNamedBack() {
        String back = place.words().get(Navigation.BACK);
        return back != null && !back.equals(place.words().get(Navigation.ONWARD));
    }

    /**
     * Returns a shorter label of a binding, for where its own is too wide. Only a way back has one, which then does not
     * say where it leads, and the key to a figure.
     */
    Optional<String> shortWord(Binding binding) {
        return Optional.of(binding)
                .filter(way -> SHORTENED.contains(way.effects().get(0)))
                .map(Binding::word)
                .filter(brief -> brief.length() < word(binding).length());
    }

    /** Returns the printed keys of a binding; of the arrows to the left and right, all four if they do the same. */
    String cap(Binding binding, boolean ascii) {
        if (isOneKey() && binding.effects().get(0) == Effect.Act.LEFT) {
            return ascii ? "arrows" : "←↑↓→";
        }
        return place.cap(binding, ascii);
    }
}
