package dev.nabla.key;

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
import java.util.Optional;

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

    /**
     * A binding as it is drawn in the line.
     *
     * @param part its index in {@link KeyPlace#bindings}
     * @param words its keys and its label
     * @param width cells that the words take
     */
    private record Cap(int part, Binding binding, int rank, Line words, int width) {
        Cap(int part, Binding binding, int rank, Line words, Glyphs glyphs) {
            this(part, binding, rank, words, glyphs.width(words));
        }

        Cap with(Line other, Glyphs glyphs) {
            return new Cap(part, binding, rank, other, glyphs);
        }
    }

    public static void draw(Canvas canvas, int y, KeyPlace place) {
        LineKeys keys = new LineKeys(place);
        List<Cap> caps = caps(place.bindings(), keys, canvas.glyphs());
        fit(caps, keys, canvas);
        int x = 1;
        for (Cap cap : caps) {
            canvas.put(x, y, cap.words);
            canvas.handle(new Handle(KEY, cap.part, new Area(x, y, cap.width, 1), Scale.linear(0, 0, 0, 0), null));
            x += cap.width + GAP;
        }
    }

    private static List<Cap> caps(List<Binding> bindings, LineKeys keys, Glyphs glyphs) {
        List<Cap> caps = new ArrayList<>();
        for (int part = 0; part < bindings.size(); part++) {
            Binding binding = bindings.get(part);
            int rank = keys.rank(binding);
            if (rank != NEVER && keys.shows(binding)) {
                caps.add(new Cap(part, binding, rank, words(binding, keys.word(binding), keys, glyphs), glyphs));
            }
        }
        return caps;
    }

    private static Line words(Binding binding, String word, LineKeys keys, Glyphs glyphs) {
        Tone tone = binding.effects().contains(Navigation.ONWARD) ? Tone.SECOND : Tone.TEXT;
        return Line.EMPTY
                .span(keys.cap(binding, glyphs == Glyphs.ASCII), tone, Weight.BOLD)
                .dim(" " + word);
    }

    /** Shortens or removes caps, those of the highest rank first, until they fit. */
    private static void fit(List<Cap> caps, LineKeys keys, Canvas canvas) {
        int width = 1 - GAP; // the first column stays free
        for (Cap cap : caps) {
            width += cap.width + GAP;
        }
        while (width > canvas.width()) {
            int last = farthest(caps);
            Cap cap = caps.get(last);
            if (cap.rank == 0) {
                return;
            }
            int room = canvas.width() - (width - cap.width);
            Optional<Cap> brief = keys.shortWord(cap.binding)
                    .map(word -> cap.with(words(cap.binding, word, keys, canvas.glyphs()), canvas.glyphs()))
                    .filter(shorter -> shorter.width <= room);
            if (brief.isPresent()) {
                caps.set(last, brief.get());
                return;
            }
            caps.remove(last);
            width -= cap.width + GAP;
        }
    }

    /** Returns the index of the last of the caps with the highest rank. */
    private static int farthest(List<Cap> caps) {
        int farthest = 0;
        for (int i = 1; i < caps.size(); i++) {
            farthest = caps.get(i).rank >= caps.get(farthest).rank ? i : farthest;
        }
        return farthest;
    }
}
