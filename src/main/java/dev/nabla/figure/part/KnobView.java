package dev.nabla.figure.part;

import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A knob, or one of its numbers, as every layout draws it. While the keys are on it the marker stands before it, its
 * label is bold, and its value reversed.
 *
 * @param place what the pointer takes
 * @param focused whether the keys are on it
 * @param tone of all of it while the keys are on it
 * @param hued whether the first word of its label always has that tone, as a curve or an arrow in the picture has it
 * @param labels what it is called, the longest first
 * @param text its value for a field of so many cells
 * @param range how far its slider goes; empty for what is no number
 * @param number where the slider's handle stands
 */
public record KnobView(
        Focus place,
        boolean focused,
        Tone tone,
        boolean hued,
        List<String> labels,
        IntFunction<String> text,
        Optional<Range> range,
        double number) {

    /** Returns this with another tone for the focus. */
    public KnobView in(Tone other) {
        return new KnobView(place, focused, other, hued, labels, text, range, number);
    }

    /** Returns this with the tone that its symbol has in the picture, whether the keys are on it or not. */
    public KnobView hued(Tone other) {
        return new KnobView(place, focused, other, true, labels, text, range, number);
    }

    /** Returns this under labels that follow from what the picture shows, the longest first. */
    public KnobView labelled(String... others) {
        return new KnobView(place, focused, tone, hued, List.of(others), text, range, number);
    }

    /** Returns this with a value that the picture words. */
    public KnobView reading(String value) {
        return new KnobView(place, focused, tone, hued, labels, cells -> value, range, number);
    }

    /** Returns this with its slider's handle at another number, where its own stands for another. */
    public KnobView showing(double other) {
        return new KnobView(place, focused, tone, hued, labels, text, range, other);
    }

    /** Returns this with a slider that goes as far as the picture says. */
    public KnobView within(Range other) {
        return new KnobView(place, focused, tone, hued, labels, text, Optional.of(other), number);
    }

    /** Returns one of the entries that its knob chooses from; the keys are on the chosen one alone. */
    public KnobView entry(boolean chosen) {
        return new KnobView(place, focused && chosen, tone, hued, labels, text, range, number);
    }

    /** The tone of its label or its value. */
    public Tone tone(Tone elsewhere) {
        return focused ? tone : elsewhere;
    }

    /** The weight of its value. */
    public Weight weight(Weight elsewhere) {
        return focused ? Weight.REVERSE : elsewhere;
    }

    /** Draws the marker, in a cell that the layout keeps free for it. */
    public void mark(Canvas canvas, int x, int y) {
        if (focused) {
            canvas.put(x, y, ViewState.MARKER, tone, Weight.BOLD);
        }
    }

    /** The longest label that fits, without its last words if need be; the first word in any case. */
    public String label(Canvas canvas, int cells) {
        for (String label : labels) {
            if (canvas.width(label) <= cells) {
                return label;
            }
        }
        String fitting = labels.get(0);
        while (canvas.width(fitting) > cells && fitting.indexOf(' ') > 0) {
            fitting = fitting.substring(0, fitting.lastIndexOf(' '));
        }
        return fitting;
    }

    /** Draws its label; bold while the keys are on it, else in another tone. */
    public void label(Canvas canvas, int x, int y, String label, Tone elsewhere) {
        Weight weight = focused ? Weight.BOLD : Weight.PLAIN;
        canvas.put(x, y, label, tone(elsewhere), weight);
        if (hued) {
            int end = label.indexOf(' ');
            canvas.put(x, y, end < 0 ? label : label.substring(0, end), tone, weight);
        }
    }

    /**
     * Its value: a number in a field of so many cells, words in as much room as there is. Words that need more lose
     * their end.
     */
    public String value(int cells, int room) {
        return range.isPresent() ? text.apply(cells) : Readout.cut(text.apply(room), room);
    }

    /** The map from its numbers to cells, as its range says. */
    public Scale scale(int from, int to) {
        return range.orElseThrow().scale(from, to);
    }

    /** Lets the pointer take it. */
    public void take(Canvas canvas, Area area) {
        canvas.handle(new Handle(place.knob(), place.part(), area, null, null));
    }

    /** Lets the pointer drag it along a scale. */
    public void drag(Canvas canvas, Area area, Scale scale) {
        canvas.handle(new Handle(place.knob(), place.part(), area, scale, null));
    }

    /** Lets the pointer set it to a number at a click. */
    public void pick(Canvas canvas, Area area, double value) {
        canvas.handle(Handle.pick(place.knob(), value, area));
    }
}
