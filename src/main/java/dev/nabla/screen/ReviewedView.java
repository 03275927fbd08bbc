package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.question.Question;
import dev.nabla.screen.ViewBlock.BlockRow;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.RowForm;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.ViewBlock.SentenceBlock;
import dev.nabla.tutor.ComingBack;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import java.util.List;
import java.util.Optional;

/** The end of a review: which answers were right at once, and when each question comes back. */
record ReviewedView(Review review) implements View {
    /** Most chars of the words that stand for a question. */
    private static final int WORDS = 30;

    private static final HeadBlock HEAD =
            new HeadBlock(Line.EMPTY.span("Review", Tone.TEXT, Weight.BOLD), Line.EMPTY.dim("done"), Optional.empty());

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

    private RowsBlock results(ScreenState state) {
        List<BlockRow> rows = review.questions().stream()
                .filter(one -> one.isIn(state.course()))
                .map(one -> row(one, state))
                .toList();
        return new RowsBlock(review.score(state.tutor()), RowForm.RESULTS, rows);
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(HEAD, results(state), SentenceBlock.of(state.progress().agendaSentence()));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Painter.results(results(state), Painter.head(HEAD, canvas));
    }

    private BlockRow row(QuestionRef one, ScreenState state) {
        boolean answered = review.rightAtOnce().containsKey(one);
        boolean right = answered && review.rightAtOnce().get(one);
        Question question = state.course().question(one.id());
        Line back = ComingBack.of(question, state.progress())
                .map(known -> Line.of(known.days() == 0 ? "still due" : "comes back " + known.day())
                        .dim(reason(known)))
                .orElse(Line.EMPTY.dim("not answered"));
        String words = ComingBack.firstWords(question, WORDS);
        return BlockRow.of(words, back)
                .marked(right ? Line.EMPTY.result("● ") : Line.EMPTY.dim("○ "))
                .spoken((right ? "right at once: " : answered ? "not right at once: " : "left for later: ") + words
                        + "; " + back.plain());
    }

    private static String reason(ComingBack back) {
        return back.reason().words().isEmpty() ? "" : " (" + back.reason().words() + ")";
    }
}
