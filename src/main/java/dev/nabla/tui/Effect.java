package dev.nabla.tui;

import dev.nabla.figure.Action;

/** What a key binding does. */
sealed interface Effect {
    /** Acts on the figure. */
    record Act(Action action) implements Effect {}

    /** Moves about in the tutor. */
    record Move(Go go) implements Effect {}

    /** Changes the line that is typed. */
    record Change(Edit edit) implements Effect {}

    /** Puts signs into it. */
    record Type(String signs) implements Effect {}

    /** Says how sure an answer is. */
    record Rate(Sure sure) implements Effect {}
}
