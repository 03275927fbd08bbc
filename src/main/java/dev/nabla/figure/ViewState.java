package dev.nabla.figure;

import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The view of a model: the focus, the mode, and the models and the guess that it is compared with.
 *
 * @param spot the focused place
 * @param mode picture, text, worked steps or code
 * @param speed whether and how fast the figure steps by itself
 * @param reached the farthest step of this run; scrubbing forward stops there
 * @param before the model before the last change; empty as long as nothing has been changed
 * @param pinned the model kept for comparison
 * @param guess the learner's guess
 * @param playback the rest of an animation
 * @param shown the model that can be drawn without waiting: an earlier step while the {@linkplain Figure.PieceWork
 *     work} for the present one is unfinished; set only on a screen
 */
public record ViewState<M extends Record>(
        Focus spot,
        Mode mode,
        RunSpeed speed,
        long reached,
        Optional<M> before,
        Optional<M> pinned,
        Guess guess,
        Playback playback,
        Optional<M> shown) {
    /** How a figure is displayed. */
    public enum Mode {
        PICTURE,
        /** Knobs and results as lines of text. */
        TEXT,
        /** The worked solution. */
        STEPS,
        /** The picture with the Python that computes it. */
        CODE
    }

    /** How fast a figure steps by itself. */
    public enum RunSpeed {
        STILL,
        /** Stopped in the middle of a run, which can go on. */
        PAUSED,
        /** At the figure's {@link Figure.Pace}, so that the steps can be followed. */
        PACED,
        /** As fast as the work is done. */
        FULL
    }

    /** The marker before the focused place. */
    public static final String MARKER = "►";

    /** The text in place of a value that an open guess hides. */
    public static final String HIDDEN = "·";

    /** Returns the view of a newly opened figure: the first place has the focus, and there is nothing to compare. */
    public static <M extends Record> ViewState<M> start(Figure<M> figure, M model) {
        long reached = figure.stepper(model).map(stepper -> stepper.at(model)).orElse(0L);
        Focus first = Focus.all(figure, model).get(0);
        Optional<M> none = Optional.empty();
        return new ViewState<>(
                first, Mode.PICTURE, RunSpeed.STILL, reached, none, none, Guess.NONE, Playback.NONE, none);
    }

    public boolean isFocused(String knob) {
        return spot.knob().equals(knob);
    }

    public boolean isFocused(String knob, int part) {
        return isFocused(knob) && spot.part() == part;
    }

    /** Returns whether an open guess hides a quantity. */
    public boolean hides(Quantity<?, ?> quantity) {
        return hides(quantity.name(), quantity.visibility());
    }

    /** Returns whether an open guess hides the value of a knob. */
    public boolean hidesKnob(String knob) {
        return guess.isOpen() && guess.hidden().contains(knob);
    }

    boolean hides(String name, Visibility visibility) {
        boolean wait = visibility == Visibility.PRINTED_UNTIL_TOUCHED && before.isEmpty();
        return guess.hidden().contains(name) && !wait;
    }

    /** Returns whether a quantity exists and no guess hides it. */
    public <R> boolean shows(Quantity<R, ?> quantity, R results) {
        return !hides(quantity) && quantity.absent().apply(results).isEmpty();
    }

    /**
     * Writes a number for a column of {@code cells} cells: a dot if it is hidden, {@code none} if it does not exist.
     */
    public <R, N extends Number> String column(Quantity<R, N> quantity, R results, int cells) {
        return shown(quantity, results, () -> quantity.style()
                .column(quantity.of(results).doubleValue(), cells));
    }

    /**
     * Writes component i, counted from 0, for a column of {@code cells} cells: a dot if it is hidden, {@code none} if
     * it does not exist.
     */
    public <R> String column(Quantity<R, Vector> quantity, R results, int i, int cells) {
        return shown(quantity, results, () -> quantity.style()
                .column(quantity.of(results).get(i), cells));
    }

    /** Writes a number derived from a quantity for a column of {@code cells} cells: a dot if the quantity is hidden. */
    public String number(Quantity<?, ?> quantity, double x, int cells) {
        return hides(quantity) ? HIDDEN : quantity.style().column(x, cells);
    }

    /**
     * Writes a number for a sentence, in the quantity's style: a dot if it is hidden, {@code none} if it does not
     * exist.
     */
    public <R, N extends Number> String sentence(Quantity<R, N> quantity, R results) {
        return shown(quantity, results, () -> quantity.style()
                .sentence(quantity.of(results).doubleValue()));
    }

    /** Writes a quantity with a function of the picture: a dot if it is hidden, {@code none} if it does not exist. */
    public <R, V> String text(Quantity<R, V> quantity, R results, Function<V, String> words) {
        return shown(quantity, results, () -> words.apply(quantity.of(results)));
    }

    /** Writes component i, counted from 0, for a sentence: a dot if it is hidden, {@code none} if it does not exist. */
    public <R> String sentence(Quantity<R, Vector> quantity, R results, int i) {
        return shown(quantity, results, () -> quantity.style()
                .sentence(quantity.of(results).get(i)));
    }

    private <R> String shown(Quantity<R, ?> quantity, R results, Supplier<String> text) {
        if (hides(quantity)) {
            return HIDDEN;
        }
        return quantity.absent().apply(results).isPresent() ? Value.Absent.TEXT : text.get();
    }

    ViewState<M> withFocus(Focus other) {
        return new ViewState<>(other, mode, speed, reached, before, pinned, guess, playback, shown);
    }

    ViewState<M> withMode(Mode other) {
        return new ViewState<>(spot, other, speed, reached, before, pinned, guess, playback, shown);
    }

    /** Returns whether the figure steps by itself. */
    public boolean running() {
        return speed == RunSpeed.PACED || speed == RunSpeed.FULL;
    }

    /** Returns whether a run was stopped in the middle. */
    public boolean isPaused() {
        return speed == RunSpeed.PAUSED;
    }

    ViewState<M> paused() {
        return at(RunSpeed.PAUSED, Playback.NONE);
    }

    ViewState<M> running(boolean now) {
        return at(now ? RunSpeed.PACED : RunSpeed.STILL, now ? playback : Playback.NONE);
    }

    ViewState<M> atFullSpeed() {
        return at(RunSpeed.FULL, Playback.NONE);
    }

    private ViewState<M> at(RunSpeed other, Playback rest) {
        return new ViewState<>(spot, mode, other, reached, before, pinned, guess, rest, shown);
    }

    ViewState<M> reaching(long step) {
        return new ViewState<>(spot, mode, speed, step, before, pinned, guess, playback, shown);
    }

    ViewState<M> after(M model) {
        return new ViewState<>(spot, mode, speed, reached, Optional.of(model), pinned, guess, playback, shown);
    }

    ViewState<M> pinning(Optional<M> model) {
        return new ViewState<>(spot, mode, speed, reached, before, model, guess, playback, shown);
    }

    ViewState<M> guessing(Guess other) {
        return new ViewState<>(spot, mode, speed, reached, before, pinned, other, playback, shown);
    }

    ViewState<M> playing(Playback other) {
        return at(other.isOver() ? RunSpeed.STILL : RunSpeed.PACED, other);
    }

    ViewState<M> showing(M model) {
        return new ViewState<>(spot, mode, speed, reached, before, pinned, guess, playback, Optional.of(model));
    }

    /**
     * A place where the keys can stop.
     *
     * @param knob the name of the knob
     * @param part the component, counted from 0
     */
    public record Focus(String knob, int part) {
        /** The learner's guess on the picture, which comes before all knobs. */
        public static final Focus GHOST = ghost(0);

        /** Returns one of the rings of a guess on the picture, counted from 0. */
        static Focus ghost(int ring) {
            return new Focus("ghost", ring);
        }

        /** Returns every place of the figure's knobs where the keys can stop now, in Tab order. */
        static <M extends Record> List<Focus> all(Figure<M> figure, M model) {
            List<Focus> spots = new ArrayList<>();
            for (Knob<M, ?> knob : figure.knobs(model)) {
                for (int part = 0; part < knob.stops(model); part++) {
                    spots.add(new Focus(knob.name(), part));
                }
            }
            return figure.stops(model, spots);
        }
    }
}
