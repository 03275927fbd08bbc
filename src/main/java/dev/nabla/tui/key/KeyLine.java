package dev.nabla.tui.key;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The last row: the most useful keys that fit, the one that leads on before all. */
public final class KeyLine {
    private static final int NEVER = 9;

    private KeyLine() {}

    public static void draw(Canvas canvas, int y, KeyPlace place) {
        List<Binding> bindings = new ArrayList<>(place.bindings());
        bindings.removeIf(binding -> binding.rank() == NEVER);
        while (canvas.glyphs().width(line(bindings, place, canvas.glyphs())) > canvas.width() - 2) {
            Binding least = Collections.max(bindings, Comparator.comparingInt(Binding::rank));
            if (least.rank() == 0) {
                break;
            }
            bindings.remove(least);
        }
        canvas.put(1, y, line(bindings, place, canvas.glyphs()));
    }

    private static Line line(List<Binding> bindings, KeyPlace place, Glyphs glyphs) {
        List<Line> words = new ArrayList<>();
        for (Binding binding : bindings) {
            Tone tone = binding.effects().contains(Go.ONWARD) ? Tone.SECOND : Tone.TEXT;
            Line cap = Line.EMPTY.span(place.cap(binding, glyphs == Glyphs.ASCII), tone, Weight.BOLD);
            words.add(cap.dim(" " + place.word(binding)));
        }
        return Line.join(words, "  ");
    }
}
