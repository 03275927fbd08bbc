package dev.nabla.figure.softmax;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.TokenText;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Sample;
import dev.nabla.math.Softmax;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the extra part of FIG.06: P of each token against the logarithm of the temperature. */
record TemperatureCurves(Softmax softmax, ViewState<?> cursor) {
    private static final int MOST_CURVES = 6;
    private static final int NAMES = 12;
    private static final int LEFT = 6;

    void draw(Canvas canvas) {
        int width = canvas.width() - LEFT - NAMES;
        int height = canvas.height() - 2;
        canvas.put(3, 0, "P against temperature", Tone.TEXT);
        canvas.put(27, 0, "τ from 0.1 to 10, log axis", Tone.DIM);
        canvas.right(LEFT - 1, 1, "1", Tone.DIM);
        canvas.right(LEFT - 1, height, "0", Tone.DIM);
        Canvas room = canvas.part(new Area(LEFT, 1, width + NAMES - 1, height + 1));
        Plot plot = Plot.of(room.part(new Area(0, 0, width, height)), -1, 1, 0, 1);
        double here = Math.max(-1, Math.min(1, Math.log10(softmax.tau())));
        plot.dotted(here, 0, here, 1, Tone.GRID, DrawOrder.SCALE);
        curves(room, plot, width);
        room.part(new Area(0, height, width, 1)).ends(0, "0.1", "", "10");
        room.put(plot.column(here), height, "▲τ", Tone.SECOND, Weight.BOLD);
    }

    private void curves(Canvas canvas, Plot plot, int width) {
        Labels labels = new Labels(canvas);
        List<Integer> tokens = new Sample(softmax.logits(), softmax.tau(), 0, 0, MOST_CURVES, 1).keptByK();
        for (int j : tokens) { // stamped one by one, because strokes that share a cell cannot be told apart
            plot.curve(x -> p(j, x), tone(j), DrawOrder.DATA);
            plot.stamp();
        }
        for (int j : tokens) {
            String name = TokenText.symbol(softmax.logits().size(), j);
            IntStream.iterate(plot.row(p(j, 1)), y -> y + 1)
                    .limit(MOST_CURVES)
                    .filter(y -> labels.put(width + 1, y, name, tone(j), Weight.PLAIN))
                    .findFirst();
        }
    }

    private double p(int j, double log10Tau) {
        return new Softmax(softmax.logits(), Math.pow(10, log10Tau)).p().get(j);
    }

    private Tone tone(int j) {
        return cursor.isFocused("logits", j) ? Tone.FIRST : j == softmax.argmax() - 1 ? Tone.RESULT : Tone.TEXT;
    }
}
