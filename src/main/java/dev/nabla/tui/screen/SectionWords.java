package dev.nabla.tui.screen;

import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Section;
import dev.nabla.tutor.Road;
import java.util.Optional;

/** Texts about a section that is not open. */
final class SectionWords {
    private SectionWords() {}

    /** Returns the section's road; empty until its outline is known. */
    static Optional<Road> road(Section section, ScreenState state) {
        return section.knownOutline().map(outline -> new Road(section, state.tutor(), outline));
    }

    /** Returns the reading time in minutes; 0 if the section is not written yet. */
    static int minutes(Section section) {
        return section.draft().map(LazyLesson::minutes).orElse(0);
    }

    /** Returns the reading time and the open exercises, like {@code 2 min · 5 blanks, 10 questions and 3 goals}. */
    static String holds(Section section, ScreenState state) {
        int minutes = minutes(section);
        String left = road(section, state).map(Road::openExercises).orElse("");
        return minutes == 0 ? "not written yet" : minutes + " min" + (left.isEmpty() ? "" : " · " + left);
    }

    /** Returns the station where the learner left the section, like {@code the guess}; empty if that is not known. */
    static Optional<String> place(Section section, HomeList list, ScreenState state) {
        int station = list.station(section, state);
        return road(section, state)
                .filter(road -> station >= 0 && station < road.beats().size())
                .map(road -> switch (road.at(station).kind()) {
                    case READ -> "page " + (road.at(station).index() + 1);
                    case GUESS -> "the guess";
                    case PLAY -> "the figure";
                    case BLANKS, QUESTIONS, GOALS, END -> road.name(road.at(station));
                });
    }
}
