package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.lesson.Section;
import java.util.Optional;

/** The way from a figure to the section of the figure that its focus leads to, and back. */
final class Following {
    private Following() {}

    static TutorState follow(ReadingView view, TutorState state) {
        Optional<String> figure = view.live(state).flatMap(Live::opens);
        Optional<Section> there = figure.flatMap(state.course()::showing);
        return there.map(section -> opened(section, view, state))
                .or(() -> figure.map(id -> state.saying("No section shows " + id)))
                .orElse(state);
    }

    /** The section with the way back to the figure, unless it is the one that is on the screen. */
    private static TutorState opened(Section section, ReadingView view, TutorState state) {
        int position = state.course().sections().indexOf(section);
        TutorState opened = state.open(position);
        return position != view.position() && opened.view() instanceof ReadingView there
                ? opened.in(there.from(Origin.of(view)))
                : opened;
    }
}
