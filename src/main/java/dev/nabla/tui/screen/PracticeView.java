package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section's worked examples, with lines left out to be filled in: the last, the last two, all of them. It is practice, of
 * which the journal hears nothing.
 *
 * @param under the section, as it was left
 * @param index which example, from 0
 */
record PracticeView(ReadingView under, int index) implements View {
    /** The seed of an example that is begun. */
    private static final int FIRST = 1;

    static ScreenState open(ReadingView under, ScreenState state) {
        return under.lesson().examples().isEmpty()
                ? state.saying("This section has no worked example yet")
                : at(under, under.prose(state).exampleAt(under.scroll()), state);
    }

    private static ScreenState at(ReadingView under, int index, ScreenState state) {
        WorkedExample example = under.lesson().examples().get(index);
        boolean known = state.tutor().practices().containsKey(example.id());
        ScreenState begun = known ? state : state.with(state.tutor().with(Practice.of(example, FIRST)));
        return begun.in(new PracticeView(under, index));
    }

    /** Another example of the section, round the ends. */
    private ScreenState beside(int by, ScreenState state) {
        return at(under, Math.floorMod(index + by, under.lesson().examples().size()), state);
    }

    private Practice practice(ScreenState state) {
        return state.tutor()
                .practices()
                .get(under.lesson().examples().get(index).id());
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>();
        if (under.lesson().examples().size() > 1) {
            keys.add(KeyContext.SEVERAL);
        }
        Practice practice = practice(state);
        keys.addAll(
                practice.isDone()
                        ? List.of(KeyContext.FILLED)
                        : AttemptKeys.of(practice.attempt(), KeyContext.QUESTION));
        return keys;
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Practice practice = practice(state);
        Optional<Attempt> next = AttemptKeys.changed(effect, practice.attempt());
        if (next.isPresent()) {
            return kept(practice.with(next.get()), state);
        }
        return switch (Go.of(effect)) {
            case BACK -> state.in(under);
            case OPEN -> kept(practice.isDone() ? practice.faded() : practice, state);
            case NEXT -> beside(1, state);
            case PREVIOUS -> beside(-1, state);
            case CHECK -> kept(practice.graded(), state);
            case HINT -> kept(practice.again(), state);
            default -> state;
        };
    }

    private ScreenState kept(Practice practice, ScreenState state) {
        return state.with(state.tutor().with(practice)).showing(this);
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Practice practice = practice(state);
        int examples = under.lesson().examples().size();
        String which = "worked example" + (examples == 1 ? "" : " " + (index + 1) + " of " + examples);
        Line title = Page.title(under.section());
        int room = canvas.width() - 3 - canvas.glyphs().width(title);
        String name = canvas.fitting(room, which + ": practice, does not count", which);
        Canvas body = Page.below(title, Line.EMPTY.dim(name), canvas);
        List<Line> solution = solution(practice, body.width() - 2, body.glyphs());
        if (practice.isDone()) {
            solution.add(Line.EMPTY);
            solution.add(Line.EMPTY.result("All of it is right."));
            Page.put(solution, Math.max(0, solution.size() - body.height()), body);
        } else {
            Attempt attempt = practice.attempt();
            new AttemptPane(attempt, solution, Optional.empty(), body.width() - 2, body.glyphs()).draw(body, 0);
        }
    }

    private static List<Line> solution(Practice practice, int width, Glyphs glyphs) {
        int room = Math.max(1, Math.min(Page.WIDEST, width));
        List<Line> lines =
                new ArrayList<>(Wrap.lines(Line.of(practice.solution().prompt()), room, glyphs));
        lines.add(Line.EMPTY);
        for (Line step : practice.solution().lines(practice.fade(), practice.past())) {
            lines.addAll(Wrap.hanging(Line.of("  "), step, room, glyphs));
        }
        return lines;
    }
}
