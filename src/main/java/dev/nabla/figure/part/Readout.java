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

/** A column of labels and numbers, written from the top down; labels left, numbers flush right, the marker of the focus before them. */
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
     * A knob that the keys and the pointer can take: its label, and its value; a word that needs all the room stands
     * alone.
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
     * A knob with its slider between label and value, which begins with the first of its cells; its thick part begins
     * at the origin.
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
        canvas.put(INDENT, y, fitting(label, value), Tone.DIM);
        return right(value, tone, weight);
    }

    /** The label, without its last words where it and the value do not both fit; the last one alone where none of that helps. */
    private String fitting(String label, String value) {
        int room = canvas.width() - INDENT - canvas.width(value) - 2;
        String fitting = label;
        while (canvas.width(fitting) > room && fitting.indexOf(' ') > 0) {
            fitting = fitting.substring(0, fitting.lastIndexOf(' '));
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

    /** A text without its end, three dots in its place, where it has more than so many characters. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 3)) + "...";
    }

    /** A point with its components in fixed fields: {@code ( −1.15,   0.05)}. */
    public static String point(Vector v, int field) {
        return v.stream()
                .mapToObj(x -> field(Decimal.drawn(x, 2, field), field))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A number at the end of so many cells. */
    public static String field(String number, int cells) {
        return " ".repeat(Math.max(0, cells - number.length())) + number;
    }
}
