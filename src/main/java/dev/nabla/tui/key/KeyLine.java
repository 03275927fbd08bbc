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

/** The last row: the most useful keys that fit, the one that leads on before all. */
public final class KeyLine {
    /** Name of the handles on keys; their part is the binding's position in its place. */
    public static final String KEY = "key";

    private static final int NEVER = 9;

    private KeyLine() {}

    public static void draw(Canvas canvas, int y, KeyPlace place) {
        List<Binding> all = place.bindings();
        List<Binding> bindings = new ArrayList<>(all);
        bindings.removeIf(binding -> place.rank(binding) == NEVER);
        while (canvas.glyphs().width(line(bindings, place, canvas.glyphs())) > canvas.width() - 2) {
            Binding least = farthest(bindings, place);
            if (place.rank(least) == 0) {
                break;
            }
            bindings.remove(least);
        }
        int x = 1;
        for (Binding binding : bindings) {
            Line words = word(binding, place, canvas.glyphs());
            int width = canvas.glyphs().width(words);
            canvas.put(x, y, words);
            canvas.handle(
                    new Handle(KEY, all.indexOf(binding), new Area(x, y, width, 1), Scale.linear(0, 0, 0, 0), null));
            x += width + 2;
        }
    }

    /** Of the highest ranks the last. */
    private static Binding farthest(List<Binding> bindings, KeyPlace place) {
        Binding least = bindings.get(0);
        for (Binding binding : bindings) {
            least = place.rank(binding) >= place.rank(least) ? binding : least;
        }
        return least;
    }

    private static Line line(List<Binding> bindings, KeyPlace place, Glyphs glyphs) {
        List<Line> words = new ArrayList<>();
        bindings.forEach(binding -> words.add(word(binding, place, glyphs)));
        return Line.join(words, "  ");
    }

    private static Line word(Binding binding, KeyPlace place, Glyphs glyphs) {
        Tone tone = binding.effects().contains(Go.ONWARD) ? Tone.SECOND : Tone.TEXT;
        Line cap = Line.EMPTY.span(place.cap(binding, glyphs == Glyphs.ASCII), tone, Weight.BOLD);
        return cap.dim(" " + place.word(binding));
    }
}
