package dev.nabla.screen.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.key.Effect;
import dev.nabla.tutor.Attempt.Confidence;
import java.util.Optional;
import java.util.function.IntFunction;

/** A part of a screen that a click acts on, other than the rows of a list, the keys and the figure. */
public enum ClickTarget {
    /** An option of a choice; its part is the option, from 0. */
    OPTION(Effect.Choose::new),
    /** A confidence; its part is the index of the {@link Confidence}. */
    CONFIDENCE(part -> new Effect.Rate(Confidence.values()[part])),
    /** A station of the road; its part is the station, from 0. */
    STATION(Effect.OpenStation::new);

    /** Keeps the names apart from those of knobs, which are letters and digits. */
    private static final String PREFIX = "click ";

    private final IntFunction<Effect> effect;

    ClickTarget(IntFunction<Effect> effect) {
        this.effect = effect;
    }

    /** Lets the mouse click an area of the canvas. */
    public void mark(int part, Area area, Canvas canvas) {
        canvas.handle(new Handle(PREFIX + name(), part, area, null, null));
    }

    /** Returns the effect of a click on a handle; empty if the handle is none of these. */
    public static Optional<Effect> effect(Handle handle) {
        for (ClickTarget target : values()) {
            if (handle.name().equals(PREFIX + target.name())) {
                return Optional.of(target.effect.apply(handle.part()));
            }
        }
        return Optional.empty();
    }
}
