package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.tui.key.Binding;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.KeyLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All keys, printed from the table, over another screen: those that hold there come first.
 *
 * @param under that screen
 * @param scroll first line shown
 */
record HelpView(View under, int scroll) implements View {
    private static final int CAPS = 15;

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.HELP);
    }

    @Override
    public Optional<ReadingView> reading() {
        return under.reading();
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Go go = Go.of(effect);
        return switch (go) {
            case BACK, HELP -> state.in(under);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.in(new HelpView(under, Page.scrolled(go, scroll, Page.rows(state.size()) - 1, bottom(state))));
            default -> state;
        };
    }

    /** The farthest that the list can be scrolled. */
    private int bottom(ScreenState state) {
        return Math.max(0, lines(state).size() - Page.rows(state.size()));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line title = Line.EMPTY.span("All keys", Tone.TEXT, Weight.BOLD);
        Canvas body = Page.below(title, Line.EMPTY.dim("the mouse works too; Shift-drag selects text"), canvas);
        Page.put(lines(state), Math.min(scroll, bottom(state)), body);
    }

    private List<Line> lines(ScreenState state) {
        Glyphs glyphs = state.font().glyphs();
        List<Line> lines = new ArrayList<>();
        Set<KeyContext> contexts = new LinkedHashSet<>(state.showing(under).keys());
        contexts.addAll(List.of(KeyContext.values()));
        for (KeyContext context : contexts) {
            lines.add(Line.EMPTY.dim(context.heading()));
            for (Binding binding : context.bindings()) {
                String cap = KeyLine.cap(binding, glyphs);
                String gap = " ".repeat(Math.max(1, CAPS - glyphs.width(cap)));
                Line mark = Line.of("  ").span(cap, Tone.TEXT, Weight.BOLD).text(gap);
                lines.addAll(
                        Wrap.hanging(mark, Line.of(binding.help()), state.size().width() - 2, glyphs));
            }
        }
        return lines;
    }
}
