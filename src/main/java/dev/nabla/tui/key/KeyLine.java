package dev.nabla.tui.key;

import dev.nabla.figure.Action;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Stepper;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The last row: the most useful keys that fit. */
public final class KeyLine {
    private static final int NEVER = 9;
    private static final String GAP = "  ";
    private static final String ON_A_POINT = "nudge";

    private KeyLine() {}

    public static void draw(Canvas canvas, int y, List<KeyContext> contexts, Optional<FigureState<?>> live) {
        canvas.put(1, y, fitting(contexts, live, canvas.width() - 2, canvas.glyphs()));
    }

    private static Line fitting(List<KeyContext> contexts, Optional<FigureState<?>> live, int width, Glyphs glyphs) {
        List<Binding> bindings = new ArrayList<>(KeyTable.ALL);
        bindings.removeIf(binding -> !contexts.contains(binding.context()) || binding.rank() >= NEVER);
        bindings.removeIf(binding -> !binding.serves(live) || !isHeard(binding, contexts));
        Line line = line(bindings, live, glyphs);
        while (glyphs.width(line) > width) {
            Binding least = Collections.max(bindings, (one, other) -> one.rank() - other.rank());
            if (least.rank() == 0) {
                break;
            }
            bindings.remove(least);
            line = line(bindings, live, glyphs);
        }
        return line;
    }

    /** A printable key is a character where something is typed, and a key means what the first context says. */
    private static boolean isHeard(Binding binding, List<KeyContext> contexts) {
        String key = binding.keys().get(0);
        List<KeyContext> before = contexts.subList(0, contexts.indexOf(binding.context()));
        boolean typed = before.contains(KeyContext.TYPING) && Keymap.isPrintable(key);
        return !typed && !isTaken(key, before);
    }

    private static boolean isTaken(String key, List<KeyContext> contexts) {
        for (Binding other : KeyTable.ALL) {
            if (contexts.contains(other.context()) && other.keys().contains(key)) {
                return true;
            }
        }
        return false;
    }

    private static Line line(List<Binding> bindings, Optional<FigureState<?>> live, Glyphs glyphs) {
        Line line = Line.EMPTY;
        for (Binding binding : bindings) {
            Line start = line.spans().isEmpty() ? line : line.text(GAP);
            line = start.span(cap(binding, glyphs), Tone.TEXT, Weight.BOLD).dim(" " + word(binding, live));
        }
        return line;
    }

    /** ASCII has no arrows, so it says where they point. */
    public static String cap(Binding binding, Glyphs glyphs) {
        if (glyphs != Glyphs.ASCII) {
            return binding.cap();
        }
        return binding.cap().replace("←→", "left/right").replace("↑↓", "up/down");
    }

    /** The figure's own word for a step, where it has one; arrows that move a point choose nothing. */
    private static String word(Binding binding, Optional<FigureState<?>> live) {
        if (live.isEmpty() || !(binding.effects().get(0) instanceof Effect.Act act)) {
            return binding.word();
        }
        if (act.action() instanceof Action.Step) {
            return live.get().figure().stepper().map(Stepper::verb).orElse(binding.word());
        }
        boolean up = act.action() instanceof Action.Nudge nudge && nudge.up() != 0;
        return up && live.get().movesUp() ? ON_A_POINT : binding.word();
    }
}
