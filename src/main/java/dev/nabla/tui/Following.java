package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import java.util.Optional;

/** The way from a figure to the section of the figure that its focus leads to. */
final class Following {
    private Following() {}

    static TutorState follow(TutorState state) {
        Optional<String> figure = state.live().flatMap(Live::opens);
        for (int i = 0; i < state.course().sections().size() && figure.isPresent(); i++) {
            if (shows(state.course().sections().get(i), figure.get())) {
                return state.open(i);
            }
        }
        return figure.map(id -> state.saying("No section shows " + id)).orElse(state);
    }

    private static boolean shows(Section section, String figure) {
        try {
            return section.lesson()
                    .flatMap(Lesson::figure)
                    .filter(live -> live.figure().id().equals(figure))
                    .isPresent();
        } catch (BadInput unreadable) {
            return false;
        }
    }
}
