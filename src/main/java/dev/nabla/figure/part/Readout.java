package dev.nabla.figure.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.stream.Collectors;

/**
 * A column of labels and numbers, written from the top down: labels on the left, numbers flush right, the marker before
 * a focused label.
 */
public final class Readout {
    private static final int INDENT = 2;

    private final Canvas canvas;
    private int y;

    public Readout(Canvas canvas) {
        this.canvas = canvas;
    }

    public int y() {
        return y;
    }

    public Readout gap(int rows) {
        y += rows;
        return this;
    }

    /**
     * Adds a knob that the keys and the pointer can select: its label and its value. A text that needs the whole row
     * stands without the label.
     */
    public Readout knob(KnobView knob) {
        knob.take(canvas, new Area(INDENT, y, canvas.width() - INDENT, 1));
        int room = canvas.width() - INDENT - 1;
        int beside = room - 1 - canvas.width(knob.label(canvas, 0));
        String value = knob.value(beside, room);
        boolean fits = canvas.width(value) <= beside;
        knob.mark(canvas, 0, y);
        knob.label(canvas, INDENT, y, fits ? knob.label(canvas, room - 1 - canvas.width(value)) : "", Tone.TEXT);
        return right(value, knob.tone(Tone.TEXT), knob.weight(Weight.PLAIN));
    }

    /**
     * Adds a knob with a slider between label and value; the thick part begins at the origin.
     *
     * @param from the first cell of the slider
     * @param field cells of the value
     */
    public Readout dial(KnobView knob, int from, int field, double origin) {
        Scale scale = knob.scale(from, canvas.width() - field - 3);
        new Slider(scale, knob.number(), origin, knob.tone(Tone.TEXT)).draw(canvas, y);
        knob.drag(canvas, new Area(from, y, scale.to() - from + 1, 1), scale);
        String value = knob.value(field, field);
        knob.mark(canvas, 0, y);
        knob.label(canvas, INDENT, y, knob.label(canvas, from - INDENT - 1), Tone.TEXT);
        return right(value, knob.tone(Tone.TEXT), knob.weight(Weight.PLAIN));
    }

    public Readout row(String label, String value, Tone tone, Weight weight) {
        canvas.put(INDENT, y, shortened(label, value), Tone.DIM);
        return right(value, tone, weight);
    }

    /** Returns the first of the labels that fits beside a value, or the last one if none does. */
    public String fitting(String value, String... labels) {
        return canvas.fitting(room(value), labels);
    }

    private int room(String value) {
        return canvas.width() - INDENT - canvas.width(value) - 2;
    }

    /**
     * Returns the label without last words, and without a comma before them, if it and the value do not both fit; its
     * last word alone if even the first one does not fit.
     */
    private String shortened(String label, String value) {
        int room = room(value);
        String fitting = label;
        while (canvas.width(fitting) > room && fitting.indexOf(' ') > 0) {
            fitting = fitting.substring(0, fitting.lastIndexOf(' '));
            fitting = fitting.endsWith(",") ? fitting.substring(0, fitting.length() - 1) : fitting;
        }
        return canvas.width(fitting) > room ? label.substring(label.lastIndexOf(' ') + 1) : fitting;
    }

    public Readout row(String label, String value, Tone tone) {
        return row(label, value, tone, Weight.PLAIN);
    }

    private Readout right(String value, Tone tone, Weight weight) {
        String field = weight == Weight.REVERSE ? " " + value + " " : value + " ";
        canvas.right(canvas.width(), y++, field, tone, weight);
        return this;
    }

    /** Returns the text, shortened to end in three dots if it has more than {@code most} characters. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 3)) + "...";
    }

    /** Returns a point with its components in fields of fixed width: {@code ( −1.15,   0.05)}. */
    public static String point(Vector v, int field) {
        return v.stream()
                .mapToObj(x -> field(Decimal.drawn(x, 2, field), field))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns a number padded on the left to {@code cells} cells. */
    public static String field(String number, int cells) {
        return " ".repeat(Math.max(0, cells - number.length())) + number;
    }
}
