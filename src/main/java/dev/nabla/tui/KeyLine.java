package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Live;
import dev.nabla.figure.Stepper;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The last row: the most useful keys that fit. */
final class KeyLine {
    private static final int NEVER = 9;
    private static final List<Class<?>> STEPPING =
            List.of(Action.Step.class, Action.Burst.class, Action.Run.class, Action.Scrub.class, Action.Jump.class);
    private static final String GAP = "  ";

    private KeyLine() {}

    static void draw(Canvas canvas, int y, List<Place> places, Optional<Live<?>> live) {
        canvas.put(1, y, fitting(places, live, canvas.width() - 2, canvas.glyphs()));
    }

    private static Line fitting(List<Place> places, Optional<Live<?>> live, int width, Glyphs glyphs) {
        List<Binding> bindings = new ArrayList<>(Keymap.TABLE.stream()
                .filter(binding -> places.contains(binding.place()) && binding.rank() < NEVER)
                .filter(binding -> serves(binding, live))
                .toList());
        Line line = line(bindings, live, glyphs);
        while (glyphs.width(line) > width) {
            Binding least = bindings.stream()
                    .max(Comparator.comparingInt(Binding::rank))
                    .orElseThrow();
            if (least.rank() == 0) {
                break;
            }
            bindings.remove(least);
            line = line(bindings, live, glyphs);
        }
        return line;
    }

    /** Whether a key does anything in this figure: tricks are for those that have them, steps for those that step. */
    private static boolean serves(Binding binding, Optional<Live<?>> live) {
        if (live.isEmpty() || !(binding.effects().get(0) instanceof Effect.Act act)) {
            return true;
        }
        Figure<?> figure = live.get().figure();
        if (act.action() instanceof Action.Play play) {
            return figure.tricks().stream().anyMatch(trick -> trick.name().equals(play.trick()));
        }
        return figure.stepper().isPresent() || !STEPPING.contains(act.action().getClass());
    }

    private static Line line(List<Binding> bindings, Optional<Live<?>> live, Glyphs glyphs) {
        Line line = Line.EMPTY;
        for (Binding binding : bindings) {
            Line start = line.spans().isEmpty() ? line : line.text(GAP);
            line = start.span(cap(binding, glyphs), Tone.TEXT, Weight.BOLD).dim(" " + word(binding, live));
        }
        return line;
    }

    /** ASCII has no arrows, so it says where they point. */
    static String cap(Binding binding, Glyphs glyphs) {
        if (glyphs != Glyphs.ASCII) {
            return binding.cap();
        }
        return binding.cap().replace("←→", "left/right").replace("↑↓", "up/down");
    }

    /** The figure's own word for a step, where it has one. */
    private static String word(Binding binding, Optional<Live<?>> live) {
        boolean steps = binding.effects().get(0) instanceof Effect.Act act && act.action() instanceof Action.Step;
        Optional<String> verb = live.flatMap(l -> l.figure().stepper().map(Stepper::verb));
        return steps ? verb.orElse(binding.word()) : binding.word();
    }
}
