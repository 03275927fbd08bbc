package dev.nabla.figure.train;

import static dev.nabla.figure.train.TrainFigure.NORM;

import dev.nabla.figure.Style;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.ShareHeights;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the side panel of FIG.16. Most choices have a row for each letter of the typed name. */
record TrainWatch(Picture<TrainModel, TrainNumbers> all, ForwardTrace parts, Canvas canvas) {
    private static final int LETTERS = 2;
    private static final Style TWO = Style.number(2);
    private static final int NEAREST = 4;
    /** Smallest slope that is drawn, as a power of ten. */
    private static final double LEAST = -4;
    /** Number of weights above which only a regular sample of them is drawn. */
    private static final int MOST_WEIGHTS = 6000;

    /** Returns how many neurons of the first layer are active for at least one letter of the typed name. */
    static int neuronsOn(TrainModel model) {
        Matrix hidden = model.parts().layer(0).hidden();
        return (int) IntStream.range(0, hidden.columns())
                .filter(j -> hidden.column(j).max() > 0)
                .count();
    }

    private TrainModel model() {
        return all.model();
    }

    void draw() {
        if (model().watch() == TrainModel.SidePanel.SLOPES) {
            slopes();
            return;
        }
        if (model().watch() == TrainModel.SidePanel.STEP) {
            TrackPart.columns(
                    canvas,
                    2,
                    new TrackPart(Track.free(12), this::eta),
                    new TrackPart(Track.free(19).sharing(2), this::steps));
            return;
        }
        for (int t = 0; t < rows(); t++) {
            canvas.put(0, t + 1, model().recipe().corpus().text(parts.token(t)), Tone.DIM);
        }
        switch (model().watch()) {
            case HEADS -> heads();
            case EMBEDDING -> embedding();
            default -> neurons();
        }
    }

    private int rows() {
        return Math.min(parts.places(), canvas.height() - 1);
    }

    private void heads() {
        List<Matrix> shares = parts.layer(0).shares();
        int pitch = (canvas.width() - LETTERS) / shares.size();
        int cells = Math.max(1, Math.min(2, pitch / Math.max(1, rows())));
        for (int h = 0; h < shares.size(); h++) {
            int x = LETTERS + h * pitch;
            boolean named = h == 0 || pitch > 10;
            canvas.put(x, 0, canvas.fitting(pitch - 1, (named ? "head " : "") + (h + 1), "" + (h + 1)), Tone.DIM);
            for (int t = 0; t < rows(); t++) {
                for (int j = 0; j <= t && (j + 1) * cells <= pitch; j++) {
                    ShareHeights.draw(
                            canvas, x + j * cells, t + 1, cells, shares.get(h).get(t, j), Tone.FIRST);
                }
            }
        }
    }

