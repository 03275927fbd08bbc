package dev.nabla.screen;

import dev.nabla.closing.Closing;
import dev.nabla.closing.ClosingPicture;
import dev.nabla.closing.ClosingWords;
import dev.nabla.closing.CourseRecord;
import dev.nabla.closing.MarkdownRecord;
import dev.nabla.figure.Figure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.math.BadInput;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.CopiedText;
import dev.nabla.screen.part.WrappedLines;
import dev.nabla.tutor.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The closing page of the course: the learner's model, what was learnt, and what is open.
 *
 * @param closing the model, and how much of its curve is drawn
 * @param inWords whether the page is shown as sentences
 * @param scroll first visible line of the sentences, from 0
 */
record ClosingView(Closing closing, boolean inWords, int scroll) implements View {
    /** Shows the closing page from its beginning. */
    static ScreenState open(ScreenState state) {
        return state.show(
                new ClosingView(Closing.start(state.tutor(), state.own().kept()), false, 0));
    }

    /** Opens the first section with a goal that is not reached, at its goals. */
    static ScreenState openGoals(ScreenState state) {
        return FinishedHome.end(state)
                .firstOpenGoal()
                .map(section -> atGoals(section, state))
                .orElse(state);
    }

    private static ScreenState atGoals(Section section, ScreenState state) {
        ScreenState opened = state.withTutor(state.tutor().open(section));
        return Reading.at(section, Road.of(section, opened.tutor()).of(StationKind.GOALS, 0), opened);
    }

    private ClosingWords words(ScreenState state) {
        return new ClosingWords(closing.model(), FinishedHome.end(state));
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD, KeyContext.CLOSING));
        if (next(state).isPresent()) {
            keys.add(KeyContext.TRAINED);
        }
        if (FinishedHome.end(state).firstOpenGoal().isPresent()) {
            keys.add(KeyContext.OPEN_GOALS);
        }
        if (inWords) {
            keys.addAll(List.of(KeyContext.PROSE, KeyContext.CUT));
        }
        keys.add(KeyContext.BACK);
        return keys;
    }

    /** Returns the first section after this page that is not read. */
    private static Optional<Section> next(ScreenState state) {
        return FinishedHome.end(state).unreadAfter().stream().findFirst();
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = View.super.keyLabels(state);
        if (inWords) {
            words.put(Navigation.WORDS, "picture");
        }
        return words;
    }

    @Override
    public Onward onward(ScreenState state) {
        return next(state)
                .map(section -> new Onward(section.id() + " " + section.title(), now -> now.open(section)))
                .orElseGet(() -> new Onward("your own names", OwnListView::open));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> state.apply(Navigation.LEAVE);
            case GOALS -> openGoals(state);
            case WORDS -> state.show(new ClosingView(closing, !inWords, 0));
            default ->
                state.withView(new ClosingView(
                        closing, inWords, ScreenLayout.scrolled(go, scroll, rows(state), lastLine(state))));
        };
    }

    private static int rows(ScreenState state) {
        return ScreenLayout.rows(state.size()) - 2;
    }

    private int lastLine(ScreenState state) {
        return Math.max(0, sentences(state.size().width(), state).size() - rows(state));
    }

    @Override
    public Optional<CopiedText> copied(ScreenState state) {
        CourseRecord record = CourseRecord.of(state.tutor());
        return Optional.of(CopiedText.whole(new MarkdownRecord(record, closing.courseCard()).text()));
    }

    @Override
    public int tickMillis(ScreenState state) {
        return closing.tickMillis();
    }

    @Override
    public ScreenState ticked(ScreenState state) {
        return moved(closing.ticked(), state);
    }

    @Override
    public ScreenState doWork(Figure.Budget budget, ScreenState state) {
        return moved(closing.worked(budget), state);
    }

    private ScreenState moved(Closing next, ScreenState state) {
        return next.equals(closing)
                ? state
                : state.withView(new ClosingView(next, inWords, scroll)).withNotice(state.notice());
    }

    @Override
    public Optional<Section> endedSection(ScreenState state) {
        return state.course().closing();
    }

    /** Trains the model, unless that takes too long; then it is only named. */
    @Override
    public ScreenState toTell(boolean fair, ScreenState state) {
        try {
            if (fair) {
                closing.model().requireFairAnswer();
            }
            return moved(closing.rested(), state);
        } catch (BadInput much) {
            return state;
        }
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(Line.of("The end of the course"), Line.EMPTY, Optional.empty()),
                new ViewBlock.WordsBlock(words(state).lines(closing.card())));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line name = Line.EMPTY.second("∇").span(" nabla", Tone.TEXT, Weight.BOLD);
        Canvas below = ScreenLayout.below(name, Line.EMPTY.dim("the end of the course"), canvas);
        String sentence = below.fitting(below.width() - 2, words(state).sentence());
        Line words = Clip.to(Line.of(sentence), below.width() - 2, below.glyphs());
        Canvas body = ScreenLayout.above(List.of(words), Line.EMPTY, below);
        if (inWords) {
            ScreenLayout.put(sentences(body.width(), state), scroll, body);
        } else {
            new ClosingPicture(closing, words(state), body).draw();
        }
    }

    private List<Line> sentences(int width, ScreenState state) {
        WrappedLines column = new WrappedLines(
                Math.min(ScreenLayout.WIDEST, width - 2), state.font().glyphs());
        for (String line : words(state).lines(closing.card())) {
            column.wrap(Line.of(line));
        }
        return column.lines();
    }
}
