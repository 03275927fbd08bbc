package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.Beat;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All exercises of a section in one list: guesses, blanks, questions, goals.
 *
 * @param under the section, as it was left
 * @param selected the one that Enter opens
 */
record PracticeView(ReadingView under, int selected) implements View {
    /** A line of the list: what is asked, whether it is done, and where it is done. */
    private record Exercise(String name, Line words, boolean done, UnaryOperator<ScreenState> open) {}

    /** At the first that is not done. */
    static ScreenState open(ReadingView under, ScreenState state) {
        List<Exercise> all = exercises(under, state);
        if (all.isEmpty()) {
            return state.saying("This section has no exercises yet");
        }
        int open = Page.first(i -> !all.get(i).done(), 0, all.size()).orElse(0);
        return state.in(new PracticeView(under, open));
    }

    private static List<Exercise> exercises(ReadingView under, ScreenState state) {
        Road road = under.road(state);
        Lesson lesson = under.lesson();
        List<Exercise> all = new ArrayList<>();
        for (int i = 0; i < road.beats().size(); i++) {
            Beat beat = road.at(i);
            int station = i;
            if (beat.is(Kind.GUESS)) {
                Line asked =
                        Line.of(lesson.questions().get(beat.index()).draw(0).prompt());
                all.add(new Exercise("guess", asked, road.open(beat) == 0, now -> under.enter(station, now)));
            }
        }
        for (int i = 0; i < lesson.examples().size(); i++) {
            WorkedExample example = lesson.examples().get(i);
            Practice practice = state.tutor().practices().get(example.id());
            int index = i;
            all.add(new Exercise(
                    "blanks",
                    Line.of(example.draw(0).prompt()),
                    practice != null && practice.isDone(),
                    now -> BlanksView.at(under, index, now)));
        }
        for (int i = 0; i < lesson.asked().size(); i++) {
            Question question = lesson.asked().get(i);
            int index = i;
            all.add(new Exercise(
                    question.id(),
                    Line.of(question.draw(0).prompt()),
                    state.progress().isRight(question.id()),
                    now -> AskingView.at(under, index, now)));
        }
        for (Goal goal : lesson.goals()) {
            boolean met = state.progress().goals().contains(goal.id());
            all.add(new Exercise("goal", Line.of(goal.ask()), met, now -> under.trial(goal, now)));
        }
        return all;
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public int beat(ScreenState state) {
        return under.beat();
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.PRACTICE, KeyContext.SECTIONS, KeyContext.BACK);
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        return Optional.of(new Onward(
                "try it", now -> exercises(under, now).get(selected).open().apply(now)));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        int last = exercises(under, state).size() - 1;
        Go go = Go.of(effect);
        return switch (go) {
            case BACK, PRACTISE -> state.in(under);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.showing(new PracticeView(under, Page.scrolled(go, selected, last, last)));
            default -> state;
        };
    }

    /** Scrolled so that the selected one is on it. */
    @Override
    public void draw(Canvas canvas, ScreenState state) {
        List<Exercise> all = exercises(under, state);
        long open = all.stream().filter(exercise -> !exercise.done()).count();
        String words = open == 0 ? "All of it is done; it can be done again" : open + " of " + all.size() + " to do";
        Canvas body = Page.exercise(Line.of(words), Line.EMPTY.dim("practice"), this, state, canvas);
        List<Line> lines = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < all.size(); i++) {
            Exercise exercise = all.get(i);
            Line mark = Line.EMPTY.second(i == selected ? "► " : "  ");
            Line tick = exercise.done() ? mark.result("● ") : mark.dim("○ ");
            Line name = tick.dim(
                    exercise.name() + " ".repeat(Math.max(1, 8 - exercise.name().length())));
            int width = Math.min(Page.WIDEST, body.width() - 2);
            List<Line> wrapped = Wrap.hanging(name, exercise.words(), width, body.glyphs());
            lines.addAll(
                    i == selected
                            ? wrapped
                            : List.of(Clip.to(Line.join(List.of(name, exercise.words()), ""), width, body.glyphs())));
            end = i == selected ? lines.size() : end;
        }
        Page.put(lines, Math.max(0, end - body.height()), body);
    }
}
