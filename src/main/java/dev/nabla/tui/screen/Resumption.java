package dev.nabla.tui.screen;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The tutor at the same place in a course that has been saved anew.
 *
 * @param old where it was
 * @param next what is taught from now on; the section on the screen and its questions can be read
 */
public record Resumption(ScreenState old, Course next) {
    public static ScreenState of(ScreenState old, Course next) {
        return new Resumption(old, next).state();
    }

    private ScreenState state() {
        ScreenState home =
                new ScreenState(old.tutor().in(next), new HomeView(0), old.font(), old.size(), "", old.events());
        return at(old.view(), home);
    }

    private ScreenState at(View view, ScreenState home) {
        if (view instanceof HelpView help) {
            ScreenState under = at(help.under(), home);
            return under.showing(new HelpView(under.view(), help.scroll()));
        }
        if (view instanceof HomeView list) {
            return home.showing(new HomeView(position(list.selected()).orElse(0)));
        }
        if (view instanceof ReviewView review) {
            return review.again(home);
        }
        if (view instanceof ReviewedView) {
            return home.showing(view);
        }
        if (view instanceof AskingView asking) {
            ScreenState under = at(asking.under(), home);
            return under.view() instanceof ReadingView reading ? asked(asking, reading, under) : under;
        }
        if (view instanceof GoalsView goals) {
            ScreenState under = at(goals.under(), home);
            return under.view() instanceof ReadingView reading ? GoalsView.open(reading, under) : under;
        }
        if (view instanceof PracticeView practice) {
            return at(practice.under(), home);
        }
        ReadingView reading = (ReadingView) view;
        OptionalInt position = position(reading.position());
        boolean written =
                position.isPresent() && next.sections().get(position.getAsInt()).isWritten();
        return !written ? home : read(reading, position.getAsInt(), home);
    }

    /** A goal that is tried goes on if it is still the same one. */
    private ScreenState read(ReadingView view, int position, ScreenState home) {
        Lesson lesson = next.sections().get(position).lesson().orElseThrow();
        Optional<ReadingView.Trial> trial =
                view.trial().filter(tried -> lesson.goals().stream().anyMatch(tried.attempt()::isAt));
        ScreenState figured = home.with(home.tutor().open(next.sections().get(position)));
        int figure = Math.min(view.figure(), Math.max(0, lesson.figures().size() - 1));
        BackStack before = new BackStack(view.before().turned(), Optional.empty());
        return figured.showing(
                new ReadingView(position, view.pane(), view.scroll(), figure, view.search(), trial, before));
    }

    /** The question asked, or the one that stands in its place now. */
    private ScreenState asked(AskingView asking, ReadingView under, ScreenState state) {
        List<Question> questions = under.lesson(state).questions();
        if (questions.isEmpty()) {
            return state;
        }
        String id = asking.asked(old).id();
        int same = IntStream.range(0, questions.size())
                .filter(i -> questions.get(i).id().equals(id))
                .findFirst()
                .orElse(Math.min(asking.index(), questions.size() - 1));
        return AskingView.at(under, same, state);
    }

    /** Where the section with the id of an old one stands now. */
    private OptionalInt position(int section) {
        String id = old.course().sections().get(section).id();
        return IntStream.range(0, next.sections().size())
                .filter(i -> next.sections().get(i).id().equals(id))
                .findFirst();
    }
}
