package dev.nabla.tui.key;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the key line, the last row of a screen: the most useful keys that fit, those of rank 0 always. A key that does
 * not fit has its short label before it is left out.
 */
public final class KeyLine {
    /** The name of the mouse handles of keys; their part is the index of the binding in {@link KeyPlace#bindings}. */
    public static final String KEY = "key";

    private static final int NEVER = 9;
    private static final int GAP = 2;

    private KeyLine() {}

    /** A binding as it is drawn in the line. */
    private record Cap(Binding binding, int rank, Line words, int width) {
        static Cap of(Binding binding, String word, KeyPlace place, Glyphs glyphs) {
            Tone tone = binding.effects().contains(Navigation.ONWARD) ? Tone.SECOND : Tone.TEXT;
            Line cap = Line.EMPTY
                    .span(place.lineCap(binding, glyphs == Glyphs.ASCII), tone, Weight.BOLD)
                    .dim(" " + word);
            return new Cap(binding, place.rank(binding), cap, glyphs.width(cap));
        }
    }

    public static void draw(Canvas canvas, int y, KeyPlace place) {
        List<Binding> all = place.bindings();
        List<Cap> caps = new ArrayList<>();
        for (Binding binding : place.lineBindings()) {
            if (place.rank(binding) != NEVER) {
                caps.add(Cap.of(binding, place.word(binding), place, canvas.glyphs()));
            }
        }
        while (width(caps) > canvas.width() && farthest(caps).rank > 0) {
            Cap least = farthest(caps);
            Cap brief = Cap.of(least.binding, place.shortWord(least.binding), place, canvas.glyphs());
            caps.set(caps.indexOf(least), brief);
            if (width(caps) > canvas.width()) {
                caps.remove(brief);
            }
        }
        int x = 1;
        for (Cap cap : caps) {
            canvas.put(x, y, cap.words);
            canvas.handle(new Handle(
                    KEY, all.indexOf(cap.binding), new Area(x, y, cap.width, 1), Scale.linear(0, 0, 0, 0), null));
            x += cap.width + GAP;
        }
    }

    /** Returns the columns that the caps need, with the first one, which stays free. */
    private static int width(List<Cap> caps) {
        return 1 + caps.stream().mapToInt(cap -> cap.width + GAP).sum() - GAP;
    }

    /** Returns the last of the caps with the highest rank. */
    private static Cap farthest(List<Cap> caps) {
        Cap least = caps.get(0);
        for (Cap cap : caps) {
            least = cap.rank >= least.rank ? cap : least;
        }
        return least;
    }
}
