package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelRequest;
import dev.nabla.own.OwnNames;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The training on a learner's own names. It is no place in the course: the class and the journal see nothing of it.
 */
record OwnModelView() implements View {
    @Override
    public Optional<FigureState<?>> live(ScreenState state) {
        return state.own().live();
    }

    private FigureState<?> figure(ScreenState state) {
        return state.own().live().orElseThrow();
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        boolean code = figure(state).cursor().mode() == Mode.CODE;
        return List.of(KeyContext.ONWARD, code ? KeyContext.BACK : KeyContext.OWN_MODEL, KeyContext.FIGURE);
    }

    /** Runs the training to its end; then keeps the model of the shown step, where models are kept. */
    @Override
    public Onward onward(ScreenState state) {
        FigureState<?> live = figure(state);
        if (live.cursor().running()) {
            return new Onward("pause", now -> act(FigureState::run, now));
        }
        if (!live.isOver() && !hasFinished(live)) {
            return new Onward(live.isScrubbed() ? "run on" : "run", now -> act(FigureState::run, now));
        }
        if (state.own().place() == ListPlace.SESSION) {
            return new Onward("more names", OwnListView::open);
        }
        if (state.own().isKept()) {
            return new Onward("home", this::exit);
        }
        return new Onward(
                state.own().replaces() ? "replace it" : "keep it",
                now -> now.withOwn(now.own().asking(new ModelRequest.KeepModel())));
    }

    /** Returns whether the training has come to its end, even if an earlier step is shown. */
    private static boolean hasFinished(FigureState<?> live) {
        return live.isScrubbed() && live.scrub(Integer.MAX_VALUE).isOver();
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Act act) {
            return act(act.action(), state);
        }
        return switch (Navigation.of(effect)) {
            case CARD -> card(state);
            case FOLLOW -> follow(state);
            case BACK -> back(state);
            default -> state;
        };
    }

    private static ScreenState act(UnaryOperator<FigureState<?>> action, ScreenState state) {
        FigureState<?> next = action.apply(state.own().live().orElseThrow());
        return next.equals(state.own().live().get())
                ? state
                : state.withOwn(state.own().withLive(next)).withView(new OwnModelView());
    }

    private ScreenState card(ScreenState state) {
        if (state.own().place() == ListPlace.SESSION) {
            throw BadInput.usage("no_files", "Nothing of it is written on a class's server");
        }
        return state.withOwn(state.own().asking(new ModelRequest.DrawCard()));
    }

    private ScreenState follow(ScreenState state) {
        Optional<Section> there = figure(state).opens().flatMap(state.course()::showing);
        return there.map(section -> state.open(section, Optional.of(this))).orElse(state);
    }

    /** Closes the worked steps or the code if they are open, else leaves without keeping the model. */
    private ScreenState back(ScreenState state) {
        Mode mode = figure(state).cursor().mode();
        return mode == Mode.STEPS || mode == Mode.CODE
                ? act(live -> live.show(mode), state)
                : state.apply(Navigation.LEAVE);
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(Line.of("Your model"), Line.EMPTY, Optional.empty()),
                new ViewBlock.OwnModelBlock(state.own()));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        OwnNames own = state.own();
        FigureState<?> live = figure(state);
        Canvas above = ScreenLayout.above(live.sentenceLines(canvas.width(), canvas.glyphs()), Line.EMPTY, canvas);
        Line title = Line.EMPTY.span(own.title() + ": your model", Tone.TEXT, Weight.BOLD);
        Line aside = Line.EMPTY.dim(live.figure().info().number() + " · trained on your names");
        live.body(ScreenLayout.below(title, aside, above));
    }
}
