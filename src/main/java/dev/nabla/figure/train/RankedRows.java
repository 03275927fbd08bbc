package dev.nabla.figure.train;

import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.List;

/** Rows of knobs and of values with their labels. Where there is no room for all, those of the highest ranks go. */
final class RankedRows {
    private record RankedRow(int rank, Runnable drawing) {}

    private final Canvas canvas;
    private final Readout out;
    private final List<RankedRow> rows = new ArrayList<>();

    RankedRows(Canvas canvas, Readout out) {
        this.canvas = canvas;
        this.out = out;
    }

    void knob(int rank, KnobView knob) {
        rows.add(new RankedRow(rank, () -> out.knob(knob)));
    }

    void blank(int rank) {
        rows.add(new RankedRow(rank, () -> out.gap(1)));
    }

    /** Adds a value with the first of its labels that fits. */
    void row(int rank, String value, String... labels) {
        row(rank, value, Tone.TEXT, Weight.PLAIN, labels);
    }

    void row(int rank, String value, Tone tone, Weight weight, String... labels) {
        marked(rank, "", Tone.TEXT, value, tone, weight, labels);
    }

    /** Adds a row with the mark that its value has in the picture. */
    void marked(int rank, String mark, Tone tone, String value, String... labels) {
        marked(rank, mark, tone, value, Tone.TEXT, Weight.PLAIN, labels);
    }

    /** Adds a row with the mark that its value has in the picture; the value is bold, in the tone of the mark. */
    void bold(int rank, String mark, Tone tone, String value, String... labels) {
        marked(rank, mark, tone, value, tone, Weight.BOLD, labels);
    }

    private void marked(
            int rank, String mark, Tone markTone, String value, Tone tone, Weight weight, String... labels) {
        rows.add(new RankedRow(rank, () -> {
            canvas.put(0, out.y(), mark, markTone, Weight.BOLD);
            out.row(labels.length == 1 ? labels[0] : out.fitting(value, labels), value, tone, weight);
        }));
    }

    /** Draws at most {@code most} rows; of equal ranks the last ones go. */
    void draw(int most) {
        while (rows.size() > most) {
            RankedRow least = rows.get(0);
            for (RankedRow row : rows) {
                least = row.rank() >= least.rank() ? row : least;
            }
            rows.remove(least);
        }
        rows.forEach(row -> row.drawing().run());
    }
}
