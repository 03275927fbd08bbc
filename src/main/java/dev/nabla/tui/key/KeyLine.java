package dev.nabla.tui.key;

import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The last row: the most useful keys that fit. */
public final class KeyLine {
    private static final int NEVER = 9;

    private KeyLine() {}

    public static void draw(Canvas canvas, int y, List<KeyContext> contexts, Optional<FigureState<?>> live) {
        List<Binding> bindings = heard(contexts, live);
        while (canvas.glyphs().width(line(bindings, live, canvas.glyphs())) > canvas.width() - 2) {
            Binding least = Collections.max(bindings, Comparator.comparingInt(Binding::rank));
            if (least.rank() == 0) {
                break;
            }
            bindings.remove(least);
        }
        canvas.put(1, y, line(bindings, live, canvas.glyphs()));
    }

    /** Those that do something here: a key means what the first context says. */
    private static List<Binding> heard(List<KeyContext> contexts, Optional<FigureState<?>> live) {
        List<Binding> heard = new ArrayList<>();
        for (KeyContext context : KeyContext.values()) {
            List<KeyContext> before = contexts.subList(0, Math.max(0, contexts.indexOf(context)));
            for (Binding binding : contexts.contains(context) ? context.bindings() : List.<Binding>of()) {
                String key = binding.keys().get(0);
                boolean taken = KeyContext.effect(key, before, Optional.empty()).isPresent();
                if (!taken && binding.rank() < NEVER && binding.serves(live)) {
                    heard.add(binding);
                }
            }
        }
        return heard;
    }

    private static Line line(List<Binding> bindings, Optional<FigureState<?>> live, Glyphs glyphs) {
        List<Line> words = new ArrayList<>();
        for (Binding binding : bindings) {
            Line cap = Line.EMPTY.span(cap(binding, glyphs), Tone.TEXT, Weight.BOLD);
            words.add(cap.dim(" " + word(binding, live)));
        }
        return Line.join(words, "  ");
    }

    /** ASCII has no arrows, so it says where they point. */
    public static String cap(Binding binding, Glyphs glyphs) {
        return glyphs == Glyphs.ASCII
                ? binding.cap().replace("←→", "left/right").replace("↑↓", "up/down")
                : binding.cap();
    }

    /** The figure's own word for a step, where it has one; arrows that move a point choose nothing. */
    private static String word(Binding binding, Optional<FigureState<?>> live) {
        if (live.isEmpty() || !(binding.effects().get(0) instanceof Effect.Act act)) {
            return binding.word();
        }
        if (act == Effect.Act.STEP) {
            return live.get().figure().stepper().map(Stepper::verb).orElse(binding.word());
        }
        return act == Effect.Act.DOWN && live.get().movesUp() ? "nudge" : binding.word();
    }
}
