package dev.nabla.figure.softmax;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.figure.softmax.SoftmaxFigure.Model;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Softmax;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The extra room of FIG.06: every token's P against the temperature, and in a wide one the steps worked out beside it. */
final class TemperatureCurves {
    private static final int LEAST_WITH_STEPS = 110;
    private static final int MOST_CURVES = 6;
    private static final int STEPS_WIDTH = 44;
    private static final int NAMES = 10;
    private static final int AXIS = 6;

    private final Softmax softmax;
    private final int n;
    private final double tau;
    private final int top;
    private final ViewState<Model> cursor;

    TemperatureCurves(Model model, ViewState<Model> cursor) {
        this.softmax = model.softmax();
        this.n = softmax.logits().size();
        this.tau = softmax.tau();
        this.top = softmax.argmax() - 1;
        this.cursor = cursor;
    }

    void draw(Canvas canvas) {
        canvas.put(3, 0, "P against temperature", Tone.TEXT);
        String axes = canvas.fitting(canvas.width() - 28, "each token, τ from 0.1 to 10, log axis", "τ from 0.1 to 10");
        canvas.put(27, 0, axes, Tone.DIM);
        boolean worked = canvas.width() >= LEAST_WITH_STEPS;
        int width = canvas.width() - (worked ? STEPS_WIDTH : 0) - AXIS - NAMES;
        int height = canvas.height() - 2;
        canvas.right(AXIS, 1, "1", Tone.DIM);
        canvas.right(AXIS, height, "0", Tone.DIM);
        for (int y = 1; y <= height; y++) {
            canvas.glyph(AXIS, y, y == 1 || y == height ? '┤' : '│', Tone.GRID, Weight.PLAIN);
        }
        curves(canvas.part(new Area(AXIS + 1, 1, width + NAMES - 2, height)), width);
        Canvas axis = canvas.part(new Area(AXIS + 1, height + 1, width, 1));
        axis.ends(0, "0.1", "", "10");
        axis.put(Scale.log(0.1, 10, 0, width - 1).cell(tau), 0, "▲τ", Tone.SECOND, Weight.BOLD);
        if (worked) {
            steps(canvas.part(
                    canvas.area().afterColumns(canvas.width() - STEPS_WIDTH).left(STEPS_WIDTH - 1)));
        }
    }

    private void curves(Canvas canvas, int width) {
        Plot plot = Plot.of(canvas.part(canvas.area().left(width)), -1, 1, 0, 1);
        double here = Math.log10(tau);
        plot.dotted(here, 0, here, 1, Tone.GRID, Layer.SCALE);
        List<Integer> tokens = likeliest();
        boolean ascii = canvas.glyphs() == Glyphs.ASCII;
        for (int j : tokens) {
            if (!ascii) {
                plot.curve(x -> at(x).p().get(j), tone(j), j == tokens.get(0) ? Layer.DATA : Layer.CONSTRUCTION);
            }
        }
        plot.stamp();
        if (ascii) {
            digits(canvas, plot, tokens, width);
        }
        Labels labels = new Labels(canvas);
        for (int j : tokens) {
            int row = plot.row(at(1).p().get(j));
            String name = (ascii ? digit(j) + " " : "") + NextToken.shortest(n, j);
            IntStream.of(row, row + 1, row - 1, row + 2)
                    .filter(y -> labels.put(width + 1, y, name, tone(j), Weight.PLAIN))
                    .findFirst();
        }
    }

    /** Strokes that meet cannot be told apart in ASCII: each curve is a row of its own digit, the likeliest on top. */
    private void digits(Canvas canvas, Plot plot, List<Integer> tokens, int width) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            int j = tokens.get(i);
            for (int x = 0; x < width; x++) {
                double p = at(-1 + 2 * (x + 0.5) / width).p().get(j);
                canvas.glyph(x, Math.min(plot.row(p), canvas.height() - 1), digit(j), tone(j), Weight.PLAIN);
            }
        }
    }

    private static char digit(int j) {
        return j < 9 ? (char) ('1' + j) : '*';
    }

    private Softmax at(double log10Tau) {
        return new Softmax(softmax.logits(), Math.pow(10, log10Tau));
    }

    private Tone tone(int j) {
        return cursor.on("logits", j) ? Tone.FIRST : j == top ? Tone.RESULT : Tone.TEXT;
    }

    private List<Integer> likeliest() {
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer j) -> -softmax.logits().get(j)))
                .limit(MOST_CURVES)
                .toList();
    }

    /** All of it where there is room, else the way of the token under the keys, or of the likeliest one. */
    private void steps(Canvas canvas) {
        int j = cursor.on("logits") ? cursor.spot().part() : top;
        SoftmaxSteps steps = new SoftmaxSteps(softmax);
        if (WorkedOut.wrapped(canvas, steps.all()).size() < canvas.height()) {
            WorkedOut.draw(canvas, "worked out", steps.all());
        } else {
            WorkedOut.draw(canvas, "worked out for " + NextToken.word(n, j), steps.of(j));
        }
    }
}
