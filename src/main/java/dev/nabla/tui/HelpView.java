package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All keys, printed from the table, over another screen.
 *
 * @param under that screen
 * @param scroll first line shown
 */
record HelpView(View under, int scroll) implements View {
    private static final int GRID = 3;
    private static final int CAPS = 12;

    @Override
    public List<Place> places(TutorState state) {
        return List.of(Place.PROSE, Place.SECTION, Place.EVERYWHERE);
    }

    @Override
    public Optional<Integer> section() {
        return under.section();
    }

    @Override
    public int figure() {
        return under.figure();
    }

    @Override
    public Optional<Live<?>> live(TutorState state) {
        return under.live(state);
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        return switch (go) {
            case BACK, HELP -> state.in(under);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.in(new HelpView(
                        under,
                        Scroll.to(go, scroll, state.size().height() - GRID - 1, bottom(state.size(), state.font()))));
            default -> state;
        };
    }

    /** The farthest that the list can be scrolled. */
    private static int bottom(Size size, Font font) {
        return Math.max(0, lines(font.glyphs()).size() - (size.height() - GRID));
    }

    @Override
    public Canvas draw(TutorState state) {
        Size size = state.size();
        Canvas canvas = new Canvas(size, state.font());
        canvas.put(1, 0, "All keys", Tone.TEXT, Weight.BOLD);
        canvas.right(size.width() - 1, 0, "what the mouse does, a key does too", Tone.DIM);
        canvas.rule(1);
        List<Line> lines = lines(state.font().glyphs());
        int from = Math.min(scroll, bottom(size, state.font()));
        for (int i = 0; i < size.height() - GRID && from + i < lines.size(); i++) {
            canvas.put(1, 2 + i, lines.get(from + i));
        }
        return canvas;
    }

    private static List<Line> lines(Glyphs glyphs) {
        List<Line> lines = new ArrayList<>();
        for (Place place : Place.values()) {
            lines.add(Line.EMPTY.dim(place.heading()));
            for (Binding binding : Keymap.TABLE) {
                if (binding.place() == place) {
                    String cap = KeyLine.cap(binding, glyphs);
                    String gap = " ".repeat(Math.max(1, CAPS - glyphs.width(cap)));
                    lines.add(Line.of("  ").span(cap, Tone.TEXT, Weight.BOLD).text(gap + binding.help()));
                }
            }
        }
        return lines;
    }
}
