package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.screen.Reading.LeftScreen;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Walk;
import dev.nabla.tutor.Walk.WalkStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A screen of text and figure: a page, a figure to play with, a guess or a goal. Both are shown side by side if there
 * is room.
 */
sealed interface StationView extends SectionView permits PageView, PlayView, GuessView, GoalView {
    /** Columns needed to name the next section on its key. */
    int LEAST_NAMED = 80;

    /** The notice after a run was paused. */
    String PAUSED = "Paused: Space runs on, Enter leads on";

    /** The visible part of a section. */
    enum Pane {
        TEXT,
        FIGURE,
        /** Text and figure side by side. */
        BOTH
    }

    /** Returns a copy with another position or scrolling of its text and figure. */
    StationView withReading(Reading other);

    /** Returns a copy with a walk whose figure was changed. */
    default StationView withWalk(Walk moved) {
        return this;
    }

    /** Returns what is shown: both if they {@link Reading#fitsBoth fit}, else the figure if there is one. */
    default Pane pane(ScreenState state) {
        if (live(state).isEmpty()) {
            return Pane.TEXT;
        }
        return !under().alone() && Reading.fitsBoth(state.size()) ? Pane.BOTH : Pane.FIGURE;
    }

    @Override
    default Optional<FigureState<?>> live(ScreenState state) {
        return under().live(state);
    }

    @Override
    default boolean showsFigure(ScreenState state) {
        return pane(state) != Pane.TEXT;
    }

    default ProsePane prose(ScreenState state) {
        return new ProsePane(under(), pane(state) == Pane.BOTH, state);
    }

    /** Returns the key contexts that come before those of text and figure. */
    default List<KeyContext> exerciseKeys(ScreenState state) {
        return List.of();
    }

    /** Returns whether a key switches between the text and the section's figures. */
    default boolean turns() {
        return !under().lesson().figures().isEmpty();
    }

    /** Returns whether Esc leaves this screen. If not, the contexts of {@link #exerciseKeys} define Esc. */
    default boolean leadsBack(ScreenState state) {
        return true;
    }

