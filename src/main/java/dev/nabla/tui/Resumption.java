package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tutor at the same place in a course that has been saved anew. */
final class Resumption {
    private Resumption() {}

    static TutorState of(TutorState old, Course next) {
        return new TutorState(
                next, old.read(), lives(old, next), view(old.view(), old.course(), next), old.font(), old.size(), "");
    }

    /** Figures as they stand, but for those that their lesson now opens otherwise. */
    private static Map<String, Live<?>> lives(TutorState old, Course next) {
        Map<String, Live<?>> lives = new HashMap<>();
        for (Section section : next.sections()) {
            Live<?> before = old.lives().get(section.id());
            if (before != null) {
                section.lesson()
                        .flatMap(Lesson::figure)
                        .ifPresent(opened -> lives.put(section.id(), isSame(before, opened) ? before : opened));
            }
        }
        return lives;
    }

    private static boolean isSame(Live<?> before, Live<?> opened) {
        return before.figure().id().equals(opened.figure().id())
                && before.home().equals(opened.home());
    }

    private static View view(View view, Course old, Course next) {
        if (view instanceof View.Help help) {
            return new View.Help(view(help.under(), old, next), help.scroll());
        }
        if (view instanceof View.Reading reading) {
            return position(old, next, reading.section())
                    .<View>map(section -> new View.Reading(section, reading.pane(), reading.scroll()))
                    .orElse(new View.Home(0));
        }
        int selected = ((View.Home) view).selected();
        return new View.Home(position(old, next, selected).orElse(0));
    }

    /** Where the section with the id of an old one stands now, if it can still be read. */
    private static Optional<Integer> position(Course old, Course next, int section) {
        List<String> ids = next.sections().stream().map(Section::id).toList();
        int position = ids.indexOf(old.sections().get(section).id());
        return position < 0 ? Optional.empty() : Optional.of(position);
    }
}
