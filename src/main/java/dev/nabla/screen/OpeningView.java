package dev.nabla.screen;

import dev.nabla.figure.Figure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.opening.Opening;
import dev.nabla.screen.part.Clip;
import dev.nabla.tutor.LineEditor;
import java.util.List;
import java.util.Optional;

/**
 * The opening, in which a new student watches a GPT train. Letters that are typed begin the names that it makes up now.
 * Enter goes on to the first page of the course at any moment, or to the closing page once the course is read.
 *
 * @param opening what is shown
 * @param time the time that the course takes, like {@code 7 hours}; empty if it is not known
 */
record OpeningView(Opening opening, Optional<String> time) implements View {
    /**
     * Shows the opening from its beginning. The first time, the journal notes the first section as the learner's
     * position, so that the opening does not come again unasked.
     */
    static ScreenState open(ScreenState state) {
        ScreenState shown =
                state.show(new OpeningView(Opening.start(), state.course().timeInWords()));
        return state.tutor().isNewcomer()
                ? shown.after(state.tutor().leave(first(state).id(), Optional.empty(), 0, Optional.empty()))
                : shown;
    }

    private ScreenState with(Opening other, ScreenState state) {
        return state.show(new OpeningView(other, time));
    }

    private static Section first(ScreenState state) {
        return state.course().sections().get(0);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(
                KeyContext.ONWARD,
                KeyContext.LETTERS,
                opening.isOver() ? KeyContext.OPENED : KeyContext.OPENING,
                KeyContext.TYPING);
    }

    @Override
    public Onward onward(ScreenState state) {
        boolean read = FinishedHome.isFinished(state);
        String word = !opening.isOver() ? "skip" : read ? "your closing page" : "begin";
        return new Onward(word, now -> read ? ClosingView.open(now) : now.open(first(now), Optional.empty()));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Typing typing) {
            LineEditor before = new LineEditor(opening.begin(), opening.begin().length());
            return with(opening.beginning(typing.change().apply(before).text()), state);
        }
        return switch (Navigation.of(effect)) {
            case PAUSE -> with(opening.paused(), state);
            case OPENING -> with(opening.again(), state);
            case BACK -> state.show(state.home());
            default -> state;
        };
    }

    /** Goes on to the course: where no journal can be written, the opening would come again at every start. */
    @Override
    public ScreenState unsaved(ScreenState state) {
        return state.open(first(state));
    }

    @Override
    public String exitName() {
        return "quit";
    }

    @Override
    public boolean isHome(ScreenState state) {
        return !state.teaches();
    }

    @Override
    public int tickMillis(ScreenState state) {
        return opening.tickMillis();
    }

    @Override
    public ScreenState ticked(ScreenState state) {
        return moved(opening.ticked(), state);
    }

    @Override
    public ScreenState doWork(Figure.Budget budget, ScreenState state) {
        return moved(opening.worked(budget), state);
    }

    private ScreenState moved(Opening next, ScreenState state) {
        return next.equals(opening)
                ? state
                : state.withView(new OpeningView(next, time)).withNotice(state.notice());
    }

    @Override
    public ScreenState toTell(boolean fair, ScreenState state) {
        return moved(opening.ended(), state);
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(Line.of("The opening"), Line.EMPTY, Optional.empty()),
                new ViewBlock.WordsBlock(opening.inWords(time)));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line name = Line.EMPTY.second("∇").span(" nabla", Tone.TEXT, Weight.BOLD);
        Canvas below = ScreenLayout.below(name, Line.EMPTY.dim("a small language model, from nothing"), canvas);
        int room = canvas.width() - 2;
        Line words = Clip.to(Line.of(canvas.fitting(room, opening.sentences(time))), room, canvas.glyphs());
        opening.draw(ScreenLayout.above(List.of(words), Line.EMPTY, below));
    }
}
