package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.room.LearnerLocation;
import dev.nabla.screen.part.Clip;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.Walk.WalkStep;
import java.util.List;
import java.util.Optional;

/**
 * An input line for a value or a guess, below the screen that needs it.
 *
 * @param station the screen that takes the value
 * @param line the text typed so far
 */
record EntryView(StationView station, LineEditor line) implements View {
    @Override
    public Optional<Reading> reading() {
        return station.reading();
    }

    @Override
    public Optional<LineEditor> typing() {
        return Optional.of(line);
    }

    @Override
    public int stationIndex(ScreenState state) {
        return station.stationIndex(state);
    }

    @Override
    public Optional<FigureState<?>> live(ScreenState state) {
        return station.live(state);
    }

    @Override
    public int options(ScreenState state) {
        return station.options(state);
    }

    @Override
    public Optional<FigureState<?>> askedFigure(ScreenState state) {
        return station.askedFigure(state);
    }

    @Override
    public String name() {
        return station.name();
    }

    @Override
    public boolean showsFigure(ScreenState state) {
        return station.showsFigure(state);
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return station.location(state);
    }

    @Override
    public ScreenState onShown(ScreenState state) {
        return station.onShown(state);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.LOOK, KeyContext.ENTRY, KeyContext.TYPING);
    }

    /** Submits the typed text. If it cannot be read, the line stays and the reason is shown. */
    @Override
    public Onward onward(ScreenState state) {
        return new Onward("take it", now -> station.take(line.text(), now));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Typing typed) {
            return state.withView(new EntryView(station, typed.change().apply(line)));
        }
        if (effect instanceof Effect.Act act) {
            FigureState<?> live = act.action().apply(live(state).orElseThrow());
            WalkStep step = station.walk().withFigure(live, state.tutor());
            return state.after(step.update()).withView(new EntryView(station.withWalk(step.walk()), line));
        }
        return effect == Navigation.BACK ? state.show(station) : state;
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return station.blocks(state);
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        String name = station.entryName(state);
        int room = Math.max(1, canvas.width() - 2 - name.length() - 3);
        Line typed = line.spent()
                ? Clip.to(Line.EMPTY.span(line.text(), Tone.TEXT, Weight.REVERSE), room, canvas.glyphs())
                : Clip.typed(line, room, canvas.glyphs());
        Line sentence = Line.join(List.of(Line.EMPTY.second(name + " = "), typed), "");
        new StationDrawing(station, state).draw(canvas, List.of(sentence));
    }
}
