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
 * A knob, or one of its components, as every layout draws it. If it is focused, the marker stands before it, its label
 * is bold and its value reversed.
 *
 * @param place the place that the pointer selects
 * @param focused whether it has the focus
 * @param tone the tone of label and value while it has the focus
 * @param withTone whether the first word of its label always has that tone, like its curve or arrow in the picture
 * @param labels its labels, the longest first
 * @param text returns its value for a field of the given number of cells
 * @param range the range of its slider; empty for a value that is no number
 * @param number the position of the slider's handle
 */
public record KnobView(
        Focus place,
        boolean focused,
        Tone tone,
        boolean withTone,
        List<String> labels,
        IntFunction<String> text,
        Optional<Range> range,
        double number) {

    /** Returns a copy with another tone for the focus. */
    public KnobView in(Tone other) {
        return new KnobView(place, focused, other, withTone, labels, text, range, number);
    }

    /** Returns a copy whose symbol always has the tone that it has in the picture. */
    public KnobView withTone(Tone other) {
        return new KnobView(place, focused, other, true, labels, text, range, number);
    }

    /** Returns a copy with labels that depend on the picture, the longest first. */
    public KnobView labelled(String... others) {
        return new KnobView(place, focused, tone, withTone, List.of(others), text, range, number);
    }

    /** Returns a copy with a text as value. */
    public KnobView reading(String value) {
        return new KnobView(place, focused, tone, withTone, labels, cells -> value, range, number);
    }

    /** Returns a copy with the slider's handle at another number than the knob's value. */
    public KnobView showing(double other) {
        return new KnobView(place, focused, tone, withTone, labels, text, range, other);
    }

    /** Returns a copy with another range for the slider. */
    public KnobView within(Range other) {
        return new KnobView(place, focused, tone, withTone, labels, text, Optional.of(other), number);
    }

    /** Returns a copy for an entry of a list from which the knob chooses; only the chosen entry shows the focus. */
    public KnobView entry(boolean chosen) {
        return new KnobView(place, focused && chosen, tone, withTone, labels, text, range, number);
    }

    /** Returns the tone of its label or value. */
    public Tone tone(Tone elsewhere) {
        return focused ? tone : elsewhere;
    }

    /** Returns the weight of its value. */
    public Weight weight(Weight elsewhere) {
        return focused ? Weight.REVERSE : elsewhere;
    }

    /** Draws the marker if the knob is focused, in a cell that the layout keeps free for it. */
    public void mark(Canvas canvas, int x, int y) {
        if (focused) {
            canvas.put(x, y, ViewState.MARKER, tone, Weight.BOLD);
        }
    }

    /**
     * Returns the longest label that fits. If none does, drops last words of the longest one, but keeps its first word.
     */
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

    /** Draws its label, bold in the knob's tone if it is focused, else in another tone. */
    public void label(Canvas canvas, int x, int y, String label, Tone elsewhere) {
        Weight weight = focused ? Weight.BOLD : Weight.PLAIN;
        canvas.put(x, y, label, tone(elsewhere), weight);
        if (withTone) {
            int end = label.indexOf(' ');
            canvas.put(x, y, end < 0 ? label : label.substring(0, end), tone, weight);
        }
    }

    /**
     * Returns its value: a number for a field of {@code cells} cells, a text for {@code room} cells. A longer text is
     * cut.
     */
    public String value(int cells, int room) {
        return range.isPresent() ? text.apply(cells) : Readout.cut(text.apply(room), room);
    }

    /**
     * Returns the scale that maps its range to cells.
     *
     * @throws java.util.NoSuchElementException if the value is no number
     */
    public Scale scale(int from, int to) {
        return range.orElseThrow().scale(from, to);
    }

    /** Lets the pointer focus it by a click in the area. */
    public void take(Canvas canvas, Area area) {
        canvas.handle(new Handle(place.knob(), place.part(), area, null, null));
    }

    /** Lets the pointer drag it along a scale. */
    public void drag(Canvas canvas, Area area, Scale scale) {
        canvas.handle(new Handle(place.knob(), place.part(), area, scale, null));
    }

    /** Lets the pointer set it to a number by a click in the area. */
    public void pick(Canvas canvas, Area area, double value) {
        canvas.handle(Handle.pick(place.knob(), value, area));
    }
}
