package dev.nabla.tui;

import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Handle;
import dev.nabla.key.Effect;
import dev.nabla.key.Effect.Act;
import dev.nabla.key.KeyLine;
import dev.nabla.key.Navigation;
import dev.nabla.screen.ListPosition;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.part.ClickTarget;
import dev.nabla.tui.term.Input.Pointer;
import java.util.Optional;

/** Turns pointer events into effects, by the handle under the pointer or the one being dragged. */
final class PointerHandler {
    private Optional<Handle> grabbed = Optional.empty();

    /** Returns the effect of a pointer event; empty if it has none. */
    Optional<Effect> effect(Pointer pointer, ScreenState state) {
        Optional<Handle> under = state.frame().handleAt(pointer.x(), pointer.y());
        return switch (pointer.kind()) {
            case PRESS -> {
                grabbed = under;
                yield under.map(handle -> press(handle, pointer, state));
            }
            case DRAG -> grabbed.filter(PointerHandler::isKnob).map(handle -> drag(handle, pointer, true));
            case RELEASE -> {
                grabbed = Optional.empty();
                yield Optional.empty();
            }
            case WHEEL_UP -> Optional.of(wheel(under, 1));
            case WHEEL_DOWN -> Optional.of(wheel(under, -1));
        };
    }

    private static boolean isKnob(Handle handle) {
        return !handle.name().equals(ListPosition.ROW)
                && !handle.name().equals(KeyLine.KEY)
                && ClickTarget.effect(handle).isEmpty();
    }

    private static Effect press(Handle handle, Pointer pointer, ScreenState state) {
        return handle.name().equals(ListPosition.ROW)
                ? new Effect.OpenRow(handle.part())
                : handle.name().equals(KeyLine.KEY)
                        ? state.keys().bindings().get(handle.part()).effects().get(0)
                        : ClickTarget.effect(handle).orElseGet(() -> drag(handle, pointer, false));
    }

    private static Effect drag(Handle handle, Pointer pointer, boolean goesOn) {
        Focus spot = new Focus(handle.name(), handle.part());
        if (handle.across() == null) {
            return new Act(live -> live.take(spot));
        }
        double y = handle.up() == null ? 0 : handle.up().value(pointer.y());
        double x = handle.across().value(pointer.x());
        return new Act(live -> live.drag(spot, x, y, goesOn));
    }

    /**
     * Returns the effect of the wheel: it nudges the knob under the pointer, else it scrolls.
     *
     * @param up 1 for up, -1 for down
     */
    private static Effect wheel(Optional<Handle> under, int up) {
        Optional<Handle> knob = under.filter(PointerHandler::isKnob);
        if (knob.isEmpty()) {
            return up > 0 ? Navigation.UP : Navigation.DOWN;
        }
        boolean point = knob.get().up() != null;
        Focus spot = new Focus(knob.get().name(), knob.get().part());
        return new Act(live -> live.take(spot).nudge(point ? 0 : up, point ? up : 0, Stride.STEP));
    }
}
