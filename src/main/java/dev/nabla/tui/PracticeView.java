package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.Section;
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
    public Optional<Integer> section() {
        return under.section();
    }

    @Override
    public int figure() {
        return under.figure();
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
        Attempt attempt = practice.attempt();
        try {
            return switch (go) {
                case BACK -> state.in(under);
                case OPEN -> kept(practice.isDone() ? practice.faded() : practice, state);
                case NEXT -> beside(1, state);
                case PREVIOUS -> beside(-1, state);
                case CHECK -> {
                    Attempt graded = attempt.graded(false);
                    yield kept(graded.isRight() ? practice.with(graded).filled() : practice.with(graded), state);
                }
                case HINT -> kept(attempt.hasHint() ? practice.with(attempt.hinted()) : practice.again(), state);
                default -> state;
            };
        } catch (BadInput bad) {
            return state.saying(bad.getMessage());
        }
    }

    @Override
    public TutorState edit(Edit edit, TutorState state) {
        return typed(edit::on, state);
    }

    @Override
    public TutorState type(String signs, TutorState state) {
        return typed(editor -> editor.type(signs), state);
    }

    private TutorState typed(UnaryOperator<Editor> change, TutorState state) {
        Practice practice = practice(state);
        Attempt attempt = practice.attempt();
        return kept(practice.with(attempt.typed(change.apply(attempt.editor()))), state);
    }

    private TutorState kept(Practice practice, TutorState state) {
        return state.with(state.learner().practising(practice)).showing(this);
    }

    @Override
    public Canvas draw(TutorState state) {
        Canvas canvas = new Canvas(state.size(), state.font());
        Section section = state.section().orElseThrow();
        canvas.put(1, 0, section.id() + " ", Tone.DIM);
        canvas.put(1 + canvas.width(section.id() + " "), 0, section.title(), Tone.TEXT, Weight.BOLD);
        int room = canvas.width() - 3 - canvas.width(section.id() + " " + section.title());
        canvas.right(canvas.width() - 1, 0, name(room, state), Tone.DIM);
        canvas.rule(1);
        int rows = AskingScreen.rows(state.size());
        Canvas body = canvas.part(canvas.area().afterRows(2).top(rows));
        Practice practice = practice(state);
        List<Line> solution = solution(practice, body.width() - 2, body.glyphs());
        if (!practice.isDone()) {
            new AttemptPane(practice.attempt(), body.width() - 2, body.glyphs(), solution).draw(body, 0);
            return canvas;
        }
        solution.add(Line.EMPTY);
        solution.add(Line.EMPTY.result("All of it is right."));
        int from = Math.max(0, solution.size() - body.height());
        for (int i = from; i < solution.size(); i++) {
            body.put(1, i - from, solution.get(i));
        }
        return canvas;
    }

    private String name(int room, TutorState state) {
        int examples = under.lesson(state).examples().size();
        String which = "worked example" + (examples == 1 ? "" : " " + (index(state) + 1) + " of " + examples);
        String counts = which + ": practice, does not count";
        return counts.length() <= room ? counts : which.length() <= room ? which : "";
    }

    private static List<Line> solution(Practice practice, int width, Glyphs glyphs) {
        int room = Math.max(1, Math.min(AttemptPane.WIDEST, width));
        List<Line> lines =
                new ArrayList<>(Wrap.lines(Line.of(practice.solution().prompt()), room, glyphs));
        lines.add(Line.EMPTY);
        for (Line step : practice.solution().lines(practice.fade(), practice.right())) {
            for (Line line : Wrap.lines(step, Math.max(1, room - 2), glyphs)) {
                lines.add(Line.join(List.of(Line.of("  "), line), ""));
            }
        }
        return lines;
    }
}
