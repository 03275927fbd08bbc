package dev.nabla.tui.screen;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import java.util.Optional;

/** The tutor at the same place in a course that has been saved anew; home where that place is gone. */
public final class Resumption {
    private Resumption() {}

    /** @param next what is taught from now on; the section on the screen and its questions can be read */
    public static ScreenState of(ScreenState old, Course next) {
        View view = old.view() instanceof HelpView help ? help.under() : old.view();
        int last = next.sections().size() - 1;
        HomeView list = new HomeView(view instanceof HomeView before ? Math.min(before.selected(), last) : 0);
        ScreenState home = new ScreenState(old.tutor().in(next), list, old.font(), old.size(), "", old.events());
        if (view instanceof ReviewView review) {
            return review.again(home);
        }
        Optional<ReadingView> reading = view.reading();
        return next.sections().stream()
                .filter(section -> section.isWritten() && reading.isPresent())
                .filter(section -> section.id().equals(reading.get().section().id()))
                .findFirst()
                .map(section -> on(
                        view,
                        read(reading.get(), section),
                        home.with(home.tutor().open(section))))
                .orElse(home);
    }

    /** A goal that is tried goes on if it is still the same one. */
    private static ReadingView read(ReadingView old, Section section) {
        Lesson lesson = section.lesson().orElseThrow();
        int figure = Math.min(old.figure(), Math.max(0, lesson.figures().size() - 1));
        Optional<ReadingView.Trial> trial =
                old.trial().filter(tried -> lesson.goals().stream().anyMatch(tried.attempt()::isAt));
        return new ReadingView(section, old.pane(), old.scroll(), figure, old.search(), trial, Optional.empty());
    }

    /** At the same question, or at the goals, if that is where it was and they are still there. */
    private static ScreenState on(View old, ReadingView reading, ScreenState state) {
        ScreenState there = state.showing(reading);
        if (old instanceof GoalsView) {
            return GoalsView.open(reading, there);
        }
        return old instanceof AskingView asking
                ? AskingView.first(
                                question -> question.id().equals(asking.asked().id()), 0, reading)
                        .map(same -> AskingView.at(reading, same, there))
                        .orElse(there)
                : there;
    }
}
