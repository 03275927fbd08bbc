package dev.nabla.tui;

import dev.nabla.figure.Action;

/** What a key binding does. */
sealed interface Effect {
    /** Acts on the figure. */
    record Act(Action action) implements Effect {}

    /** Moves about in the tutor. */
    record Move(Go go) implements Effect {}
}
