package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.WorkedExample;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A section's worked examples, with lines left out to be filled in: the last, the last two, all of them. It is practice, of
 * which the journal hears nothing.
 *
 * @param under the section, as it was left
 * @param id of the example
 */
record PracticeView(ReadingView under, String id) implements View {
    static TutorState open(ReadingView under, TutorState state) {
        List<WorkedExample> examples = under.lesson(state).examples();
        if (examples.isEmpty()) {
            return state.saying("This section has no worked example yet");
        }
        return at(under, under.prose(state).exampleAt(under.scroll()), state);
    }

    private static TutorState at(ReadingView under, int index, TutorState state) {
        WorkedExample example = under.lesson(state).examples().get(index);
        try {
            Practice begun = state.learner().practices().getOrDefault(example.id(), Practice.of(example));
            return state.with(state.learner().practising(begun)).in(new PracticeView(under, example.id()));
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    private TutorState beside(int by, TutorState state) {
        int next = index(state) + by;
        return next < 0 || next >= under.lesson(state).examples().size()
                ? state.saying("This is the section's " + (by < 0 ? "first" : "last") + " worked example")
                : at(under, next, state);
    }

    private int index(TutorState state) {
        return under.lesson(state).examples().indexOf(practice(state).example());
    }

    private Practice practice(TutorState state) {
        return state.learner().practices().get(id);
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public List<Place> places(TutorState state) {
        Practice practice = practice(state);
        List<Place> own = practice.isDone()
                ? List.of(Place.FILLED, Place.EVERYWHERE)
                : practice.attempt().places(Place.EXAMPLE);
        return under.lesson(state).examples().size() == 1
                ? own
                : Stream.concat(Stream.of(Place.EXAMPLES), own.stream()).toList();
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        Practice practice = practice(state);
        Optional<Attempt> next = practice.attempt().on(go);
        if (next.isPresent()) {
            return kept(practice.with(next.get()), state);
        }
        try {
            return switch (go) {
                case BACK -> state.in(under);
                case OPEN -> kept(practice.isDone() ? practice.faded() : practice, state);
                case NEXT -> beside(1, state);
                case PREVIOUS -> beside(-1, state);
                case CHECK -> kept(practice.graded(), state);
                case HINT -> kept(practice.again(), state);
                default -> state;
            };
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    @Override
    public TutorState typed(UnaryOperator<Editor> change, TutorState state) {
        Practice practice = practice(state);
        return kept(practice.with(practice.attempt().typed(change)), state);
    }

    private TutorState kept(Practice practice, TutorState state) {
        return state.with(state.learner().practising(practice)).showing(this);
    }

    @Override
    public Canvas draw(TutorState state) {
        Line title = Page.title(under.here(state));
        int room = state.size().width() - 3 - state.font().glyphs().width(title);
        Page page = Page.of(title, Line.EMPTY.dim(name(room, state)), state);
        Practice practice = practice(state);
        Canvas body = page.body();
        List<Line> solution = solution(practice, body.width() - 2, body.glyphs());
        if (practice.isDone()) {
            solution.add(Line.EMPTY);
            solution.add(Line.EMPTY.result("All of it is right."));
            page.put(solution, Math.max(0, solution.size() - body.height()));
        } else {
            new AttemptPane(practice.attempt(), body.width() - 2, body.glyphs(), solution).draw(body, 0);
        }
        return page.screen();
    }

    private String name(int room, TutorState state) {
        int examples = under.lesson(state).examples().size();
        String which = "worked example" + (examples == 1 ? "" : " " + (index(state) + 1) + " of " + examples);
        String counts = which + ": practice, does not count";
        return counts.length() <= room ? counts : which.length() <= room ? which : "";
    }

    private static List<Line> solution(Practice practice, int width, Glyphs glyphs) {
        int room = Math.max(1, Math.min(Page.WIDEST, width));
        List<Line> lines =
                new ArrayList<>(Wrap.lines(Line.of(practice.solution().prompt()), room, glyphs));
        lines.add(Line.EMPTY);
        for (Line step : practice.solution().lines(practice.fade(), practice.right())) {
            lines.addAll(Wrap.hanging(Line.of("  "), step, room, glyphs));
        }
        return lines;
    }
}
