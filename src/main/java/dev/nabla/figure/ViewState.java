package dev.nabla.figure;

import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The view of a model: where the keys are and what it is compared with.
 *
 * @param spot the focused place
 * @param mode picture, text, worked steps or code
 * @param running whether it steps by itself
 * @param reached the farthest step of this run, where {@code }} goes
 * @param before the model before the last change
 * @param pinned the model kept for comparison
 * @param guess what is guessed about it
 * @param playback what it is to play by itself
 * @param shown what can be shown of the model at once, on a screen that must not wait for its {@linkplain
 *     Figure.PieceWork work}
 */
public record ViewState<M extends Record>(
        Focus spot,
        Mode mode,
        boolean running,
        long reached,
        Optional<M> before,
        Optional<M> pinned,
        Guess guess,
        Playback playback,
        Optional<M> shown) {
    /** A view of a figure. */
    public enum Mode {
        PICTURE,
        /** Sentences and numbers. */
        TEXT,
        /** The worked solution. */
        STEPS,
        /** The picture with the Python that computes it. */
        CODE
    }

    /** What stands before the place where the keys are. */
    public static final String MARKER = "►";

    /** What stands in place of the answer of an open guess. */
    public static final String HIDDEN = "·";

    /** At the figure's first place, with nothing to compare. */
    public static <M extends Record> ViewState<M> start(Figure<M> figure, M model) {
        long reached = figure.stepper().map(stepper -> stepper.at(model)).orElse(0L);
        Focus first = Focus.all(figure, model).get(0);
        Optional<M> none = Optional.empty();
        return new ViewState<>(first, Mode.PICTURE, false, reached, none, none, Guess.NONE, Playback.NONE, none);
    }

    public boolean isFocused(String knob) {
        return spot.knob().equals(knob);
    }

    public boolean isFocused(String knob, int part) {
        return isFocused(knob) && spot.part() == part;
    }

    /** True if a quantity would tell the answer of an open guess. */
    public boolean hides(Quantity<?, ?> quantity) {
        return hides(quantity.name(), quantity.visibility());
    }

    boolean hides(String name, Visibility visibility) {
        boolean wait = visibility == Visibility.PRINTED_UNTIL_TOUCHED && before.isEmpty();
        return guess.hidden().contains(name) && !wait;
    }

    /** True if a quantity exists and no guess hides it. */
    public <R> boolean shows(Quantity<R, ?> quantity, R results) {
        return !hides(quantity) && quantity.absent().apply(results).isEmpty();
    }

    /** Writes a number for a column of so many cells: a dot if it is hidden, {@code none} if it does not exist. */
    public <R, N extends Number> String column(Quantity<R, N> quantity, R results, int cells) {
        return shown(quantity, results, () -> quantity.style()
                .column(quantity.of(results).doubleValue(), cells));
    }

    /** Writes one of several numbers, counted from 0, for a column of so many cells. */
    public <R> String column(Quantity<R, Vector> quantity, R results, int i, int cells) {
        return shown(quantity, results, () -> quantity.style()
                .column(quantity.of(results).get(i), cells));
    }

    /**
     * Writes a number that was computed of a quantity, for a column of so many cells: a dot if the quantity is hidden.
     */
    public String number(Quantity<?, ?> quantity, double x, int cells) {
        return hides(quantity) ? HIDDEN : quantity.style().column(x, cells);
    }

    /**
     * Writes a number with as many digits as a sentence needs: a dot if it is hidden, {@code none} if it does not
     * exist.
     */
    public <R, N extends Number> String sentence(Quantity<R, N> quantity, R results) {
        return shown(quantity, results, () -> quantity.style()
                .sentence(quantity.of(results).doubleValue()));
    }

    /** Writes a quantity in the picture's own words: a dot if it is hidden, {@code none} if it does not exist. */
    public <R, V> String text(Quantity<R, V> quantity, R results, Function<V, String> words) {
        return shown(quantity, results, () -> words.apply(quantity.of(results)));
    }

    /** Writes one of several numbers, counted from 0, with as many digits as a sentence needs. */
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
        return new ViewState<>(other, mode, running, reached, before, pinned, guess, playback, shown);
    }

    ViewState<M> withMode(Mode other) {
        return new ViewState<>(spot, other, running, reached, before, pinned, guess, playback, shown);
    }

    ViewState<M> running(boolean now) {
        return new ViewState<>(spot, mode, now, reached, before, pinned, guess, now ? playback : Playback.NONE, shown);
    }

    ViewState<M> reaching(long step) {
        return new ViewState<>(spot, mode, running, step, before, pinned, guess, playback, shown);
    }

    ViewState<M> after(M model) {
        return new ViewState<>(spot, mode, running, reached, Optional.of(model), pinned, guess, playback, shown);
    }

    ViewState<M> pinning(Optional<M> model) {
        return new ViewState<>(spot, mode, running, reached, before, model, guess, playback, shown);
    }

    ViewState<M> guessing(Guess other) {
        return new ViewState<>(spot, mode, running, reached, before, pinned, other, playback, shown);
    }

    ViewState<M> playing(Playback other) {
        return new ViewState<>(spot, mode, !other.isOver(), reached, before, pinned, guess, other, shown);
    }

    ViewState<M> showing(M model) {
        return new ViewState<>(spot, mode, running, reached, before, pinned, guess, playback, Optional.of(model));
    }

    /** A place where the keys can stop: a component, from 0, of a knob. */
    public record Focus(String knob, int part) {
        /** The guess that is laid on the picture, before all knobs. */
        public static final Focus GHOST = new Focus("ghost", 0);

        /** Every place where the keys can stop now, in the order of Tab. */
        static <M extends Record> List<Focus> all(Figure<M> figure, M model) {
            List<Focus> spots = new ArrayList<>();
            for (Knob<M, ?> knob : figure.knobs()) {
                for (int part = 0; part < knob.stops(model); part++) {
                    spots.add(new Focus(knob.name(), part));
                }
            }
            return figure.stops(model, spots);
        }
    }
}