    @Override
    default List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        keys.addAll(exerciseKeys(state));
        Pane pane = pane(state);
        keys.add(pane == Pane.TEXT ? KeyContext.PROSE : KeyContext.FIGURE);
        if (pane != Pane.FIGURE && prose(state).bottom() > 0) {
            keys.add(KeyContext.CUT);
        }
        if (turns() || referred(state).isPresent()) {
            keys.add(KeyContext.TURN);
        }
        keys.addAll(List.of(KeyContext.SECTION, KeyContext.SECTIONS));
        if (leadsBack(state)) {
            keys.add(KeyContext.BACK);
        }
        return keys;
    }

    @Override
    default Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = SectionView.super.keyLabels(state);
        boolean figure = pane(state) == Pane.FIGURE;
        boolean titled = !figure && under().isLastPage() && state.size().width() >= LEAST_NAMED;
        Optional<Section> next = state.course().neighbour(under().section(), 1).filter(beside -> figure || titled);
        if (next.isPresent() || figure) {
            words.put(
                    Navigation.NEXT_SECTION,
                    next.map(section -> titled ? section.id() + " " + section.title() : section.id())
                            .orElse("next"));
        }
        if (figure && turns() && referred(state).isEmpty()) {
            words.put(Navigation.TURN, nextFigure(state).isPresent() ? "next figure" : "text");
        }
        return words;
    }

    @Override
    default void draw(Canvas canvas, ScreenState state) {
        new StationDrawing(this, state).draw(canvas, sentence(canvas, state));
    }

    /** Draws these lines in the last rows, below a rule with the road. Returns the area above the rule. */
    default Canvas above(List<Line> sentence, Canvas canvas, ScreenState state) {
        return ScreenLayout.above(sentence, under().road(state), stationIndex(state), canvas);
    }

    /** Returns what the figure on this screen is there for. */
    ViewBlock.FigureUse use();

    /** Returns what stands beside the figure: a page, a question about it, or a goal. */
    List<ViewBlock> besideFigure(ScreenState state);

    @Override
    default List<ViewBlock> blocks(ScreenState state) {
        List<ViewBlock> blocks = new ArrayList<>(List.of(head(Line.EMPTY, state)));
        live(state).ifPresent(live -> blocks.add(new ViewBlock.LiveBlock(live, use())));
        blocks.addAll(besideFigure(state));
        return blocks;
    }

    /** Draws the page of text. */
    default void drawText(Canvas canvas, ScreenState state) {
        prose(state).draw(canvas);
    }

    /** Returns the lines below the road. */
    default List<Line> sentence(Canvas canvas, ScreenState state) {
        return new StationDrawing(this, state).sentence(canvas);
    }

    /** Returns the question strip above or below the figure; an empty one by default. */
    default QuestionStrip questionStrip(int width, ScreenState state) {
        return QuestionStrip.NONE;
    }

    /**
     * Returns what Enter does on a figure that runs: run it, pause it, or run on from an earlier step. A run that has
     * not taken its first step is not paused, so that Enter pressed twice starts it. After a pause the screen says how
     * the run goes on, because Enter may have been pressed in a hurry, and another Enter leads to the next station.
     */
    default Onward running(ScreenState state) {
        FigureState<?> live = live(state).orElseThrow();
        if (!live.cursor().running()) {
            return new Onward(live.isScrubbed() ? "run on" : "run", now -> act(FigureState::run, now));
        }
        return new Onward("pause", now -> live(now).orElseThrow().stepNumber() == 0 ? now : paused(now));
    }

    private ScreenState paused(ScreenState state) {
        return act(FigureState::run, state).withNotice(PAUSED);
    }

    @Override
    default ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Act act) {
            return act(act.action(), state);
        }
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> back(state);
            case BEFORE -> goBack(state);
            case TURN -> turn(state);
            case FOLLOW -> follow(state);
            case TYPE -> live(state).isPresent() ? state.show(entry(state)) : state;
            case SEARCH -> Search.begin(under(), state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.show(withReading(under().scrolled(go, prose(state))));
            default -> state;
        };
    }

    /** Applies an action to the figure. */
    default ScreenState act(UnaryOperator<FigureState<?>> action, ScreenState state) {
        Optional<FigureState<?>> live = live(state);
        return live.isEmpty() ? state : withFigure(live.get(), action.apply(live.get()), state);
    }

    /** Replaces the figure {@code before} by its changed state {@code live}. */
    default ScreenState withFigure(FigureState<?> before, FigureState<?> live, ScreenState state) {
        WalkStep step = walk().withFigure(live, state.tutor());
        return state.after(step.update()).withView(withWalk(step.walk()));
    }

    /** Opens an input line with the present value, which the next typed character replaces. */
    private EntryView entry(ScreenState state) {
        return new EntryView(this, LineEditor.replacing(entryText(state)));
    }

    /** Returns the present text of the value that an input line is for. */
    default String entryText(ScreenState state) {
        return live(state).orElseThrow().typedText();
    }

    /** Returns the name of the value that an input line is for. */
    default String entryName(ScreenState state) {
        return live(state).orElseThrow().focusName();
    }

    /**
     * Sets the focused value from a typed line; a blank line changes nothing.
     *
     * @throws dev.nabla.math.BadInput if the line cannot be read
     */
    default ScreenState take(String typed, ScreenState state) {
        return typed.isBlank() ? state.show(this) : act(live -> live.type(typed), state.withView(this));
    }

    /** Handles Esc: closes the worked steps or the code if open, else leaves. */
    default ScreenState back(ScreenState state) {
        Mode mode = live(state).map(live -> live.cursor().mode()).orElse(Mode.PICTURE);
        return mode == Mode.STEPS || mode == Mode.CODE ? act(live -> live.show(mode), state) : leave(state);
    }

    /** Leaves this screen. */
    default ScreenState leave(ScreenState state) {
        return state.apply(Navigation.LEAVE);
    }

    /** Returns the id of the figure that taught the open part of the figure on the screen; empty if there is none. */
    private Optional<String> referred(ScreenState state) {
        return pane(state) == Pane.TEXT ? Optional.empty() : live(state).flatMap(FigureState::referredFigure);
    }

    /** Shows the figure that taught the open part of this one; without an open part, the next figure or the text. */
    private ScreenState turn(ScreenState state) {
        Optional<String> referred = referred(state);
        if (referred.isPresent()) {
            return LookView.open(referred.get(), live(state).orElseThrow(), this, state);
        }
        return turns() ? state.show(turned(state).view()) : state;
    }

    /** Returns the index of the figure that follows the one on the screen, from 0; empty after the last. */
    private Optional<Integer> nextFigure(ScreenState state) {
        int next = under().road(state).figure(walk().station()) + 1;
        return Optional.of(next).filter(at -> at < under().lesson().figures().size());
    }

    /**
     * Returns what the key for switching shows next: the figure without the text, each other figure, then the text
     * again, at the page from which the figures were looked at.
     */
    default Reading turned(ScreenState state) {
        if (!under().alone() && Reading.fitsBoth(state.size())) {
            return under().withAlone(true);
        }
        Road road = under().road(state);
        Optional<Integer> next = nextFigure(state);
        Optional<LeftScreen> left = under().left();
        if (next.isEmpty() && left.isPresent()) {
            return left.get().screen().under();
        }
        int station = next.map(figure -> road.of(StationKind.PLAY, figure))
                .orElseGet(() -> road.of(StationKind.READ, road.page(walk().station())));
        Reading there =
                under().atStation(walk().enter(station, state.tutor()).walk()).withAlone(next.isPresent());
        return left.map(there::after).orElse(there);
    }

    /**
     * Opens the section of the figure that the focus links to. Leaving that section returns here, and from here home,
     * so that the way back stays short.
     */
    private ScreenState follow(ScreenState state) {
        Optional<String> leads = live(state).flatMap(FigureState::opens);
        Optional<Section> there = leads.flatMap(state.course()::showing);
        if (there.isEmpty()) {
            return leads.map(id -> state.withNotice("No section shows " + id)).orElse(state);
        }
        boolean other = !there.get().equals(under().section());
        Optional<View> from = other ? Optional.of(withReading(under().unlinked())) : Optional.empty();
        return state.open(there.get(), from);
    }

    /** Records that the page was shown to its end, once the end is on the screen. */
    @Override
    default ScreenState onShown(ScreenState state) {
        boolean end =
                pane(state) != Pane.FIGURE && under().scroll() >= prose(state).bottom();
        return end ? state.after(under().walk().markRead(state.tutor())) : state;
    }
}
