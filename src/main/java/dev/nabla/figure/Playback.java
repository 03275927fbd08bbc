package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rest of an animation: maps of settings, played one after the other. Numbers move there in frames, other values
 * change at once.
 *
 * @param plays the maps that are left
 * @param frame the next frame of the first map, from 0
 */
record Playback(List<Map<String, String>> plays, int frame) {
    static final Playback NONE = new Playback(List.of(), 0);
    static final int TICK_MILLIS = 60;
    private static final int FRAMES = 8;
    /** Frames without change before the next map, so that the result can be looked at. */
    private static final int REST = 5;

    Playback next() {
        return frame < FRAMES + REST && plays.size() > 1 || frame < FRAMES
                ? new Playback(plays, frame + 1)
                : new Playback(plays.subList(1, plays.size()), 0);
    }

    boolean isOver() {
        return plays.isEmpty();
    }

    /** Returns whether the first settings have been reached and are looked at before the next ones. */
    boolean rests() {
        return !isOver() && frame >= FRAMES;
    }

    /** Returns the model one frame closer to the first settings; a number changes by the same amount in each frame. */
    <M extends Record> M frame(Figure<M> figure, M now) {
        Map<String, String> settings = plays.get(0);
        M there = Settings.apply(figure, Settings.apply(figure, now, settings), settings);
        if (frame >= FRAMES - 1) {
            return there;
        }
        Map<String, Value> between = new LinkedHashMap<>();
        for (String name : settings.keySet()) {
            Knob<M, ?> knob = Knob.named(name, figure);
            between.put(name, between(knob.value(now), knob.value(there)));
        }
        try {
            return Settings.take(figure, now, between);
        } catch (BadInput nothing) {
            return there; // some values in between cannot be read, for example those between two cells of a matrix
        }
    }

    private Value between(Value from, Value to) {
        if (from instanceof Value.Real a && to instanceof Value.Real b) {
            return new Value.Real(between(a.value(), b.value()));
        }
        if (from instanceof Value.Whole a && to instanceof Value.Whole b) {
            return new Value.Whole(Math.round(between(a.value(), b.value())));
        }
        if (from instanceof Value.Reals a
                && to instanceof Value.Reals b
                && a.values().size() == b.values().size()) {
            return new Value.Reals(Vector.of(
                    b.values().size(),
                    i -> between(a.values().get(i), b.values().get(i))));
        }
        return to;
    }

    private double between(double from, double to) {
        double next = from + (to - from) / (FRAMES - frame);
        return Double.isFinite(next) ? next : to;
    }
}
