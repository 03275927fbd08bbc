package dev.nabla.figure.layer;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Attention;
import dev.nabla.math.Dot;
import dev.nabla.math.Layer;
import dev.nabla.math.Loss;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the worked steps of FIG.01, forward and then backward. Each stage shows how its first number is computed, then
 * the results of the others.
 */
record LayerSteps(
        LayerModel model, Layer layer, Attention attention, Loss loss, Layer.Gradient back, List<String> steps) {
    private static final int LAST = LayerModel.STAGES;
    /** Significant digits of a number. More would make the lines too long. */
    private static final int DIGITS = 4;

    static List<String> of(LayerModel model) {
        Layer layer = model.layer();
        return new LayerSteps(model, layer, layer.attention(), layer.loss(), layer.gradient(), new ArrayList<>()).all();
    }

    private List<String> all() {
        LayerRun run = model.run();
        for (int stage = 1; stage <= LAST; stage++) {
            if (!run.takesForward(stage)) {
                continue;
            }
            String silent = LayerStage.of(stage).symbol() + ": ";
            int each = stage;
            model.whyNoNumbers(stage).ifPresentOrElse(why -> steps.add(silent + why), () -> forward(each));
        }
        if (run.takesLoss() && model.whyNoNumbers(LAST).isEmpty()) {
            String share = number(loss.p().get(loss.truth() - 1));
            String nats = number(loss.nats());
            steps.add(
                    model.isPlain()
                            ? "L = " + nats + " for the share " + share + " of " + model.came()
                            : "L = −log " + share + " = " + nats + " nats");
        }
        for (int stage = LayerModel.LOGITS; stage >= 1; stage--) {
            if (!run.takesBackward(stage)) {
                continue;
            }
            String slope = model.isPlain()
                    ? "slope at "
                            + (stage == LayerModel.LOGITS
                                    ? "score"
                                    : LayerStage.of(stage).symbol())
                    : LayerStage.of(stage).slope();
            String name = stage == LayerModel.LOGITS && !model.isPlain() ? "p₁ − y₁" : slope + "₁";
            String work = backward(stage);
            Vector slopes = LayerModel.backward(stage, back);
            model.whyNoGradient(stage)
                    .ifPresentOrElse(why -> steps.add(slope + ": " + why), () -> line(name, work, slopes));
        }
        if (run.takesBack() && model.learns()) {
            String after = number(LayerFigure.after(layer));
            String step = model.isPlain()
                    ? "one step against the slopes of the weights"
                    : "one step W − " + number(LayerModel.ETA) + "·∂L/∂W";
            steps.add(step + ": L = " + after + (model.isPlain() ? "" : " nats"));
        }
        return steps;
    }

    private void forward(int stage) {
        if (stage == 1) {
            Vector asking = layer.x().row(layer.x().rows() - 1);
            Vector query = attention.q().row(0);
            int n = query.size();
            String products =
                    WorkedSteps.listed(n, n, ", ", c -> sum(asking, layer.wq().column(c)));
            String asked = model.isPlain() ? model.last() + " times a table" : "q = x·Wq";
            steps.add(asked + " = (" + products + ") = (" + row(query, 0) + ")");
        }
        Vector numbers = model.forward(stage);
        if (stage == 3 && !layer.mixing()) {
            steps.add("h = x = " + row(numbers, 0));
        } else {
            line(LayerStage.of(stage).symbol() + "₁", first(stage), numbers);
        }
    }

    /** Returns the computation of the first output of a stage, with the numbers filled in. */
    private String first(int stage) {
        return switch (stage) {
            case 1 -> "(" + sum(attention.q().row(0), attention.k().row(0)) + ")/√2";
            case 2 -> share(model.forward(1));
            case 3 -> sum(model.forward(2), attention.v().column(0));
            case 4 -> sum(model.forward(3), layer.w1().column(0));
            case LayerModel.BENT -> "relu(" + number(model.forward(4).get(0)) + ")";
            case LayerModel.LOGITS ->
                sum(model.forward(LayerModel.BENT), layer.w2().column(0));
            default -> share(loss.logits());
        };
    }

    private static String share(Vector scores) {
        double all = new Softmax(scores, 1).exponentials().sum();
        return "exp(" + number(scores.get(0)) + " − " + factor(scores.max()) + ")/" + number(all);
    }

    /** Returns the computation of the first slope of a stage from the slopes of the next stage. */
    private String backward(int stage) {
        if (stage == LayerModel.LOGITS) {
            return number(loss.p().get(0)) + " − " + (loss.truth() == 1 ? 1 : 0);
        }
        Vector slopes = LayerModel.backward(stage + 1, back);
        return switch (stage) {
            case 1 -> throughSoftmax(slopes);
            case 2 -> sum(attention.v().row(0), slopes);
            case 3 -> sum(layer.w1().row(0), slopes);
            case 4 -> (model.forward(4).get(0) > 0 ? "1" : "0") + "·" + factor(slopes.get(0));
            default -> sum(layer.w2().row(0), slopes);
        };
    }

    private String throughSoftmax(Vector slopes) {
        Vector weights = model.forward(2);
        String mean = factor(new Dot(weights, slopes).value());
        return factor(weights.get(0)) + "·(" + number(slopes.get(0)) + " − " + mean + ")";
    }

    /** Adds a line: the computation of the first number, then the other numbers. */
    private void line(String name, String work, Vector numbers) {
        String rest = row(numbers, 1);
        steps.add(name + " = " + work + " = " + number(numbers.get(0)) + (rest.isEmpty() ? "" : "; then " + rest));
    }

    private static String row(Vector v, int from) {
        return WorkedSteps.listed(v.size() - from, v.size(), ", ", i -> number(v.get(from + i)));
    }

    private static String sum(Vector a, Vector b) {
        return WorkedSteps.listed(a.size(), a.size(), " + ", i -> factor(a.get(i)) + "·" + factor(b.get(i)));
    }

    private static String number(double x) {
        return WorkedSteps.number(x, DIGITS);
    }

    /** Formats a number as a factor of a product, in brackets if it is negative. */
    private static String factor(double x) {
        return WorkedSteps.bracketed(number(x));
    }
}
