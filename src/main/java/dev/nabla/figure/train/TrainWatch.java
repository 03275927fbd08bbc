package dev.nabla.figure.train;

import dev.nabla.figure.part.ShareHeights;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Parts;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws what is watched beside the names of FIG.16, mostly a row for each letter of the typed name. */
final class TrainWatch {
    private static final int LETTERS = 2;
    private static final int NEAREST = 4;

    private final TrainModel model;
    private final TrainNumbers numbers;
    private final Canvas canvas;
    private final Parts parts;
    private final int rows;

    TrainWatch(TrainModel model, TrainNumbers numbers, Canvas canvas) {
        this.model = model;
        this.numbers = numbers;
        this.canvas = canvas;
        this.parts = model.parts();
        this.rows = Math.min(parts.places(), canvas.height() - 1);
    }

    /** How many neurons of the first layer answer to a letter of the typed name. */
    static int neuronsOn(TrainModel model) {
        Matrix hidden = model.parts().layer(0).hidden();
        return (int) IntStream.range(0, hidden.columns())
                .filter(j -> hidden.column(j).max() > 0)
                .count();
    }

    void draw() {
        if (model.watch() == TrainModel.Watch.SLOPES) {
            slopes();
            return;
        }
        for (int t = 0; t < rows; t++) {
            canvas.put(0, t + 1, model.recipe().corpus().text(parts.token(t)), Tone.DIM);
        }
        switch (model.watch()) {
            case HEADS -> heads();
            case EMBEDDING -> embedding();
            default -> neurons();
        }
    }

    private void heads() {
        List<Matrix> shares = parts.layer(0).shares();
        int pitch = (canvas.width() - LETTERS) / shares.size();
        int cells = Math.max(1, Math.min(2, pitch / Math.max(1, rows)));
        for (int h = 0; h < shares.size(); h++) {
            int x = LETTERS + h * pitch;
            boolean named = h == 0 || pitch > 10;
            canvas.put(x, 0, canvas.fitting(pitch - 1, (named ? "head " : "") + (h + 1), "" + (h + 1)), Tone.DIM);
            for (int t = 0; t < rows; t++) {
                for (int j = 0; j <= t && (j + 1) * cells <= pitch; j++) {
                    ShareHeights.draw(
                            canvas, x + j * cells, t + 1, cells, shares.get(h).get(t, j), Tone.FIRST);
                }
            }
        }
    }

    /** Which letters have become most alike, by the cosine of their rows of wte. */
    private void embedding() {
        canvas.put(LETTERS, 0, "nearest in wte, by cosine", Tone.DIM);
        Matrix wte = model.now().weights().matrix(Tensor.WTE, 0);
        for (int t = 0; t < rows; t++) {
            int token = parts.token(t);
            Vector row = wte.row(token);
            String nearest = IntStream.range(0, wte.rows())
                    .filter(other -> other != token)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> -cosine(row, wte.row(other))))
                    .limit(NEAREST)
                    .map(other -> model.recipe().corpus().text(other) + " "
                            + Decimal.drawn(cosine(row, wte.row(other)), 2, 5))
                    .collect(Collectors.joining("  "));
            canvas.put(LETTERS, t + 1, nearest, Tone.FIRST);
        }
    }

    private static double cosine(Vector a, Vector b) {
        double dot = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += a.get(i) * b.get(i);
        }
        return dot / (a.norm() * b.norm());
    }

    /** Two neurons a cell. */
    private void neurons() {
        Matrix hidden = parts.layer(0).hidden();
        int cells = Math.min(hidden.columns() / 2, canvas.width() - LETTERS - 1);
        String head = neuronsOn(model) + " of " + hidden.columns() + " neurons on";
        canvas.put(LETTERS, 0, head, Tone.DIM);
        for (int t = 0; t < rows; t++) {
            for (int i = 0; i < cells; i++) {
                int on = (hidden.get(t, 2 * i) > 0 ? 1 : 0) + (hidden.get(t, 2 * i + 1) > 0 ? 2 : 0);
                canvas.glyph(LETTERS + i, t + 1, "·▌▐█".charAt(on), on == 0 ? Tone.GRID : Tone.FIRST, Weight.PLAIN);
            }
        }
    }

    /** Of each matrix the length of its slopes and of its weights. */
    private void slopes() {
        canvas.put(LETTERS, 0, "matrix", Tone.DIM);
        canvas.right(22, 0, "|∂L/∂W|", Tone.DIM);
        canvas.right(31, 0, "|W|", Tone.DIM);
        Tensor[] all = Tensor.values();
        for (int i = 0; i < Math.min(all.length, canvas.height() - 1); i++) {
            canvas.put(LETTERS, i + 1, all[i].word(), Tone.DIM);
            canvas.right(22, i + 1, Decimal.drawn(TrainNumbers.norm(numbers.slopes(), all[i]), 3, 7), Tone.SECOND);
            double weights = TrainNumbers.norm(model.now().weights(), all[i]);
            canvas.right(31, i + 1, Decimal.drawn(weights, 2, 7), Tone.TEXT);
        }
    }
}
