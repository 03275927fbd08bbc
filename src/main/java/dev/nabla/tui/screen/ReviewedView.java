package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.question.Question;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.ComingBack;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a review: which answers were right at once, and when each question comes back. */
record ReviewedView(Review review) implements View {
    /** Most chars of the words that stand for a question. */
    private static final int WORDS = 30;

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
        List<Line> lines = new ArrayList<>();
        lines.add(Line.EMPTY.span(review.score(state.tutor()), Tone.TEXT, Weight.BOLD));
        lines.add(Line.EMPTY);
        review.questions().stream()
                .filter(one -> one.isIn(state.course()))
                .forEach(one -> lines.add(Clip.to(line(one, state), body.width() - 2, body.glyphs())));
        int last = body.height() - 1;
        if (last > 0 && lines.size() > body.height()) {
            lines.set(last, Line.EMPTY.dim("and " + (lines.size() - last) + " more"));
        }
        ScreenLayout.put(lines, 0, body);
    }

    private static Line line(QuestionRef one, ScreenState state) {
        boolean right =
                state.tutor().attempt(one).filter(Attempt::isRightUnaided).isPresent();
        Line mark = right ? Line.EMPTY.result("● ") : Line.EMPTY.dim("○ ");
        Question question = state.course().question(one.id());
        String words = ComingBack.firstWords(question, WORDS);
        Line line = mark.text(
                words + " ".repeat(Math.max(1, WORDS + 4 - state.font().glyphs().width(words))));
        Optional<ComingBack> back = ComingBack.of(question, state.progress());
        return back.isEmpty()
                ? line.dim("not answered")
                : line.text(
                                back.get().days() == 0
                                        ? "still due"
                                        : "comes back " + back.get().day())
                        .dim(reason(back.get()));
    }

    private static String reason(ComingBack back) {
        return back.reason().words().isEmpty() ? "" : " (" + back.reason().words() + ")";
    }
}
