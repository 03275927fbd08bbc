package dev.nabla.screen;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Workload;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.RoadTime;
import java.util.Optional;

/** Texts about a section that is not open. */
final class SectionWords {
    private SectionWords() {}

    /** Returns the section's road; empty until its outline is known. */
    static Optional<Road> road(Section section, ScreenState state) {
        return section.knownOutline().map(outline -> new Road(section, state.tutor(), outline));
    }

    /** Returns times like {@code 3 + 25 minutes}: to read, and to do the rest. */
    static String minutes(Workload size) {
        return size.reading() == 0
                ? RoadTime.inWords(size.practice()) + " to do"
                : size.reading() + " + " + size.practice() + " minutes";
    }

    /** Returns the time for a section, like {@code 3 + 25 minutes}; the reading alone until its outline is known. */
    static String size(Section section, ScreenState state) {
        return workload(section, state).map(SectionWords::minutes).orElseGet(() -> inFull(section, state));
    }

    /** Returns the time for a section, like {@code 3 minutes to read, 25 to do}. */
    static String inFull(Section section, ScreenState state) {
        String reading = section.draft()
                .map(draft -> WorkedSteps.count(draft.minutes(), "minute") + " to read")
                .orElse("not written yet");
        return workload(section, state)
                .map(size -> reading + ", " + size.practice() + " to do")
                .orElse(reading);
    }

    private static Optional<Workload> workload(Section section, ScreenState state) {
        return section.workload(state.progress().pace(section));
    }

    /** Returns the open exercises, to follow the time: {@code  · 5 blanks, 10 questions and 3 goals}. */
    static String open(Section section, ScreenState state) {
        String left = road(section, state).map(Road::openExercises).orElse("");
        return left.isEmpty() ? "" : " · " + left;
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
