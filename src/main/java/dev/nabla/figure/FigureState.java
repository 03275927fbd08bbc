package dev.nabla.figure;

import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure on a screen: its model, the cursor and what can be undone. The whole state is this one value, so undo, replay
 * and tests are lists of actions.
 *
 * @param figure the declaration
 * @param home the model it opened with, where resets lead: the figure's start or what a lesson set
 * @param model the numbers now
 * @param cursor where the viewer is
 * @param past earlier models, the newest last, at most {@link #MOST_UNDO}
 */
public record FigureState<M extends Record>(Figure<M> figure, M home, M model, ViewState<M> cursor, List<M> past) {
    static final int MOST_UNDO = 200;

    public FigureState {
        past = List.copyOf(past);
    }

    public static <M extends Record> FigureState<M> of(Figure<M> figure) {
        return of(figure, figure.start());
    }

    public static <M extends Record> FigureState<M> of(Figure<M> figure, M model) {
        return new FigureState<>(figure, model, model, ViewState.start(figure, model), List.of());
    }

    /** The state after an action; update exists only here and in the actions. */
    public FigureState<M> apply(Action action) {
        return action.on(this);
    }

    public Frame view(Size size, Font font) {
        return FigurePage.frame(figure, model, cursor, size, font);
    }

    /** The figure that the focus leads to, where it leads anywhere. */
    public Optional<String> opens() {
        return figure instanceof Figure.Leading<M> leading ? leading.opens(model, cursor) : Optional.empty();
    }

    /** The knobs that hold something else than they opened with, as texts by name that {@link #set} reads back. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Knob<M, ?> knob : figure.knobs()) {
            String text = knob.text(model);
            if (!(knob.value(model) instanceof Value.Absent) && !text.equals(knob.text(home))) {
                settings.put(knob.name(), text);
            }
        }
        return settings;
    }

    /**
     * The figure as it opened, but for these settings. They are taken twice: some knobs move others, or find their bounds in
     * them.
     *
     * @throws BadInput if it does not have such a knob, or the knob cannot hold the value
     */
    public FigureState<M> set(Map<String, String> settings) {
        return changed(Settings.apply(figure, Settings.apply(figure, home, settings), settings));
    }

    /** The figure with one knob's text read anew, as it would be typed. */
    public FigureState<M> set(String knob, String text) {
        return changed(Settings.apply(figure, model, Map.of(knob, text)));
    }

    /** The picture of now, in words. */
    public String sentence() {
        return FigurePage.plain(figure.sentence(model, cursor));
    }

    /** A line a result. */
    public List<String> facts() {
        return Sentences.facts(figure, model);
    }

    /** True if the up and down arrows move the value that the keys are on, instead of the keys. */
    public boolean movesUp() {
        return focused().movesUp(model);
    }

    /** The figure with the keys on the first place of one of these knobs, if it has one. */
    public FigureState<M> onOneOf(List<String> knobs) {
        for (Focus spot : spots()) {
            if (knobs.contains(spot.knob())) {
                return with(cursor.at(spot));
            }
        }
        return this;
    }

    /** Every place where the keys can stop now, in the order of Tab. */
    public List<Focus> spots() {
        return Focus.all(figure, model);
    }

    /** The knob the keys are on. */
    Knob<M, ?> focused() {
        return Knob.named(cursor.spot().knob(), figure);
    }

    FigureState<M> with(ViewState<M> other) {
        return new FigureState<>(figure, home, model, other, past);
    }

    /** A new model that can be undone; the same model changes nothing. */
    FigureState<M> changed(M next) {
        return next.equals(model) ? this : remembered().moved(next);
    }

    /** The present model kept for undo. */
    FigureState<M> remembered() {
        List<M> longer = new ArrayList<>(past);
        longer.add(model);
        List<M> kept = longer.subList(Math.max(0, longer.size() - MOST_UNDO), longer.size());
        return new FigureState<>(figure, home, model, cursor, kept);
    }

    /** A new model without a mark for undo, as each tick of a run makes it. */
    FigureState<M> moved(M next) {
        List<Focus> spots = Focus.all(figure, next);
        ViewState<M> kept = spots.contains(cursor.spot()) ? cursor : cursor.at(spots.get(0));
        long step = figure.stepper().map(stepper -> stepper.at(next)).orElse(0L);
        return new FigureState<>(
                figure, home, next, kept.after(model).reaching(Math.max(cursor.reached(), step)), past);
    }

    /** At such a step, and no longer running. */
    FigureState<M> at(Stepper<M> stepper, long step) {
        return with(cursor.running(false)).changed(stepper.to(model, step));
    }

    FigureState<M> undone() {
        if (past.isEmpty()) {
            return this;
        }
        M previous = past.get(past.size() - 1);
        return new FigureState<>(figure, home, model, cursor.running(false), past.subList(0, past.size() - 1))
                .moved(previous);
    }
}