    /** Draws, for each letter, the letters whose rows of wte have the largest cosine with its own. */
    private void embedding() {
        canvas.put(LETTERS, 0, "nearest in wte, by cosine", Tone.DIM);
        Matrix wte = model().now().weights().matrix(Tensor.WTE, 0);
        for (int t = 0; t < rows(); t++) {
            int token = parts.token(t);
            Vector cosines = Vector.of(
                    wte.rows(),
                    other -> new Dot(wte.row(token), wte.row(other)).cosine().orElse(0));
            String nearest = IntStream.range(0, wte.rows())
                    .filter(other -> other != token)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> -cosines.get(other)))
                    .limit(NEAREST)
                    .map(other -> model().recipe().corpus().text(other) + " " + TWO.column(cosines.get(other), 5))
                    .collect(Collectors.joining("  "));
            canvas.put(LETTERS, t + 1, nearest, Tone.FIRST);
        }
    }

    /** Draws which neurons are active, two per cell. */
    private void neurons() {
        Matrix hidden = parts.layer(0).hidden();
        int cells = Math.min(hidden.columns() / 2, canvas.width() - LETTERS - 1);
        String head = neuronsOn(model()) + " of " + hidden.columns() + " neurons on";
        canvas.put(LETTERS, 0, head, Tone.DIM);
        for (int t = 0; t < rows(); t++) {
            for (int i = 0; i < cells; i++) {
                int on = (hidden.get(t, 2 * i) > 0 ? 1 : 0) + (hidden.get(t, 2 * i + 1) > 0 ? 2 : 0);
                canvas.glyph(LETTERS + i, t + 1, "·▌▐█".charAt(on), on == 0 ? Tone.GRID : Tone.FIRST, Weight.PLAIN);
            }
        }
    }

    /** Draws the falling learning rate of the schedule and the current step on it. */
    private void eta(Canvas part) {
        Recipe recipe = model().recipe();
        double now = recipe.etaAt(model().step());
        Canvas inside = axes(part, "η", Style.number(3).sentence(recipe.eta()), "0", "0", "" + recipe.of());
        Plot plot = Plot.of(inside, 0, recipe.of(), 0, recipe.eta());
        plot.dotted(model().step(), now, recipe.of(), 0, Tone.DIM, DrawOrder.CONTOUR);
        plot.thick(0, recipe.eta(), model().step(), now, Tone.SECOND, DrawOrder.DATA);
        plot.stamp();
        plot.mark(model().step(), now, '●', Tone.SECOND, Weight.BOLD);
    }

    /**
     * Draws the size of the last step, divided by η, against the size of the slope, on log axes from 1e-4. For plain
     * descent it is the diagonal.
     */
    private void steps(Canvas part) {
        Canvas inside = axes(part, "", "η", "", "1e−4", "slope 1");
        Plot plot = Plot.of(inside, LEAST, 0, LEAST, 0.2);
        plot.dotted(LEAST, LEAST, 0, 0, Tone.FIRST, DrawOrder.CONSTRUCTION);
        List<List<Double>> taken = stepSizes(inside.width());
        double bin = -LEAST / taken.size();
        for (int i = 0; i + 1 < taken.size(); i++) {
            double x = LEAST + (i + 0.5) * bin;
            plot.thick(x, median(taken.get(i)), x + bin, median(taken.get(i + 1)), Tone.SECOND, DrawOrder.DATA);
        }
        plot.stamp();
        boolean adam = model().recipe().rule() == Recipe.UpdateRule.ADAM;
        Line legend = Line.EMPTY.dim("step ").second(adam ? "Adam " : "").first("descent");
        part.put(part.width() - inside.width(), 0, legend);
        inside.put(1, 1, model().step() == 0 ? "no step yet" : "", Tone.DIM);
    }

    /**
     * Returns log10 of the last step divided by η for each weight, grouped into {@code bins} bins by the size of its
     * slope.
     */
    private List<List<Double>> stepSizes(int bins) {
        List<List<Double>> alike = Stream.generate(() -> (List<Double>) new ArrayList<Double>())
                .limit(bins)
                .toList();
        if (model().step() > 0) {
            Weights taken =
                    model().now().lastStep(model().recipe(), all.results().slopes());
            double eta = model().recipe().etaAt(model().step() - 1);
            int count = model().recipe().shape().parameters();
            for (int i = 0; i < count; i += 1 + count / MOST_WEIGHTS) {
                double slope = Math.log10(Math.abs(all.results().slopes().get(i)));
                if (slope > LEAST && slope < 0) {
                    alike.get((int) (bins * (1 - slope / LEAST))).add(Math.log10(Math.abs(taken.get(i)) / eta));
                }
            }
        }
        return alike;
    }

    /** Returns the median, or NaN for an empty list; a plot draws nothing for NaN. */
    private static double median(List<Double> sizes) {
        return sizes.stream().sorted().skip(sizes.size() / 2).findFirst().orElse(Double.NaN);
    }

    /** Draws a heading, a left axis labelled at both ends, and a bottom axis. Returns the canvas between them. */
    private static Canvas axes(Canvas part, String head, String top, String low, String from, String to) {
        int left = Math.max(part.width(top), part.width(low));
        int bottom = part.height() - 2;
        part.put(left + 1, 0, head, Tone.DIM);
        part.right(left, 1, top, Tone.DIM);
        part.right(left, bottom, low, Tone.DIM);
        for (int y = 1; y < bottom; y++) {
            part.put(left, y, "│", Tone.GRID);
        }
        part.put(left, bottom, "└" + "─".repeat(Math.max(0, part.width() - left - 1)), Tone.GRID);
        part.put(left + 1, bottom + 1, from, Tone.DIM);
        part.right(part.width(), bottom + 1, to, Tone.DIM);
        return part.part(new Area(left + 1, 1, part.width() - left - 1, bottom - 1));
    }

    /** Draws, for each matrix, the norm of its gradient and of its weights. */
    private void slopes() {
        canvas.put(LETTERS, 0, "matrix", Tone.DIM);
        canvas.right(22, 0, "|∂L/∂W|", Tone.DIM);
        canvas.right(31, 0, "|W|", Tone.DIM);
        Tensor[] tensors = Tensor.values();
        for (int i = 0; i < Math.min(tensors.length, canvas.height() - 1); i++) {
            canvas.put(LETTERS, i + 1, tensors[i].word(), Tone.DIM);
            canvas.right(
                    22,
                    i + 1,
                    all.cursor().number(NORM, TrainNumbers.norm(all.results().slopes(), tensors[i]), 7),
                    Tone.SECOND);
            double weights = TrainNumbers.norm(model().now().weights(), tensors[i]);
            canvas.right(31, i + 1, TWO.column(weights, 7), Tone.TEXT);
        }
    }
}
