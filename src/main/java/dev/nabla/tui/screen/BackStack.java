package dev.nabla.tui.screen;

import dev.nabla.tui.screen.ReadingView.Pane;
import java.util.Optional;

/**
 * Where the way back from a section leads before it leads home.
 *
 * @param turned what was shown when the figure was turned to, while it is shown alone
 * @param figure the section with the figure whose stage opened this one
 */
record BackStack(Optional<Pane> turned, Optional<ReadingView> figure) {
    static final BackStack HOME = new BackStack(Optional.empty(), Optional.empty());

    /** Through a stage of a figure; where that one came from is forgotten, so that the way stays short. */
    static BackStack of(ReadingView figure) {
        BackStack own = new BackStack(figure.before().turned(), Optional.empty());
        return new BackStack(Optional.empty(), Optional.of(figure.from(own)));
    }

    /** After one pane has been turned to another. */
    BackStack turned(Pane from, Pane to) {
        return from == to ? this : new BackStack(Optional.of(from).filter(text -> to == Pane.FIGURE), figure);
    }
}
