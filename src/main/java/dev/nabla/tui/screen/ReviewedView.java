package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The end of a review: which answers were right, and when each question comes back. */
record ReviewedView(List<QuestionRef> questions) implements View {
    private static final int ID = 6;
    private static final int BACK = 24;

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.BACK);
    }

    @Override
    public Onward onward(ScreenState state) {
        return new Onward("home", now -> now.show(HomeView.of(now)));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        return effect == Navigation.BACK ? state.show(HomeView.of(state)) : state;
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line title = Line.EMPTY.span("Review", Tone.TEXT, Weight.BOLD);
        Canvas body = ScreenLayout.below(title, Line.EMPTY.dim("done"), canvas);
        long right = questions.stream().filter(one -> isRight(one, state)).count();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.EMPTY.span(right + " of " + questions.size() + " right", Tone.TEXT, Weight.BOLD));
        lines.add(Line.EMPTY);
        questions.forEach(one -> lines.add(Clip.to(line(one, state), body.width() - 2, body.glyphs())));
        int last = body.height() - 1;
        if (last > 0 && lines.size() > body.height()) {
            lines.set(last, Line.EMPTY.dim("and " + (lines.size() - last) + " more"));
        }
        ScreenLayout.put(lines, 0, body);
    }

    private static Line line(QuestionRef one, ScreenState state) {
        Line mark = isRight(one, state) ? Line.EMPTY.result("● ") : Line.EMPTY.dim("○ ");
        return mark.text(padded(one.id(), ID) + padded(back(one.id(), state), BACK))
                .dim(state.course().section(one.section()).title());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static boolean isRight(QuestionRef question, ScreenState state) {
        return state.tutor().attempt(question).filter(Attempt::isRight).isPresent();
    }

    private static String back(String question, ScreenState state) {
        QuestionHistory item = state.progress().items().get(question);
        if (item == null) {
            return "not answered";
        }
        long days = ChronoUnit.DAYS.between(state.progress().today(), item.box().due());
        return days <= 0 ? "still due" : days == 1 ? "comes back tomorrow" : "comes back in " + days + " days";
    }
}
