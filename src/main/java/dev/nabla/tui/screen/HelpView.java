package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.LearnerLocation;
import dev.nabla.tui.key.Binding;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.KeyPlace;
import dev.nabla.tui.key.Navigation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The help screen: all keys that work on the screen below it, printed from the table of keys.
 *
 * @param under the screen that is explained
 * @param scroll first visible line, from 0
 */
record HelpView(View under, int scroll) implements View {
    private static final int CAPS = 15;

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.HELP, KeyContext.BACK);
    }

    @Override
    public Optional<Reading> reading() {
        return under.reading();
    }

    @Override
    public int stationIndex(ScreenState state) {
        return under.stationIndex(state);
    }

    @Override
    public View uncovered() {
        return under;
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        return new EnumMap<>(Navigation.class);
    }

    @Override
    public String exitName() {
        return "back";
    }

    @Override
    public ScreenState exit(ScreenState state) {
        return state.show(under);
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return under.location(state);
    }

    @Override
    public View afterPresented(Optional<ShownFigure> next, ScreenState state) {
        View below = under.afterPresented(next, state);
        return below == under ? this : new HelpView(below, scroll);
    }

    @Override
    public ScreenState afterPoll(boolean isNew, ScreenState state) {
        return under.afterPoll(isNew, state);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> state.show(under);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.show(new HelpView(under, scrolled(go, lines(state), state)));
            default -> state;
        };
    }

    /** Returns the first visible line after a key, from 0. */
    private int scrolled(Navigation go, List<Line> lines, ScreenState state) {
        return new ListPosition(lines.size(), scroll)
                .scrolled(go, ScreenLayout.rows(state.size()))
                .at();
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Canvas body = ScreenLayout.below("Keys that work here", "the mouse works too; Shift-drag selects text", canvas);
        List<Line> lines = lines(state);
        ScreenLayout.put(lines, scrolled(Navigation.NOWHERE, lines, state), body);
    }

    private List<Line> lines(ScreenState state) {
        Glyphs glyphs = state.font().glyphs();
        KeyPlace place = state.withView(under).keys();
        WrappedLines column = new WrappedLines(state.size().width() - 2, glyphs);
        for (KeyContext context : place.contexts()) {
            List<Binding> bindings = place.bindings(context);
            if (!bindings.isEmpty()) {
                column.lines().add(Line.EMPTY.dim(context.heading()));
            }
            for (Binding binding : bindings) {
                String cap = place.cap(binding, glyphs == Glyphs.ASCII);
                String gap = " ".repeat(Math.max(1, CAPS - glyphs.width(cap)));
                Line mark = Line.of("  ").span(cap, Tone.TEXT, Weight.BOLD).text(gap);
                column.hang(mark, Line.of(binding.help()));
            }
        }
        return column.lines();
    }
}
