package dev.nabla.tui;

import dev.nabla.tui.ReadingView.Pane;
import java.util.Optional;

/**
 * Where the way back from a section leads before it leads home.
 *
 * @param turned what was shown when the figure was turned to, while it is shown alone
 * @param figure the section with the figure whose stage opened this one
 */
record Origin(Optional<Pane> turned, Optional<ReadingView> figure) {
    static final Origin HOME = new Origin(Optional.empty(), Optional.empty());

    /** Through a stage of a figure; where that one came from is forgotten, so that the way stays short. */
    static Origin of(ReadingView figure) {
        Origin own = new Origin(figure.origin().turned(), Optional.empty());
        return new Origin(Optional.empty(), Optional.of(figure.from(own)));
    }

    /** After one pane has been turned to another. */
    Origin turned(Pane from, Pane to) {
        return from == to ? this : new Origin(Optional.of(from).filter(text -> to == Pane.FIGURE), figure);
    }
}
